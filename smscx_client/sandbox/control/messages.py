"""What was sent: search it, or wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..engine.http import Response
from ..state.money import as_number
from ..state.store import Row
from .endpoint import COUNT, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["ENDPOINTS"]

_SEARCH = (
    "SELECT * FROM messages WHERE id > :after AND (:to IS NULL OR recipient = :to) "
    "AND (:status IS NULL OR status = :status) AND (:channel IS NULL OR channel = :channel) "
    "AND (:search IS NULL OR instr(lower(text || ' ' || recipient || ' ' || originator || ' ' || status), "
    "lower(:search))) ORDER BY id "
)


def _show(message: Row) -> Values:
    """A message as the control API shows it: all that is known of it."""
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


def _find(sandbox: Sandbox, values: Values, ending: str, **more: Any) -> list[Values]:
    asked = {name: values.get(name) for name in ("to", "status", "channel", "search")}
    rows = sandbox.context.store.named(_SEARCH + ending, {**asked, "after": values.get("after", 0), **more})
    return [_show(row) for row in rows]


def _messages(sandbox: Sandbox, values: Values) -> Values:
    if "latest" in values:
        return {"messages": _find(sandbox, values, "DESC LIMIT :limit", limit=values["latest"])[::-1]}
    return {"messages": _find(sandbox, values, "LIMIT :limit", limit=values.get("limit", 500))}


def _wait(sandbox: Sandbox, values: Values) -> Response:
    """The first message that fits, or null when time is up: as long as it is null, the skin may ask again."""
    found = _find(sandbox, values, "LIMIT 1")
    answer = Response.of_json(200, {"message": found[0] if found else None})
    return answer if found else answer.until(values.get("timeout", 10.0))


_FILTERS = {"to": TEXT, "status": TEXT, "channel": TEXT, "search": TEXT, "after": COUNT}
_PATIENCE = {"type": "number", "minimum": 0, "maximum": 300}

ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/messages", _messages, {**_FILTERS, "limit": COUNT, "latest": COUNT}),
    Endpoint("GET", f"{PREFIX}/messages/wait", _wait, {**_FILTERS, "timeout": _PATIENCE}),
)
