"""Approval, which people give at the platform: here it comes by itself, in `Settings.approval_time`."""

from __future__ import annotations

from typing import Any

from ..state import scheduler
from ..state.context import Context

__all__ = ["ORIGINATORS", "TEMPLATES", "ask"]

ORIGINATORS = "originators"
TEMPLATES = "templates"

_APPROVAL = "approval"
_CHANGES = {ORIGINATORS: "approved = 1", TEMPLATES: "approved = 1, locked = channel != 'sms'"}


def ask(context: Context, table: str, row_id: int) -> None:
    """Have a row of `originators` or `templates` approved in time; a template for Viber or WhatsApp is locked by it."""
    due = context.clock.seconds() + context.settings.approval_time
    scheduler.schedule(context, _APPROVAL, {"table": table, "id": row_id}, due)


@scheduler.on(_APPROVAL)
def _give(context: Context, at: float, payload: dict[str, Any]) -> None:
    table = payload["table"]
    context.store.execute(f"UPDATE {table} SET {_CHANGES[table]} WHERE id = ?", payload["id"])
