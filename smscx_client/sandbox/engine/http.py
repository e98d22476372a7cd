"""A request and a response as plain values. The rest of the engine knows nothing else of HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

__all__ = ["CONTROL_PREFIX", "Request", "Response"]

CONTROL_PREFIX = "/_sandbox"
"""The paths below it belong to the control API, not to the real API."""


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
    poll_for: float = 0
    """Real seconds for which the transport may repeat the request, because the response can still change."""
    streams: bool = False
    """Continue with server-sent events after the body."""

    @classmethod
    def of_json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
        """Return a JSON response; `value` is anything that `json.dumps` takes."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(status, {"Content-Type": "application/json", **(headers or {})}, body)

    def polled_for(self, seconds: float) -> Response:
        """Return the same response with another `poll_for`."""
        return replace(self, poll_for=seconds)

    def json(self) -> Any:
        """Return the body as parsed JSON."""
        return json.loads(self.body)
