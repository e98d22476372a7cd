"""One request and one response as plain values: all that the core knows of HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """What the sandbox answers."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @classmethod
    def of_json(cls, status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
        """A JSON answer; `value` holds what `json.dumps` takes."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(status, {"Content-Type": "application/json", **(headers or {})}, body)

    def json(self) -> Any:
        """The body as parsed JSON."""
        return json.loads(self.body)
