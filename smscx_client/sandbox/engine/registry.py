"""The handlers of the operations, by `operationId`: `resources/` registers them, the pipeline finds them.

A handler takes the context and a `Call` that has passed every check against `openapi.yaml`. It returns the JSON value
of the usual success, or a `Success`. It raises an `ApiError` for what a schema cannot check.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..spec.openapi import OperationSpec
from ..state.context import Context
from .auth import Caller
from .http import Response
from .steps import Steps

__all__ = [
    "Call",
    "Finish",
    "Handler",
    "LongHandler",
    "Success",
    "find",
    "find_long",
    "long_operation",
    "operation",
    "operation_in_steps",
]


@dataclass(frozen=True)
class Call:
    """A request that has passed every check that needs no state."""

    operation: OperationSpec
    caller: Caller
    parameters: dict[str, Any] = field(default_factory=dict)
    body: Any = None

    @property
    def idempotency_id(self) -> str | None:
        """The idempotency id of the request, if the operation supports one and the request has one."""
        return self.body.get("idempotencyId") if self.operation.is_idempotent else None

    @property
    def key(self) -> tuple[str, str]:
        """What two calls with one idempotency id have in common; it differs between calls without one."""
        return self.operation.id, (self.idempotency_id or f"{id(self)}").lower()


@dataclass(frozen=True)
class Success:
    """The result of a handler where a JSON value alone is not enough.

    `omitted` names required fields that the caller asked to leave out. `status` is set where it is not the usual one,
    such as 204. An export has `content` and `headers` instead of `value`; `make_content` makes a large content later,
    while other requests run, so it must not use the context. `packed` is the compressed content, if there is one.
    """

    value: Any = None
    omitted: tuple[str, ...] = ()
    status: int | None = None
    content: bytes | None = None
    packed: bytes | None = None
    make_content: Callable[[], bytes] | None = None
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Context, Call], Any]
Finish = Callable[[Success], Response]
"""Makes the response of a long call, and stores it under its idempotency id."""
LongHandler = Callable[[Context, Call, Finish], Steps[Response]]
"""A handler of many steps. It opens its own transactions, and calls `Finish` in the one that makes the call final."""

_HANDLERS: dict[str, Handler] = {}
_LONG_HANDLERS: dict[str, tuple[Callable[[Context, Call], bool], LongHandler]] = {}


def operation(operation_id: str) -> Callable[[Handler], Handler]:
    """Register a function as the handler of an operation."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[operation_id] = handler
        return handler

    return register


def long_operation(operation_id: str, is_long: Callable[[Context, Call], bool]) -> Callable[[LongHandler], LongHandler]:
    """Register a function as the handler of those calls of an operation for which `is_long` returns True."""

    def register(handler: LongHandler) -> LongHandler:
        _LONG_HANDLERS[operation_id] = (is_long, handler)
        return handler

    return register


def operation_in_steps(operation_id: str) -> Callable[[LongHandler], LongHandler]:
    """Register a function of many steps as the handler of all calls of an operation."""

    def register(handler: LongHandler) -> LongHandler:
        operation(operation_id)(_never_called)
        return long_operation(operation_id, lambda context, call: True)(handler)

    return register


def _never_called(context: Context, call: Call) -> Any:
    raise AssertionError(f"{call.operation.id} runs in steps")


def find_long(context: Context, call: Call) -> LongHandler | None:
    """Return the handler of many steps for a call; None if the usual one does."""
    is_long, handler = _LONG_HANDLERS.get(call.operation.id, (None, None))
    return handler if is_long and is_long(context, call) else None


def find(operation_id: str) -> Handler | None:
    """Return the handler of an operation; None if the sandbox does not implement it."""
    return _HANDLERS.get(operation_id)
