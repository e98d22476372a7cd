"""Approval of originators and templates: the sandbox approves them itself, after `Settings.approval_time`."""

from __future__ import annotations

from typing import Any

from ...state import scheduler
from ...state.context import Context

__all__ = ["ORIGINATORS", "TEMPLATES", "request_approval"]

ORIGINATORS = "originators"
TEMPLATES = "templates"

_APPROVAL = "approval"
_CHANGES = {ORIGINATORS: "approved = 1", TEMPLATES: "approved = 1, locked = channel != 'sms'"}


def request_approval(context: Context, table: str, row_id: int) -> None:
    """Schedule the approval of a row of `originators` or `templates`.

    Approval also locks a template for Viber or WhatsApp.
    """
    due = context.clock.seconds() + context.settings.approval_time
    scheduler.schedule(context, _APPROVAL, {"table": table, "id": row_id}, due)


@scheduler.on(_APPROVAL)
def _approve(context: Context, at: float, payload: dict[str, Any]) -> None:
    table = payload["table"]
    context.store.execute(f"UPDATE {table} SET {_CHANGES[table]} WHERE id = ?", payload["id"])
