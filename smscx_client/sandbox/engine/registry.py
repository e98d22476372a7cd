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

__all__ = ["Call", "Handler", "Success", "find", "operation"]


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


@dataclass(frozen=True)
class Success:
    """The result of a handler where a JSON value alone is not enough.

    `omitted` names required fields that the caller asked to leave out. `status` is set where it is not the usual one,
    such as 204. An export has `content` and `headers` instead of `value`; `make_content` makes a large content later,
    while other requests run, so it must not use the context.
    """

    value: Any = None
    omitted: tuple[str, ...] = ()
    status: int | None = None
    content: bytes | None = None
    make_content: Callable[[], bytes] | None = None
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Context, Call], Any]

_HANDLERS: dict[str, Handler] = {}


def operation(operation_id: str) -> Callable[[Handler], Handler]:
    """Register a function as the handler of an operation."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[operation_id] = handler
        return handler

    return register


def find(operation_id: str) -> Handler | None:
    """Return the handler of an operation; None if the sandbox does not implement it."""
    return _HANDLERS.get(operation_id)
