"""How a message is shown, whichever operation shows it."""

from __future__ import annotations

from typing import Any

from smscx_client.text.segments import UCS_2

from ...state.money import as_number
from ...state.store import Row
from .delivery import STATUS_CODES

__all__ = ["basics", "text_analysis"]


def basics(message: Row) -> dict[str, Any]:
    """The fields that the answer to a send and every report have in common."""
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
