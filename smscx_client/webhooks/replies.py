"""What the receiver and its adapters to web servers share: replies, and waiting for async handlers."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, Callable, NamedTuple, Protocol

__all__ = ["DISCARDED", "Await", "Endpoint", "Reply", "announced_length", "finish", "run_alone"]

Await = Callable[[Awaitable[Any]], Any]
"""Waits for what an async handler returned."""

DISCARDED = 16 * 1_048_576
"""Bytes of an unwanted body to read and discard, so that the sender gets the reply instead of a reset."""

_DIGITS = 18
"""Digits of a length to read. More are never needed, and thousands of them are slow to read."""


class Reply(NamedTuple):
    """What to send back: a status, one sentence, and headers."""

    status: int
    """The HTTP status."""
    text: str
    """The sentence, for people who read the log of the sender."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers besides those of every reply."""

    @property
    def body(self) -> bytes:
        """The sentence as a line of UTF-8 text."""
        return f"{self.text}\n".encode()

    @property
    def all_headers(self) -> list[tuple[str, str]]:
        """All headers of the response."""
        fixed = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(self.body)))]
        return [*fixed, ("Cache-Control", "no-store"), *self.headers]


class Endpoint(Protocol):
    """What an adapter to a web server needs of a receiver; :class:`Receiver` documents the methods."""

    max_body: int

    def check(self, method: str, query: str, headers: Mapping[str, str]) -> Reply | None:
        """Judge the head of a request."""
        ...

    def receive(self, body: bytes, wait_for: Await | None = None) -> Reply:
        """Handle the body of a delivery."""
        ...

    def too_large(self) -> Reply:
        """Refuse a body for its size."""
        ...


def announced_length(headers: Mapping[str, str]) -> int | None:
    """The length of the body that a request announces; None without one.

    :param headers: with names in lower case.
    """
    length = headers.get("content-length", "").strip()
    return int(length[:_DIGITS]) if length.isdecimal() else None


async def finish(awaitable: Awaitable[Any]) -> Any:
    """The result of an awaitable, as a coroutine."""
    return await awaitable


def run_alone(awaitable: Awaitable[Any]) -> Any:
    """Wait for an awaitable in an event loop of its own, in another thread if this one has a loop already.

    It has the context variables of the caller.
    """
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(finish(awaitable))
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(copy_context().run, asyncio.run, finish(awaitable)).result()
