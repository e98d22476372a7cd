"""Faults of webhooks: a delivery that comes twice, late, in the wrong order, or not at all.

They are rows of the table `faults`, beside those for API calls.
"""

from __future__ import annotations

import json
from typing import Any

from .context import Context

__all__ = ["FAULTS", "WEBHOOK", "first_match"]

WEBHOOK = "webhook:"
"""What the operation of such a rule begins with; the event follows, or `*`."""
FAULTS = ("duplicate", "reorder", "delay", "drop")


def first_match(context: Context, event: str) -> dict[str, Any]:
    """Return the fault of the first rule for an event, as `{"webhook", "seconds"}`; empty if there is none."""
    rules = context.store.all(
        "SELECT * FROM faults WHERE operation IN (?, ?) AND times IS NOT 0 ORDER BY id",
        *(f"{WEBHOOK}{event}", f"{WEBHOOK}*"),
    )
    for rule in rules:
        if rule["probability"] >= 1 or context.rng.chance(rule["probability"]):
            context.store.execute("UPDATE faults SET times = times - 1, struck = struck + 1 WHERE id = ?", rule["id"])
            fault: dict[str, Any] = json.loads(rule["effect"])
            return fault
    return {}
