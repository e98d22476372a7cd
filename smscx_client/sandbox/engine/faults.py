"""Failures on demand, as rules: an operation, what happens to it, and how often.

The core decides which rule strikes and what it does to an answer; what takes a connection to carry out (a delay, a
reset, a body cut short) stands in the `Response`, and the skin does it.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Any

from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from ..state.context import Context
from ..state.store import Row
from .http import Response

__all__ = ["ANY", "BODIES", "Fault", "add", "clear", "listed", "refusal", "remove", "spoil", "strike"]

ANY = "*"
TRUNCATED = "truncated"

_SPOILT = {
    "garbage": (b'\x00\xff{"data": [nul\xc3\x28', None),
    "empty": (b"", None),
    "html": (b"<!doctype html>\n<title>Bad gateway</title>\n<h1>Bad gateway</h1>\n", "text/html; charset=utf-8"),
}
"""Bodies that are no answer of the API, and the content type that comes with them if not the answer's own."""

BODIES = (TRUNCATED, *_SPOILT)

_CODES = {
    401: Assumed.BAD_API_KEY,
    403: Assumed.INSUFFICIENT_SCOPE,
    404: Assumed.NO_ROUTE,
    405: Assumed.METHOD,
    413: Assumed.BODY_TOO_LARGE,
    415: Assumed.CONTENT_TYPE,
    429: Assumed.RATE_LIMIT,
}
"""The error that goes with a status; for others it is a wrong parameter below 500, and a failed server from there."""

_WHY = "A fault rule of the sandbox asked for it."


@dataclass(frozen=True)
class Fault:
    """What is to go wrong with one request."""

    status: int | None = None
    code: int | None = None
    """One of the API's error codes, with the status that belongs to it."""
    latency: float = 0
    """Seconds. Where the clock is frozen it is moved instead, and nobody waits."""
    reset: bool = False
    """Close the connection instead of answering."""
    body: str | None = None
    """One of `BODIES` in place of the answer's."""
    content_type: str | None = None
    when: str | None = None
    """Whether the operation is carried out: `before` it is (not), or `after` it was."""

    @property
    def acts(self) -> bool:
        """Whether the operation is carried out although its caller may not learn it."""
        if self.when is not None:
            return self.when == "after"
        return self.status is None and self.code is None and not self.reset

    @property
    def has_error(self) -> bool:
        """Whether the answer is an error of the API."""
        return self.status is not None or self.code is not None


def add(context: Context, operation: str, fault: Fault, times: int | None, probability: float) -> int:
    """Let a fault strike an operation: so many times, or for ever; returns the number of the rule."""
    known = context.spec.operations
    if operation != ANY and operation not in known:
        raise ApiError(INVALID_PARAM, detail=f"`operation`: there is no {operation!r}; give an operationId or `{ANY}`.")
    listed_codes = known[operation].codes if operation in known else frozenset[int]()
    if fault.code is not None and fault.code not in {*listed_codes, *Assumed, INVALID_PARAM}:
        raise ApiError(INVALID_PARAM, detail=f"`code`: {operation} never answers with error {fault.code}.")
    row = {"operation": operation, "effect": json.dumps(vars(fault)), "times": times, "probability": probability}
    context.store.insert("faults", [row])
    return int(context.store.all("SELECT max(id) AS id FROM faults")[0]["id"])


def listed(context: Context) -> list[Row]:
    """All rules, those that are used up too: `struck` says how often each was met."""
    return [
        {**row, "effect": json.loads(row["effect"])} for row in context.store.all("SELECT * FROM faults ORDER BY id")
    ]


def remove(context: Context, rule: int) -> int:
    """Drop one rule; returns how many there were of that number."""
    return context.store.execute("DELETE FROM faults WHERE id = ?", rule)


def clear(context: Context) -> None:
    """Drop all rules."""
    context.store.execute("DELETE FROM faults")


def strike(context: Context, operation: str) -> Fault | None:
    """The fault that strikes this request: the first rule that is not used up and that chance does not spare."""
    rules = context.store.all(
        "SELECT * FROM faults WHERE operation IN (?, ?) AND times IS NOT 0 ORDER BY id", operation, ANY
    )
    for rule in rules:
        if rule["probability"] >= 1 or context.rng.chance(rule["probability"]):
            context.store.execute("UPDATE faults SET times = times - 1, struck = struck + 1 WHERE id = ?", rule["id"])
            return Fault(**json.loads(rule["effect"]))
    return None


def refusal(context: Context, fault: Fault) -> ApiError:
    """The error that a fault answers with."""
    if fault.code is not None:
        return ApiError(fault.code, detail=_WHY)
    status = fault.status or 500
    code = _CODES.get(status, INVALID_PARAM if status < 500 else Assumed.SERVER_ERROR)
    headers = {"X-Rate-Limit-Reset": str(math.ceil(context.clock.seconds()) + 1)} if status == 429 else {}
    return ApiError(code, detail=_WHY, headers=headers, status=status)


def spoil(context: Context, fault: Fault, response: Response) -> Response:
    """The answer as the fault leaves it."""
    frozen = context.clock.is_frozen
    if frozen:
        context.clock.advance(fault.latency)
    changes: dict[str, Any] = {
        "latency": fault.latency,
        "delay": 0 if frozen else fault.latency,
        "reset": fault.reset,
        "truncated": fault.body == TRUNCATED,
    }
    body, content_type = _SPOILT.get(fault.body or "", (response.body, None))
    content_type = fault.content_type or content_type
    if content_type:
        changes["headers"] = {**response.headers, "Content-Type": content_type}
    return replace(response, body=body, **changes)
