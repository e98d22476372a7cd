"""One request and one response as plain values: all that the core knows of HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

__all__ = ["Request", "Response"]


@dataclass(frozen=True)
class Request:
    """What a caller asks.

    `path` and `query` are percent-encoded, as they stood in the request line; header names are in lower case.
    A skin reads at most one byte more than `Settings.body_limit` into `body`: the core refuses what is longer.
    """

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def query_values(self) -> dict[str, str]:
        """The query parameters by name; of a repeated one, the last counts."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def content_type(self) -> str:
        """The media type of the body, without its parameters; empty if not given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True)
class Response:
    """What the sandbox answers, and what a skin has to do beside sending it."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    latency: float = 0
    """Seconds by which a fault makes it late."""
    delay: float = 0
    """Those of them that the skin has to wait: none where the clock is frozen, and was moved instead."""
    reset: bool = False
    """Reset the connection instead of answering."""
    truncated: bool = False
    """Announce the whole body, send half of it, and close the connection."""
    patience: float = 0
    """Seconds of real time for which the skin may ask again, because the answer can still change."""
    streams: bool = False
    """Go on with server-sent events after the body."""

    @classmethod
    def of_json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
        """A JSON answer; `value` holds what `json.dumps` takes."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(status, {"Content-Type": "application/json", **(headers or {})}, body)

    def until(self, seconds: float) -> Response:
        """The same answer, for which the skin may ask again for so long."""
        return replace(self, patience=seconds)

    def json(self) -> Any:
        """The body as parsed JSON."""
        return json.loads(self.body)
