"""What happens later: delivery reports, scheduled messages and all that waits for its time, kept in the store.

An event is a kind, a due time and a JSON payload; a module that schedules a kind registers its handler with `@on`.
Events run in the order of their due times, each at its own time however late the clock is looked at: to its handler the
clock shows that time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .context import Context
from .ledger import booked_under

__all__ = ["Handler", "next_due", "on", "run_due", "schedule", "tick"]

Handler = Callable[[Context, float, Any], None]
"""Takes the context, the time at which the event is due, and its payload."""

_HANDLERS: dict[str, Handler] = {}


def on(kind: str) -> Callable[[Handler], Handler]:
    """Make a function the handler of one kind of event."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def schedule(context: Context, kind: str, payload: Any, due: float, by_tick: bool = False) -> None:
    """Let an event happen at a time, or `by_tick`: at the first tick after it."""
    context.store.insert("events", [{"due": due, "by_tick": by_tick, "kind": kind, "payload": json.dumps(payload)}])


def next_due(context: Context) -> float | None:
    """When the next event is due that waits for no tick."""
    row = context.store.one("SELECT min(due) AS due FROM events WHERE by_tick = 0")
    return row["due"] if row else None


def run_due(context: Context) -> None:
    """Run every event whose time has come, and those that these bring on."""
    now = context.clock.seconds()
    while event := context.store.one(
        "SELECT * FROM events WHERE by_tick = 0 AND due <= ? ORDER BY due, id LIMIT 1", now
    ):
        _run(context, event["id"], event["kind"], event["payload"], event["due"])


def tick(context: Context) -> int:
    """Run once every event that waits for a tick; returns how many there were."""
    now = context.clock.seconds()
    waiting = context.store.all("SELECT * FROM events WHERE by_tick = 1 AND due <= ? ORDER BY due, id", now)
    for event in waiting:
        _run(context, event["id"], event["kind"], event["payload"], now)
    return len(waiting)


def _run(context: Context, event_id: int, kind: str, payload: str, at: float) -> None:
    with context.clock.showing(at), booked_under(kind), context.transaction():
        context.store.execute("DELETE FROM events WHERE id = ?", event_id)
        _HANDLERS[kind](context, at, json.loads(payload))
