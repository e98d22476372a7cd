"""Approval, which people give at the platform: here it comes by itself, `Settings.approval_time` after it is asked for."""

from __future__ import annotations

from typing import Any

from . import events
from .world import World

__all__ = ["ORIGINATORS", "TEMPLATES", "approve", "ask"]

ORIGINATORS = "originators"
TEMPLATES = "templates"

_APPROVAL = "approval"
_CHANGES = {ORIGINATORS: "approved = 1", TEMPLATES: "approved = 1, locked = channel != 'sms'"}


def ask(world: World, table: str, row_id: int) -> None:
    """Have a row of `originators` or `templates` approved in time."""
    due = world.clock.seconds() + world.settings.approval_time
    events.schedule(world, _APPROVAL, {"table": table, "id": row_id}, due)


def approve(world: World, table: str, row_id: int) -> bool:
    """Approve a row now; returns whether there is one. A template for Viber or WhatsApp is locked by it."""
    return bool(world.store.execute(f"UPDATE {table} SET {_CHANGES[table]} WHERE id = ?", row_id))


@events.on(_APPROVAL)
def _give(world: World, at: float, payload: dict[str, Any]) -> None:
    approve(world, payload["table"], payload["id"])
