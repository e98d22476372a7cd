"""Delivery reports."""

from __future__ import annotations

from typing import Any

from ..errors import ApiError
from ..world import World
from . import Call, operation
from .messages import basics, text_analysis


@operation("get_single_report")
def get_single_report(world: World, call: Call) -> dict[str, Any]:
    """Show what became of one message of any channel."""
    row = world.store.one("SELECT * FROM messages WHERE msg_id = ?", call.parameters["msgId"].lower())
    if row is None:
        raise ApiError(1160)
    report = {
        **basics(row),
        "updatedAt": row["updated_at"],
        "scheduledAt": row["scheduled_at"],
        "text": row["text"],
        "textAnalysis": text_analysis(row),
        "source": row["source"],
        "channel": row["channel"],
    }
    return {"data": report}
