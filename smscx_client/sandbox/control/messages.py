"""The sent messages: search them, or wait for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..engine.http import Response
from ..state.money import as_number
from ..state.store import Row
from .endpoint import COUNT, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_SEARCH = (
    "SELECT * FROM messages WHERE id > :after AND (:to IS NULL OR recipient = :to) "
    "AND (:status IS NULL OR status = :status) AND (:channel IS NULL OR channel = :channel) "
    "AND (:search IS NULL OR instr(lower(text || ' ' || recipient || ' ' || originator || ' ' || status), "
    "lower(:search))) ORDER BY id "
)


def _message_json(message: Row) -> Values:
    """Return a message as the control API shows it, with all its data."""
    return {
        "id": message["id"],
        "msgId": message["msg_id"],
        "campaignId": message["campaign_id"],
        "channel": message["channel"],
        "to": message["recipient"],
        "countryIso": message["country_iso"],
        "from": message["originator"],
        "text": message["text"],
        "status": message["status"],
        "errorCode": message["error_code"],
        "encoding": message["encoding"],
        "parts": message["parts"],
        "cost": as_number(message["cost"]),
        "createdAt": message["created_at"],
        "scheduledAt": message["scheduled_at"],
        "updatedAt": message["updated_at"],
        "trackData": message["track_data"],
    }


def _find(runtime: Runtime, values: Values, ending: str, **more: Any) -> list[Values]:
    filters = {name: values.get(name) for name in ("to", "status", "channel", "search")}
    query = _SEARCH if (values.get("search") or "").isascii() else _SEARCH.replace("lower(", "casefold(")
    rows = runtime.context.store.named(query + ending, {**filters, "after": values.get("after", 0), **more})
    return [_message_json(row) for row in rows]


def _messages(runtime: Runtime, values: Values) -> Values:
    if "latest" in values:
        return {"messages": _find(runtime, values, "DESC LIMIT :limit", limit=values["latest"])[::-1]}
    return {"messages": _find(runtime, values, "LIMIT :limit", limit=values.get("limit", 500))}


def _wait(runtime: Runtime, values: Values) -> Response:
    """Return the first matching message, or null; while it is null, the transport may repeat the request."""
    found = _find(runtime, values, "LIMIT 1")
    response = Response.of_json(200, {"message": found[0] if found else None})
    return response if found else response.polled_for(values.get("timeout", 10.0))


_FILTERS = {"to": TEXT, "status": TEXT, "channel": TEXT, "search": TEXT, "after": COUNT}
_TIMEOUT = {"type": "number", "minimum": 0, "maximum": 300}

ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/messages", _messages, {**_FILTERS, "limit": COUNT, "latest": COUNT}),
    Endpoint("GET", f"{PREFIX}/messages/wait", _wait, {**_FILTERS, "timeout": _TIMEOUT}),
)
