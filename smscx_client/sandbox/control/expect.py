"""Expectations: wait for messages, PINs, webhooks or requests that match, for tests in any language.

`POST /_sandbox/expect` returns 200 as soon as they are there. After the timeout it returns 417, and says what came
nearest and in which fields it differs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from ..engine.http import Poll, Response
from ..resources.otp.service import otp_json
from ..spec.errors import INVALID_PARAM, ApiError
from ..state import webhook_queue
from ..state.change_watch import CHANGED
from .endpoint import COUNT, LINE, MOST_ROWS, PREFIX, TEXT, Endpoint, Values
from .messages import message_json

if TYPE_CHECKING:
    from ..engine.request_log import Entry
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_FAILED = 417
_MOST_NEAREST = 3
_MOST_LARGE = 200
"""How many webhooks or requests are compared: they are larger than messages."""
_PATTERNS = frozenset({"text", "url", "data", "path", "body", "error"})
"""The fields that are regular expressions; the others must be equal."""
_NEWEST = f"ORDER BY id DESC LIMIT {MOST_ROWS}"


def _messages(runtime: Runtime, condition: str, *values: Any) -> list[Values]:
    return [message_json(row) for row in runtime.context.store.all(f"SELECT * FROM messages {condition}", *values)]


def _messages_to(runtime: Runtime, where: Values) -> list[Values]:
    if "to" in where:
        return _messages(runtime, f"WHERE recipient = ? {_NEWEST}", where["to"])
    return _messages(runtime, _NEWEST)


def _pins(runtime: Runtime, condition: str = "") -> list[Values]:
    rows = runtime.context.store.all(f"SELECT * FROM otps {condition} {_NEWEST}")
    return [{**otp_json(row), "to": row["phone_number"], "pin": row["pin"]} for row in rows]


def _changed_webhooks(runtime: Runtime) -> list[Values]:
    query = f"SELECT * FROM webhook_deliveries WHERE {CHANGED['webhooks']} {_NEWEST}"
    return [{**row, "data": json.loads(row["data"])} for row in runtime.context.store.all(query)]


def _requests(runtime: Runtime, entries: Iterable[Entry]) -> list[Values]:
    rows = (runtime.requests.as_json(entry) for entry in islice(entries, _MOST_LARGE))
    return [{**row, "body": row["request"]["body"]} for row in rows]


@dataclass(frozen=True)
class _Kind:
    """What an expectation is about: the fields that it may name, the newest rows, and those that have just changed."""

    fields: tuple[str, ...]
    rows: Callable[[Runtime, Values], list[Values]]
    changed: Callable[[Runtime], list[Values]]


_KINDS = {
    "messages": _Kind(
        ("to", "from", "text", "status", "channel", "campaignId", "trackData"),
        _messages_to,
        lambda runtime: _messages(runtime, f"WHERE {CHANGED['messages']} {_NEWEST}"),
    ),
    "pins": _Kind(
        ("to", "status", "pin"),
        lambda runtime, where: _pins(runtime),
        lambda runtime: _pins(runtime, f"WHERE {CHANGED['pins']}"),
    ),
    "webhooks": _Kind(
        ("event", "url", "state", "data"),
        lambda runtime, where: webhook_queue.log(runtime.context, latest=_MOST_LARGE)[::-1],
        _changed_webhooks,
    ),
    "requests": _Kind(
        ("operation", "method", "path", "status", "body", "error"),
        lambda runtime, where: _requests(runtime, runtime.requests.newest_first()),
        lambda runtime: _requests(runtime, reversed(runtime.requests.just_finished)),
    ),
}


@dataclass
class _Expectation:
    """What is expected: `count` rows exactly, or `at_least`, that match `where`. `found` is how many did last time."""

    kind: str
    where: Values
    count: int | None
    at_least: int
    patterns: dict[str, Any]
    found: int = 0

    def can_have_changed(self, runtime: Runtime) -> bool:
        """Whether the rows that have just changed can make a difference: one matches, or too many have matched."""
        if self.count is not None and self.found > self.count:
            return True
        changed = runtime.changed_rows
        if self.kind not in changed:
            changed[self.kind] = _KINDS[self.kind].changed(runtime)
        return any(all(self._is_as_expected(name, row.get(name)) for name in self.where) for row in changed[self.kind])

    def evaluate(self, runtime: Runtime) -> tuple[bool, Response]:
        """Return whether it is met now, and the response that says so."""
        rows = _KINDS[self.kind].rows(runtime, self.where)
        compared = [(self._differences(row), row) for row in rows]
        found = [row for differences, row in compared if not differences]
        self.found = len(found)
        is_met = len(found) == self.count if self.count is not None else len(found) >= self.at_least
        result = {"met": is_met, "count": len(found), "found": found[::-1]}
        if is_met:
            return True, Response.of_json(200, result)
        nearest = sorted((each for each in compared if each[0]), key=lambda each: len(each[0]))[:_MOST_NEAREST]
        error = {
            "type": "expectation_failed",
            "message": self._message(len(found), nearest),
            "uri": f"{PREFIX}/errors/{INVALID_PARAM}",
            "code": INVALID_PARAM,
        }
        rest = [{"differences": differences, "row": row} for differences, row in nearest]
        return False, Response.of_json(_FAILED, {"error": error, **result, "nearest": rest})

    def _differences(self, row: Values) -> dict[str, str]:
        """Return the fields in which a row is not as expected, each with the reason."""
        return {
            name: self._difference(name, row.get(name))
            for name in self.where
            if not self._is_as_expected(name, row.get(name))
        }

    def _is_as_expected(self, name: str, value: Any) -> bool:
        if name not in self.patterns:
            return bool(value == self.where[name])
        return bool(self.patterns[name].is_valid(_as_text(value)))

    def _difference(self, name: str, value: Any) -> str:
        expected = self.where[name]
        if name not in self.patterns:
            return f"is {value!r}, not {expected!r}"
        return f"{_as_text(value)[:200]!r} does not match /{expected}/"

    def _message(self, found: int, nearest: list[tuple[dict[str, str], Values]]) -> str:
        wanted = f"exactly {self.count}" if self.count is not None else f"at least {self.at_least}"
        where = ", ".join(f"{name}={value!r}" for name, value in self.where.items()) or "anything"
        reasons = "; ".join(f"{name} {reason}" for name, reason in (nearest[0][0] if nearest else {}).items())
        hint = f" Nearest: {reasons}." if reasons else f" There are no other {self.kind}."
        return f"Expected {wanted} of {self.kind} with {where}, found {found}.{hint}"


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _expect(runtime: Runtime, values: Values) -> Response:
    kinds = values.keys() & _KINDS.keys()
    if len(kinds) != 1:
        raise ApiError(INVALID_PARAM, detail=f"Give one of {', '.join(_KINDS)}.")
    (kind,) = kinds
    where = values[kind]
    patterns = {name: _pattern(name, where[name]) for name in where.keys() & _PATTERNS}
    expectation = _Expectation(kind, where, values.get("count"), values.get("atLeast", 1), patterns)
    is_met, response = expectation.evaluate(runtime)
    nothing = expectation.count == 0

    def evaluate() -> Response | None:
        met, latest = expectation.evaluate(runtime)
        return latest if met is not nothing else None

    def check() -> Response | None:
        return evaluate() if expectation.can_have_changed(runtime) else None

    if is_met is not nothing:
        return response
    at_end = lambda: expectation.evaluate(runtime)[1]  # noqa: E731
    return response.polled(Poll(values.get("timeout", 5.0), None, evaluate, check, any_change=True, at_end=at_end))


def _pattern(name: str, text: str) -> Any:
    """Compile a regular expression, for an engine that takes linear time whatever the text."""
    try:
        return jsonschema_rs.Draft202012Validator({"pattern": text}, pattern_options=jsonschema_rs.RegexOptions())
    except ValueError as error:
        raise ApiError(INVALID_PARAM, detail=f"`{name}`: is not a regular expression: {str(error)[:200]}.") from None


def _schema(kind: _Kind) -> Values:
    properties = {name: LINE if name in _PATTERNS else TEXT for name in kind.fields}
    if "operation" in properties:
        properties["status"] = COUNT
    return {"type": "object", "properties": properties, "additionalProperties": False}


ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/expect",
        _expect,
        {
            **{name: _schema(kind) for name, kind in _KINDS.items()},
            "count": COUNT,
            "atLeast": {**COUNT, "minimum": 1},
            "timeout": {"type": "number", "minimum": 0, "maximum": 300},
        },
    ),
)
