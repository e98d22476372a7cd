"""The sent messages: search them, or wait for one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from smscx_client.text import analyze

from ..engine.http import Poll, Response
from ..resources.messages.delivery import failure_reason
from ..resources.messages.timeline import timeline
from ..spec.errors import ApiError, Assumed
from ..state.change_watch import CHANGED
from ..state.money import as_number
from ..state.store import Row
from .endpoint import COUNT, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS", "MOST_MESSAGES", "message_json"]

MOST_MESSAGES = 10_000
"""The most messages of one response."""

_FILTERS = {
    "to": "recipient = :to",
    "status": "status = :status",
    "channel": "channel = :channel",
    "campaignId": "campaign = (SELECT id FROM campaigns WHERE campaign_id = :campaignId)",
    "trackData": "track_data = :trackData",
    "search": "instr(lower(text || ' ' || recipient || ' ' || originator || ' ' || status), lower(:search))",
}
_INDEXED = frozenset({"to", "campaignId"})
_SLICE = 5000
"""How many messages a search reads while it locks the sandbox: some milliseconds."""
_PAUSE = 0.001
"""Seconds between two slices, so that waiting requests run."""


class _Search:
    """The messages that match filters: the first ones or, with `is_latest`, the last ones.

    It reads ids from a range, slice by slice: a search that finds little reads all messages, and there may be a
    million. Without a filter, or with one that has an index, one slice is enough.
    """

    def __init__(self, runtime: Runtime, values: Values, limit: int, is_latest: bool = False) -> None:
        self.filters = [condition for name, condition in _FILTERS.items() if name in values]
        if not values.get("search", "").isascii():  # SQLite folds the case of ASCII letters only
            self.filters = [condition.replace("lower(", "casefold(") for condition in self.filters]
        self.rows: list[Row] = []
        self._runtime = runtime
        self._values = values
        self._limit = limit
        self._is_latest = is_latest
        self.first = values.get("after", 0)
        """The search covers ids above this one, up to `last`."""
        self.last = runtime.context.store.all("SELECT ifnull(max(id), 0) AS id FROM sent_messages")[0]["id"]
        self._size = _SLICE if values.keys() & _FILTERS.keys() - _INDEXED else self.last

    def slice(self) -> bool:
        """Read one slice; returns whether the search has ended."""
        low, high = self.first, self.last
        if self._is_latest:
            low = self.last = max(low, high - self._size)
        else:
            high = self.first = min(high, low + self._size)
        where = " AND ".join(["id > :low AND id <= :high", *self.filters])
        self.rows += self._runtime.context.store.named(
            f"SELECT * FROM messages WHERE {where} ORDER BY id {'DESC' if self._is_latest else ''} LIMIT :limit",
            {**self._values, "low": low, "high": high, "limit": self._limit - len(self.rows)},
        )
        return self.first >= self.last or len(self.rows) >= self._limit

    def response(self, finish: Callable[[list[Row]], Response]) -> Response:
        """Return the response that `finish` makes of the messages, after the first slice or as a `rest`."""
        return finish(self.rows) if self.slice() else Response(200, rest=lambda: self._finish_later(finish))

    def _finish_later(self, finish: Callable[[list[Row]], Response]) -> Response:
        has_ended = False
        while not has_ended:
            time.sleep(_PAUSE)
            with self._runtime.exclusive():
                has_ended = self.slice()
        with self._runtime.exclusive():
            return finish(self.rows)


def message_json(message: Row) -> Values:
    """Return a message as the control API shows it, with all its data."""
    return {
        "id": message["id"],
        "msgId": message["msg_id"],
        "campaignId": message["campaign_id"],
        "channel": message["channel"],
        "to": message["recipient"],
        "countryIso": message["country_iso"],
        "from": message["originator"],
        "requestedFrom": message["requested_originator"] or message["originator"],
        "text": message["text"],
        "status": message["status"],
        "errorCode": message["error_code"],
        "reason": failure_reason(message),
        "encoding": message["encoding"],
        "parts": message["parts"],
        "cost": as_number(message["cost"]),
        "createdAt": message["created_at"],
        "scheduledAt": message["scheduled_at"],
        "updatedAt": message["updated_at"],
        "trackData": message["track_data"],
    }


def _messages(runtime: Runtime, values: Values) -> Response:
    is_latest = "latest" in values
    search = _Search(runtime, values, values["latest"] if is_latest else values.get("limit", 500), is_latest)

    def finish(rows: list[Row]) -> Response:
        return Response.of_json(200, {"messages": [message_json(row) for row in rows[:: -1 if is_latest else 1]]})

    return search.response(finish)


def _wait(runtime: Runtime, values: Values) -> Response:
    """Return the first matching message, or null; while it is null, the transport may wait."""
    search = _Search(runtime, values, limit=1)
    end, changes = search.last, runtime.context.store.changes
    can_change = bool(values.keys() & {"status", "channel", "search"})
    poll = Poll(
        seconds=values.get("timeout", 10.0),
        recipient=values.get("to"),
        catch_up=lambda: (
            None if changes == runtime.context.store.changes else first("id > :after" if can_change else "id > :end")
        ),
        check=lambda: first(f"id > :after AND {CHANGED['messages']}"),
    )

    def first(condition: str) -> Response | None:
        rows = runtime.context.store.named(
            f"SELECT * FROM messages WHERE {' AND '.join([condition, *search.filters])} ORDER BY id LIMIT 1",
            {"after": 0, **values, "end": max(end, values.get("after", 0))},
        )
        return _first(rows) if rows else None

    return search.response(lambda rows: _first(rows) if rows else _first(rows).polled(poll))


def _first(rows: list[Row]) -> Response:
    return Response.of_json(200, {"message": message_json(rows[0]) if rows else None})


_QUERY = {**dict.fromkeys(_FILTERS, TEXT), "after": COUNT}
_PAGE = {**COUNT, "maximum": MOST_MESSAGES}
_TIMEOUT = {"type": "number", "minimum": 0, "maximum": 300}


def _one(runtime: Runtime, values: Values) -> Values:
    """Return a message with its parts one by one, the characters that force UCS-2, its links and its statuses."""
    row = runtime.context.store.one("SELECT * FROM messages WHERE id = ?", values["id"])
    if row is None:
        raise ApiError(Assumed.NO_ROUTE, detail=f"There is no message {values['id']}.")
    analysis = analyze(row["text"])
    host = re.escape(runtime.context.settings.link_host)
    return {
        **message_json(row),
        "texts": list(analysis.texts),
        "nonGsm": [each._asdict() for each in analysis.non_gsm],
        "links": list(dict.fromkeys(re.findall(rf"{host}/[0-9A-Za-z]+", row["text"]))),
        "timeline": [step._asdict() for step in timeline(row)],
    }


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/messages/{{id}}", _one, {"id": COUNT}),
    Endpoint("GET", f"{PREFIX}/messages", _messages, {**_QUERY, "limit": _PAGE, "latest": _PAGE}),
    Endpoint("GET", f"{PREFIX}/messages/wait", _wait, {**_QUERY, "timeout": _TIMEOUT}),
)
