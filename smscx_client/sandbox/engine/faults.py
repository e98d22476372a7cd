"""Fault injection by rules: an operation, the fault, and how often.

The pipeline finds the rule and changes the response. What needs a connection (a delay, a reset, a truncated body) is
noted in the `Response`, and the transport does it.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Any

from ..._suggest import did_you_mean
from ..spec.errors import INVALID_PARAM, ApiError, Assumed
from ..state import fault_rules
from ..state.context import Context
from ..state.fault_rules import ANY
from ..state.store import Row
from .http import Response

__all__ = [
    "ANY",
    "BODIES",
    "PROFILES",
    "Fault",
    "add",
    "add_for_webhooks",
    "apply",
    "clear",
    "error_of",
    "first_match",
    "listed",
    "remove",
]

TRUNCATED = "truncated"

_BAD_BODIES = {
    "garbage": (b'\x00\xff{"data": [nul\xc3\x28', None),
    "empty": (b"", None),
    "html": (b"<!doctype html>\n<title>Bad gateway</title>\n<h1>Bad gateway</h1>\n", "text/html; charset=utf-8"),
}
"""Bodies that the API never sends, and their content type where it is not that of the response."""

PROFILES = {"fast": (0.02, 0.1), "usual": (0.1, 0.5), "slow": (0.5, 5.0), "terrible": (2.0, 30.0)}
"""The lowest and the highest latency in seconds by profile (assumed); low ones are more frequent."""

BODIES = (TRUNCATED, *_BAD_BODIES)

_CODES = {
    401: Assumed.BAD_API_KEY,
    403: Assumed.INSUFFICIENT_SCOPE,
    404: Assumed.NO_ROUTE,
    405: Assumed.METHOD,
    413: Assumed.BODY_TOO_LARGE,
    415: Assumed.CONTENT_TYPE,
    429: Assumed.RATE_LIMIT,
}
"""The error for a status; any other status below 500 is an invalid parameter, from 500 on a server error."""

_DETAIL = "A fault rule of the sandbox caused this."


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request."""

    status: int | None = None
    code: int | None = None
    """One of the API's error codes, with the status that belongs to it."""
    latency: float = 0
    """Seconds. A frozen clock is moved instead, without a real delay."""
    profile: str | None = None
    """One of `PROFILES`: adds a latency that differs from response to response."""
    reset: bool = False
    """Reset the connection instead of sending the response."""
    body: str | None = None
    """One of `BODIES`: replaces the body of the response."""
    content_type: str | None = None
    when: str | None = None
    """When the fault happens: `before` the operation, which then does not run, or `after` it."""

    @property
    def runs_operation(self) -> bool:
        """Whether the operation runs, although the caller may not get its response."""
        if self.when is not None:
            return self.when == "after"
        return self.status is None and self.code is None and not self.reset

    @property
    def has_error(self) -> bool:
        """Whether the response is an API error."""
        return self.status is not None or self.code is not None


def add(context: Context, operation: str, fault: Fault, times: int | None, probability: float) -> int:
    """Add a rule for an operation, for a number of times or, with None, for ever; returns the id of the rule."""
    known = context.spec.operations
    if operation != ANY and operation not in known:
        hint = did_you_mean(operation, known)
        problem = f"`operation`: there is no {operation!r}{hint or '.'} Give an operationId or `{ANY}`."
        raise ApiError(INVALID_PARAM, detail=problem)
    listed_codes = known[operation].codes if operation in known else frozenset[int]()
    if fault.code is not None and fault.code not in {*listed_codes, *Assumed, INVALID_PARAM}:
        raise ApiError(INVALID_PARAM, detail=f"`code`: {operation} does not list error {fault.code}.")
    return fault_rules.add(context, operation, vars(fault), times, probability)


def add_for_webhooks(context: Context, event: str, fault: dict[str, Any], times: int | None, probability: float) -> int:
    """Add a rule for the webhooks of an event, or of any; returns the id of the rule."""
    return fault_rules.add(context, f"{fault_rules.WEBHOOK}{event}", fault, times, probability)


def listed(context: Context) -> list[Row]:
    """Return all rules, used-up ones included; `struck` counts how often each was applied."""
    return [
        {**row, "effect": json.loads(row["effect"])} for row in context.store.all("SELECT * FROM faults ORDER BY id")
    ]


def remove(context: Context, rule: int) -> int:
    """Delete one rule; returns the number of deleted rules, 0 or 1."""
    return context.store.execute("DELETE FROM faults WHERE id = ?", rule)


def clear(context: Context) -> None:
    """Delete all rules."""
    context.store.execute("DELETE FROM faults")


def first_match(context: Context, operation: str) -> Fault | None:
    """Return the fault of the first rule that matches a request; None if no rule does."""
    effect = fault_rules.first_match(context, operation)
    return None if effect is None else Fault(**effect)


def error_of(context: Context, fault: Fault) -> ApiError:
    """Return the API error of a fault."""
    if fault.code is not None:
        return ApiError(fault.code, detail=_DETAIL)
    status = fault.status or 500
    code = _CODES.get(status, INVALID_PARAM if status < 500 else Assumed.SERVER_ERROR)
    headers = {"X-Rate-Limit-Reset": str(math.ceil(context.clock.seconds()) + 1)} if status == 429 else {}
    return ApiError(code, detail=_DETAIL, headers=headers, status=status)


def apply(context: Context, fault: Fault, response: Response) -> Response:
    """Return the response with the fault applied."""
    frozen = context.clock.is_frozen
    latency = fault.latency + _sample(context, fault.profile)
    if frozen:
        context.clock.advance(latency)
    changes: dict[str, Any] = {
        "latency": latency,
        "delay": 0 if frozen else latency,
        "reset": fault.reset,
        "truncated": fault.body == TRUNCATED,
        "make_body": None if fault.body in _BAD_BODIES else response.make_body,
    }
    body, content_type = _BAD_BODIES.get(fault.body or "", (response.body, None))
    content_type = fault.content_type or content_type
    if content_type:
        changes["headers"] = {**response.headers, "Content-Type": content_type}
    return replace(response, body=body, **changes)


def _sample(context: Context, profile: str | None) -> float:
    """Draw a latency from a profile: the logarithm is evenly distributed."""
    if profile is None:
        return 0
    lowest, highest = PROFILES[profile]
    share = context.rng.number() / (1 << 128)
    return float(lowest * (highest / lowest) ** share)
