"""A request and a response as plain values. The rest of the engine knows nothing else of HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

__all__ = ["CONTROL_PREFIX", "JSON", "Poll", "Request", "Response", "json_bytes"]

JSON = "application/json"

CONTROL_PREFIX = "/_sandbox"
"""The paths below it belong to the control API, not to the real API."""


def json_bytes(value: Any) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True)
class Request:
    """A request.

    `path` and `query` are percent-encoded, as in the request line; header names are in lower case. A transport reads at
    most one byte more than `Settings.body_limit` into `body`; the pipeline refuses a longer body.
    """

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def query_values(self) -> dict[str, str]:
        """The query parameters by name; the last value of a repeated one."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def content_type(self) -> str:
        """The media type of the body, without its parameters; empty if there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Poll(NamedTuple):
    """A response that can still change when a message is sent, or when one changes.

    `seconds` is the real time to wait. `recipient` limits it to messages to one number. With the sandbox locked,
    `catch_up` runs once when the wait begins, and `check` after each such change. Both return the new response, or None
    if it is still the same. With `any_change`, `check` runs after every change of the state, so it must be quick.
    `at_end` returns the response when the time is over.
    """

    seconds: float
    recipient: str | None
    catch_up: Callable[[], Response | None]
    check: Callable[[], Response | None]
    any_change: bool = False
    at_end: Callable[[], Response] | None = None


@dataclass(frozen=True)
class Response:
    """A response, and what the transport does besides sending it.

    The transport is what carries requests and responses: `serving/asgi.py` or `serving/in_process.py`.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    latency: float = 0
    """Seconds by which a fault delays the response."""
    delay: float = 0
    """The part of `latency` that the transport waits; 0 with a frozen clock, which was moved instead."""
    reset: bool = False
    """Reset the connection instead of sending the response."""
    truncated: bool = False
    """Announce the whole body, send half of it, and close the connection."""
    poll: Poll | None = None
    """How the response can still change; the transport may wait for that with `Sandbox.waiting`."""
    make_body: Callable[[], bytes] | None = None
    """Makes the body, without the lock of the sandbox. It can take seconds: a server calls it in another thread."""
    rest: Callable[[], Response] | None = None
    """Makes the response. It can take seconds, but locks the sandbox for milliseconds only: a server calls it in
    another thread."""
    streams: bool = False
    """Continue with server-sent events after the body."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do for `Sandbox.complete`."""
        return self.rest is None and self.make_body is None

    @classmethod
    def of_json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
        """Return a JSON response; `value` is anything that `json.dumps` takes."""
        return cls(status, {"Content-Type": JSON, **(headers or {})}, json_bytes(value))

    def polled(self, poll: Poll) -> Response:
        """Return the same response with a `poll`."""
        return replace(self, poll=poll)

    def json(self) -> Any:
        """Return the body as parsed JSON."""
        return json.loads(self.body)
