"""What each operation does: one module per resource, one function per operation, found by its `operationId`.

Two stand apart: `sends.py` serves the four resources that send, and `messages.py` shows a message for whichever
operation has one to show.

A handler takes the context and a `Call` whose parts have been checked against the description, and returns the JSON
value of the usual success, or an `Answer`. It raises an `ApiError` for whatever the description cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..spec.openapi import Operation
from ..state.context import Context
from .auth import Caller

__all__ = ["Answer", "Call", "Handler", "find", "operation"]


@dataclass(frozen=True)
class Call:
    """A request that has passed every check that needs no state."""

    operation: Operation
    caller: Caller
    parameters: dict[str, Any] = field(default_factory=dict)
    body: Any = None


@dataclass(frozen=True)
class Answer:
    """A success.

    `omitted` names required fields that the caller asked to leave out; `status` is for a success that is not the usual
    one, such as 204; `content` is the body of an export instead of `value`, with headers of its own.
    """

    value: Any = None
    omitted: tuple[str, ...] = ()
    status: int | None = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Context, Call], Any]

_HANDLERS: dict[str, Handler] = {}


def operation(operation_id: str) -> Callable[[Handler], Handler]:
    """Make a function the handler of an operation."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[operation_id] = handler
        return handler

    return register


def find(operation_id: str) -> Handler | None:
    """The handler of an operation; None if the sandbox does not have it yet."""
    return _HANDLERS.get(operation_id)


from .. import resources  # noqa: E402,F401
