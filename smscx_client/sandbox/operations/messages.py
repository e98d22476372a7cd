"""How a message is shown, whichever operation shows it."""

from __future__ import annotations

from typing import Any

from ..lifecycle import STATUS_CODES
from ..money import as_number
from ..store import Row
from ..telecom.segments import UCS_2

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
