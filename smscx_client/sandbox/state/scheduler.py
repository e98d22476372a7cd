"""Events that are due later, such as delivery reports and scheduled messages, kept in the store.

An event has a kind, a due time and a JSON payload. A module that schedules a kind registers its handler with `@on`.
Events run in the order of their due times. While a handler runs, the clock returns the due time of its event, even if
the event runs late.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .context import Context
from .ledger import attributed_to

__all__ = ["Handler", "next_due", "on", "release", "run_due", "schedule", "tick"]

Handler = Callable[[Context, float, Any], None]
"""Takes the context, the due time of the event, and its payload."""

_TIME, _TICK, _RELEASE = 0, 1, 2
"""What an event waits for: its time, a tick, or the end of its send. The values of the column `waits_for`."""

_HANDLERS: dict[str, Handler] = {}


def on(kind: str) -> Callable[[Handler], Handler]:
    """Register a function as the handler of one kind of event."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def schedule(context: Context, kind: str, payload: Any, due: float, by_tick: bool = False, held: bool = False) -> None:
    """Schedule an event for a time or, with `by_tick`, for the first tick after that time.

    A `held` event that is due now waits for `release`: a send with many events runs them one after the other.
    """
    waits_for = _TICK if by_tick else _RELEASE if held and due <= context.clock.seconds() else _TIME
    context.store.insert("events", [{"due": due, "waits_for": waits_for, "kind": kind, "payload": json.dumps(payload)}])


def release(context: Context, most: int) -> int:
    """Release the first held events, `most` at most; returns how many there were."""
    held = "SELECT id FROM events WHERE waits_for = ? ORDER BY id LIMIT ?"
    return context.store.execute(f"UPDATE events SET waits_for = ? WHERE id IN ({held})", _TIME, _RELEASE, most)


def next_due(context: Context) -> float | None:
    """Return the due time of the next event that does not wait for a tick."""
    row = context.store.one("SELECT min(due) AS due FROM events WHERE waits_for = ?", _TIME)
    return row["due"] if row else None


def run_due(context: Context) -> None:
    """Run all events that are due, including those that they schedule."""
    now = context.clock.seconds()
    while event := context.store.one(
        "SELECT * FROM events WHERE waits_for = ? AND due <= ? ORDER BY due, id LIMIT 1", _TIME, now
    ):
        _run(context, event["id"], event["kind"], event["payload"], event["due"])


def tick(context: Context) -> int:
    """Run each event that waits for a tick once; returns the number of events."""
    now = context.clock.seconds()
    query = "SELECT * FROM events WHERE waits_for = ? AND due <= ? ORDER BY due, id"
    waiting = context.store.all(query, _TICK, now)
    for event in waiting:
        _run(context, event["id"], event["kind"], event["payload"], now)
    return len(waiting)


def _run(context: Context, event_id: int, kind: str, payload: str, at: float) -> None:
    with context.clock.fixed_at(at), attributed_to(kind), context.transaction():
        context.store.execute("DELETE FROM events WHERE id = ?", event_id)
        _HANDLERS[kind](context, at, json.loads(payload))
