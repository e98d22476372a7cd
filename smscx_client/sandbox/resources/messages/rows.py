"""The columns of a message, and the JSON of a message in responses."""

from __future__ import annotations

from typing import Any

from smscx_client.text import UCS_2

from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number
from .delivery import DEFAULT_SCENARIO, STATUS_CODES

__all__ = ["basics", "message_row", "text_analysis"]

_DEFAULTS: Row = {
    "source": "api",
    "error_code": None,
    "scenario": DEFAULT_SCENARIO,
    "batch": None,
    "fallbacks": None,
    "ttl": None,
    "requested_originator": None,
    "reserve": 0,
    "updated_at": None,
    "scheduled_at": None,
    "in_quiet_hours": False,
    "track_data": None,
    "dlr_callback_url": None,
}
"""The columns of a message that have a default."""


def message_row(recipient: Number, **columns: Any) -> Row:
    """All columns of a message; `columns` must contain every column without a default."""
    return {**_DEFAULTS, "recipient": recipient.e164, "country_iso": recipient.country, **columns}


def basics(message: Row) -> dict[str, Any]:
    """The fields that the response to a send and every report have in common."""
    return {
        "msgId": message["msg_id"],
        "status": message["status"],
        "statusCode": STATUS_CODES[message["status"]],
        "errorCode": message["error_code"],
        "createdAt": message["created_at"],
        "inQuietHours": bool(message["in_quiet_hours"]),
        "cost": as_number(message["cost"]),
        "to": message["recipient"],
        "countryIso": message["country_iso"],
        "from": message["originator"],
    }


def text_analysis(message: Row) -> dict[str, Any]:
    """`textAnalysis` of a message."""
    return {
        "length": len(message["text"]),
        "unicode": message["encoding"] == UCS_2,
        "parts": message["parts"],
    }
