"""The log of API requests and their responses, refused ones included. It is in memory and bounded.

Credentials are not kept. Long bodies are cut off.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import unquote

from ..spec.dates import stamp
from ..spec.errors import INVALID_PARAM, NO_CREDIT, Assumed
from ..spec.openapi import Spec
from .http import Request, Response

__all__ = ["Entry", "RequestLog"]

_LONGEST_BODY = 16 * 1024
_SECRET = frozenset({"authorization", "x-api-key", "cookie", "proxy-authorization"})
_REFUSED = 400

_REMEDIES: dict[int, str] = {
    Assumed.MALFORMED_BODY: "Send one JSON value in UTF-8 as the body.",
    Assumed.CONTENT_TYPE: "Set the header `Content-Type` to `application/json` (a token request: "
    "`application/x-www-form-urlencoded`).",
    Assumed.BODY_TOO_LARGE: "Split the request: a send takes at most 25,000 recipients.",
    Assumed.NO_CREDENTIALS: "Set SMSCX_API_KEY, or pass api_key=... to Configuration.",
    Assumed.BAD_API_KEY: "Use the key that the sandbox prints at its start, `sandbox-key` by default.",
    Assumed.BAD_TOKEN: "Get a new token: POST /oauth/token. A reset of the sandbox ends all tokens.",
    Assumed.INSUFFICIENT_SCOPE: "Request the scope when you get the token, or leave `scope` out to get all scopes.",
    Assumed.FOREIGN_HOST: "Call the sandbox by its IP address, or start it with `--allow-host NAME`.",
    Assumed.FOREIGN_ORIGIN: "Start the sandbox with `--allow-origin ORIGIN`, with the origin of your web page.",
    Assumed.METHOD: "Use one of the methods in the header `Allow` of the response.",
    Assumed.RATE_LIMIT: "Wait until the time in `X-Rate-Limit-Reset`, or raise the limit: POST /_sandbox/limits.",
    Assumed.SERVER_ERROR: "See the message. A fault rule or a magic number also causes this: GET /_sandbox/faults.",
    1207: "Write numbers in E.164, such as +31612469333, or set `countryIso` for national numbers.",
    1210: "Write numbers in E.164, such as +31612469333, or set `countryIso`; `allowInvalid` sends to the valid ones.",
    1212: "Change the field that the message names. Its type and limits are in /_sandbox/openapi.json.",
    **dict.fromkeys(NO_CREDIT, "Raise the balance: POST /_sandbox/balance, or send to fewer recipients."),
    1130: "Raise the balance: POST /_sandbox/balance. The most expensive channel counts.",
}
"""What the caller can do about an error, by its code."""
_FIELD = "Change the field that the message names. Its limits are in the reference: /docs#{}."


@dataclass
class Entry:
    """A request, and its response as soon as there is one."""

    id: int
    at: float
    request: Request
    operation: str | None
    response: Response | None = None
    finished: float = 0.0

    @property
    def is_refused(self) -> bool:
        """Whether the response is an error."""
        return self.response is not None and self.response.status >= _REFUSED

    @property
    def error(self) -> dict[str, Any] | None:
        """The error in the response."""
        try:
            found = json.loads(self.response.body)["error"] if self.response and self.is_refused else None
        except (KeyError, TypeError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    @property
    def text(self) -> str:
        """Everything in which a search looks."""
        body = self.response.body.decode(errors="replace") if self.response else ""
        request = self.request.body.decode(errors="replace")
        return f"{self.request.method} {self.request.path} {self.operation} {request} {body}".casefold()


class RequestLog:
    """The latest requests, in the order in which they began."""

    def __init__(self, spec: Spec, most: int) -> None:
        self._spec = spec
        self._entries: deque[Entry] = deque(maxlen=most)
        self._last = 0
        self.just_finished: list[Entry] = []
        """The requests that finished since the waiters were woken last."""

    def begin(self, request: Request, now: float) -> Entry:
        """Add a request."""
        self._last += 1
        headers = {name: "***" if name in _SECRET else value for name, value in request.headers.items()}
        kept = Request(request.method, request.path, request.query, headers, request.body[:_LONGEST_BODY])
        entry = Entry(self._last, now, kept, self._operation(request))
        self._entries.append(entry)
        return entry

    def finish(self, entry: Entry, response: Response, now: float) -> None:
        """Add the response to a request."""
        entry.response = Response(response.status, dict(response.headers), response.body[:_LONGEST_BODY])
        entry.finished = now
        self.just_finished.append(entry)

    def clear(self) -> None:
        """Forget all requests."""
        self._entries.clear()

    def newest_first(self) -> Iterator[Entry]:
        """Yield the finished requests."""
        return (entry for entry in reversed(list(self._entries)) if entry.response)

    def as_json(self, entry: Entry) -> dict[str, Any]:
        """Return a request as the control API shows it."""
        response = entry.response or Response(0)
        headers = {name.lower(): value for name, value in response.headers.items()}
        return {
            "id": entry.id,
            "at": stamp(entry.at),
            "operation": entry.operation,
            "method": entry.request.method,
            "path": unquote(entry.request.path),
            "query": entry.request.query,
            "status": response.status,
            "refused": entry.is_refused,
            "requestId": headers.get("x-request-id"),
            "idempotencyId": headers.get("x-idempotency-id"),
            "seconds": round(max(0.0, entry.finished - entry.at), 3),
            "error": entry.error,
            "remedy": self._remedy(entry),
            "request": {"headers": entry.request.headers, "body": _shown(entry.request.body)},
            "response": {"headers": response.headers, "body": _shown(response.body)},
        }

    def _operation(self, request: Request) -> str | None:
        try:
            return self._spec.route(request.method, request.path)[0].id
        except Exception:  # no such path or method
            return None

    def _remedy(self, entry: Entry) -> str | None:
        """Return what the caller can do about an error."""
        if entry.error is None:
            return None
        code = entry.error.get("code")
        if code == Assumed.NO_ROUTE:
            paths = dict.fromkeys(self._spec.document["paths"])
            near = get_close_matches(entry.request.path, paths, 1, 0.4)
            return f"Did you mean {near[0]}?" if near else "All paths are in /_sandbox/openapi.json."
        if code in _REMEDIES:
            return _REMEDIES[code]
        return _FIELD.format(entry.operation) if entry.error.get("type") != "server_error" else _REMEDIES[INVALID_PARAM]


def _shown(body: bytes) -> Any:
    """Return a body as JSON, or as text if it is cut off or something else; None if it is empty."""
    if not body:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        text = body.decode(errors="replace")
        return f"{text}..." if len(body) >= _LONGEST_BODY else text
