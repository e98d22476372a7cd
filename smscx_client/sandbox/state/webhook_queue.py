"""What the API tells the user's own servers: queued in the store, never dropped.

A delivery is one POST of `{event, data}`: up to 200 items of one event that happened in a row, for one URL. A URL gets
its deliveries one after the other, in order: while one fails and is tried again, those behind it wait. Whoever serves
the sandbox does the posting (`poster.py`), so that no request waits for a receiver.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from .clock import stamp
from .context import Context
from .store import Row

__all__ = [
    "MOST_AT_A_RECEIVER",
    "MOST_ITEMS",
    "Attempt",
    "Delivery",
    "NotPosted",
    "Post",
    "attempt",
    "claim",
    "log",
    "next_due",
    "notify",
    "record",
    "replay",
]

MOST_ITEMS = 200
"""Items of one POST."""

MOST_AT_A_RECEIVER = 4
"""Deliveries that are on their way to one host and port, so that one who hangs does not take up all that can post."""

Post = Callable[[str, bytes], int]
"""Posts a JSON body to a URL and returns the status of the answer; raises whatever keeps it from one."""

_SUCCESS = range(200, 300)
_LONGEST_ERROR = 300
_HEADS = "SELECT min(id) FROM webhook_deliveries WHERE due IS NOT NULL GROUP BY url"
"""The delivery that is next in turn, for each URL."""
_FREE = (
    f"id IN ({_HEADS}) AND url NOT IN (SELECT value FROM json_each(?)) "
    "AND receiver NOT IN (SELECT value FROM json_each(?))"
)
"""Those of them that need not wait for what is on its way."""


class NotPosted(Exception):
    """Nothing is posted to this URL, now or later; the text says why."""


class Delivery(NamedTuple):
    """One POST to make, begun at a time of the sandbox's clock."""

    id: int
    url: str
    receiver: str
    body: bytes
    started: float


class Attempt(NamedTuple):
    """What came of it: the status of an answer, or the error that there was instead of one."""

    status: int | None
    error: str | None = None
    is_final: bool = False


def notify(context: Context, event: str, url: str | None, items: Sequence[dict[str, Any]]) -> None:
    """Queue items of an event for a URL; without one there is nobody to tell."""
    if url and items:
        rest = items[_join_last(context, event, url, items) :]
        rows = [
            {
                "url": url,
                "receiver": _receiver(url),
                "event": event,
                "data": _as_json(items_of_one),
                "items": len(items_of_one),
                "state": "queued",
                "created_at": context.stamp(),
                "due": context.clock.seconds(),
            }
            for items_of_one in (rest[start : start + MOST_ITEMS] for start in range(0, len(rest), MOST_ITEMS))
        ]
        context.store.insert("webhook_deliveries", rows)


def _receiver(url: str) -> str:
    """The scheme, host and port of a URL as they are written."""
    return "/".join(url.split("/", 3)[:3]).lower()


def _join_last(context: Context, event: str, url: str, items: Sequence[dict[str, Any]]) -> int:
    """How many items have found room in the last delivery for the URL, which takes more of the same event."""
    last = context.store.one(
        "SELECT id, event, state, replay_of, items FROM webhook_deliveries WHERE url = ? ORDER BY id DESC LIMIT 1", url
    )
    if last is None or (last["event"], last["state"], last["replay_of"]) != (event, "queued", None):
        return 0
    joining = items[: MOST_ITEMS - last["items"]]
    if joining:
        context.store.execute(
            "UPDATE webhook_deliveries SET data = substr(data, 1, length(data) - 1) || ?, items = items + ? "
            "WHERE id = ?",
            *(f", {_as_json(joining)[1:]}", len(joining), last["id"]),
        )
    return len(joining)


def _as_json(items: Sequence[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False)


def claim(context: Context, on_their_way: Collection[Delivery]) -> Delivery | None:
    """The delivery that has been due for longest and need not wait for those on their way; it takes no more items."""
    now = context.clock.seconds()
    row = context.store.one(
        f"SELECT * FROM webhook_deliveries WHERE {_FREE} AND due <= ? ORDER BY due, id LIMIT 1",
        *(*_busy(on_their_way), now),
    )
    if row is None:
        return None
    context.store.execute("UPDATE webhook_deliveries SET state = 'trying' WHERE id = ?", row["id"])
    body = f'{{"event": {json.dumps(row["event"])}, "data": {row["data"]}}}'
    return Delivery(row["id"], row["url"], row["receiver"], body.encode(), now)


def next_due(context: Context, on_their_way: Collection[Delivery]) -> float | None:
    """When `claim` will have a delivery to give out, as far as is known now."""
    row = context.store.one(f"SELECT min(due) AS due FROM webhook_deliveries WHERE {_FREE}", *_busy(on_their_way))
    return row["due"] if row else None


def _busy(on_their_way: Collection[Delivery]) -> tuple[str, str]:
    """The URLs and the receivers that are to get nothing more for now, as JSON."""
    receivers = Counter(delivery.receiver for delivery in on_their_way)
    full = [receiver for receiver, count in receivers.items() if count >= MOST_AT_A_RECEIVER]
    return json.dumps([delivery.url for delivery in on_their_way]), json.dumps(full)


def attempt(post: Post, delivery: Delivery) -> Attempt:
    """Make a POST, and say what came of it whatever happens."""
    try:
        return Attempt(post(delivery.url, delivery.body))
    except NotPosted as reason:
        return Attempt(None, str(reason), is_final=True)
    except Exception as error:
        return Attempt(None, f"{type(error).__name__}: {error}"[:_LONGEST_ERROR])


def record(context: Context, delivery: Delivery, made: Attempt) -> None:
    """Log an attempt; a delivery that has failed is due again after a while."""
    now = context.clock.seconds()
    row = {
        "delivery": delivery.id,
        "status": made.status,
        "error": made.error,
        "started_at": stamp(delivery.started),
        "duration": round(now - delivery.started, 3),
    }
    context.store.insert("webhook_attempts", [row])
    state, due = _outcome(context, delivery, made, now)
    context.store.execute("UPDATE webhook_deliveries SET state = ?, due = ? WHERE id = ?", state, due, delivery.id)


def _outcome(context: Context, delivery: Delivery, made: Attempt, now: float) -> tuple[str, float | None]:
    if made.status in _SUCCESS:
        return "delivered", None
    if made.is_final:
        return "skipped", None
    waits = context.settings.webhook_retries
    failures = len(context.store.all("SELECT id FROM webhook_attempts WHERE delivery = ?", delivery.id))
    return "trying", now + waits[min(failures, len(waits)) - 1]


def replay(context: Context, delivery_id: int) -> int:
    """Post a delivery again: one that still waits for its next attempt at once, any other behind all that is queued.

    Returns the id of the delivery that will be posted; a LookupError if there is none to replay.
    """
    row = context.store.one("SELECT * FROM webhook_deliveries WHERE id = ?", delivery_id)
    if row is None:
        raise LookupError(f"there is no delivery {delivery_id}")
    due = context.clock.seconds()
    if row["due"] is not None:
        context.store.execute("UPDATE webhook_deliveries SET due = ? WHERE id = ?", due, delivery_id)
        return delivery_id
    again = {name: row[name] for name in ("url", "receiver", "event", "data", "items")}
    context.store.insert(
        "webhook_deliveries",
        [{**again, "state": "queued", "created_at": context.stamp(), "due": due, "replay_of": delivery_id}],
    )
    (last,) = context.store.all("SELECT max(id) AS id FROM webhook_deliveries")
    return int(last["id"])


def log(context: Context, after: int = 0) -> list[dict[str, Any]]:
    """Every delivery with an id above `after`, oldest first, with its attempts."""
    deliveries = context.store.all("SELECT * FROM webhook_deliveries WHERE id > ? ORDER BY id", after)
    attempts: dict[int, list[dict[str, Any]]] = {}
    for row in context.store.all("SELECT * FROM webhook_attempts WHERE delivery > ? ORDER BY id", after):
        shown = {name: row[name] for name in ("status", "error", "duration")}
        attempts.setdefault(row["delivery"], []).append({**shown, "startedAt": row["started_at"]})
    return [_show(row, attempts.get(row["id"], [])) for row in deliveries]


def _show(row: Row, attempts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "url": row["url"],
        "event": row["event"],
        "data": json.loads(row["data"]),
        "state": row["state"],
        "createdAt": row["created_at"],
        "nextAttemptAt": None if row["due"] is None else stamp(row["due"]),
        "replayOf": row["replay_of"],
        "attempts": attempts,
    }
