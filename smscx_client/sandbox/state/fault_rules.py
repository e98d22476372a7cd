"""Fault rules in the store: which calls and which webhooks get a fault, and how often.

`engine/faults.py` applies the faults of API calls, `webhook_queue.py` those of webhooks: a delivery that comes twice,
late, in the wrong order, or not at all.
"""

from __future__ import annotations

import json
from typing import Any

from .context import Context

__all__ = ["ANY", "WEBHOOK", "WEBHOOK_FAULTS", "add", "first_match", "for_webhook"]

ANY = "*"
"""Stands for all operations, or for all events."""
WEBHOOK = "webhook:"
"""What the operation of a rule for webhooks begins with; the event follows."""
WEBHOOK_FAULTS = ("duplicate", "reorder", "delay", "drop")


def add(context: Context, operation: str, effect: dict[str, Any], times: int | None, probability: float) -> int:
    """Add a rule for a number of times or, with None, for ever; returns the id of the rule."""
    row = {"operation": operation, "effect": json.dumps(effect), "times": times, "probability": probability}
    context.store.insert("faults", [row])
    return int(context.store.all("SELECT max(id) AS id FROM faults")[0]["id"])


def first_match(context: Context, operation: str, any_operation: str = ANY) -> dict[str, Any] | None:
    """Return the effect of the first rule that matches, by operation, remaining times and probability."""
    rules = context.store.all(
        "SELECT * FROM faults WHERE operation IN (?, ?) AND times IS NOT 0 ORDER BY id", operation, any_operation
    )
    for rule in rules:
        if rule["probability"] >= 1 or context.rng.chance(rule["probability"]):
            context.store.execute("UPDATE faults SET times = times - 1, struck = struck + 1 WHERE id = ?", rule["id"])
            effect: dict[str, Any] = json.loads(rule["effect"])
            return effect
    return None


def for_webhook(context: Context, event: str) -> dict[str, Any]:
    """Return the fault of the webhooks of an event, as `{"webhook", "seconds"}`; empty without a rule for them."""
    return first_match(context, f"{WEBHOOK}{event}", f"{WEBHOOK}{ANY}") or {}
