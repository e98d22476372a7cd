"""The queue of webhooks, in the store. No webhook is dropped.

A delivery is one POST of `{event, data}` with up to 200 consecutive items of one event for one URL. Each URL gets its
deliveries in order: while one fails and is repeated, those behind it wait. The server posts them
(`serving/webhook_sender.py`), so that no request waits for a receiver.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from ..spec.dates import stamp
from . import fault_rules
from .context import Context
from .store import Row

__all__ = [
    "MOST_AT_A_RECEIVER",
    "MOST_ITEMS",
    "Delivery",
    "NotPosted",
    "Post",
    "PostResult",
    "claim",
    "log",
    "next_due",
    "notify",
    "post_delivery",
    "record",
    "replay",
]

MOST_ITEMS = 200
"""The most items of one POST."""

MOST_AT_A_RECEIVER = 4
"""The most simultaneous deliveries to one host and port, so that a slow receiver does not block the others."""

Post = Callable[[str, bytes], int]
"""Posts a JSON body to a URL and returns the status of the response; raises an exception if there is none."""

_SUCCESS = range(200, 300)
_LONGEST_ERROR = 300
_MOST_ATTEMPTS = 100
_MOST_SEARCHED = 5000
_HEADS = "SELECT min(id) FROM webhook_deliveries WHERE due IS NOT NULL GROUP BY url"
"""The next delivery of each URL."""
_FREE = (
    f"id IN ({_HEADS}) AND url NOT IN (SELECT value FROM json_each(?)) "
    "AND receiver NOT IN (SELECT value FROM json_each(?))"
)
"""Those that need not wait for a delivery in flight."""


class NotPosted(Exception):
    """This URL never gets a post; the message says why."""


class Delivery(NamedTuple):
    """One POST; `started` is a time of the sandbox's clock."""

    id: int
    url: str
    receiver: str
    body: bytes
    started: float


class PostResult(NamedTuple):
    """The result of a POST: the status of the response, or the error; `is_final` means that it is not repeated."""

    status: int | None
    error: str | None = None
    is_final: bool = False


def notify(context: Context, event: str, url: str | None, items: Sequence[dict[str, Any]]) -> None:
    """Queue items of an event for a URL; without a URL nothing is queued."""
    if not url or not items:
        return
    fault = fault_rules.for_webhook(context, event)
    kind = fault.get("webhook")
    now = context.clock.seconds()
    due = None if kind == "drop" else now + fault.get("seconds", 0.0)
    if kind == "reorder":
        items = _before_last(context, event, url, items)
    rest = items if kind in ("drop", "delay") else items[_join_last(context, event, url, items) :]
    rows = [
        {
            "url": url,
            "receiver": _receiver(url),
            "event": event,
            "data": _as_json(batch),
            "items": len(batch),
            "state": "dropped" if kind == "drop" else "queued",
            "created_at": context.stamp(),
            "due": due,
        }
        for batch in (rest[start : start + MOST_ITEMS] for start in range(0, len(rest), MOST_ITEMS))
    ]
    context.store.insert("webhook_deliveries", rows)
    if kind == "duplicate":
        _repeat_last(context, url)


def _before_last(context: Context, event: str, url: str, items: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Put items before those that wait in the last delivery, which is removed; returns all, newest first."""
    last = _last(context, url)
    if last is None or (last["event"], last["state"], last["replay_of"]) != (event, "queued", None):
        return items[::-1]
    context.store.execute("DELETE FROM webhook_deliveries WHERE id = ?", last["id"])
    return [*items[::-1], *json.loads(last["data"])]


def _repeat_last(context: Context, url: str) -> None:
    """Queue the last delivery of a URL once more."""
    last = _last(context, url)
    if last:
        copy = {name: value for name, value in last.items() if name != "id"}
        context.store.insert("webhook_deliveries", [{**copy, "replay_of": last["id"]}])


def _last(context: Context, url: str) -> Row | None:
    return context.store.one("SELECT * FROM webhook_deliveries WHERE url = ? ORDER BY id DESC LIMIT 1", url)


def _receiver(url: str) -> str:
    """Return scheme, host and port of a URL as written, without user name and password."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?#]', rest, maxsplit=1)[0].rpartition('@')[2]}".lower()


def _join_last(context: Context, event: str, url: str, items: Sequence[dict[str, Any]]) -> int:
    """Add items to the last queued delivery of the URL if it has the same event; returns the number of added items."""
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


def claim(context: Context, in_flight: Collection[Delivery], silent: Collection[str] = ()) -> Delivery | None:
    """Return the delivery that has been due longest and need not wait for one in flight; it gets no more items.

    Those for `silent` receivers come after all others: receivers that did not respond last time.
    """
    now = context.clock.seconds()
    row = context.store.one(
        f"SELECT * FROM webhook_deliveries WHERE {_FREE} AND due <= ? "
        "ORDER BY receiver IN (SELECT value FROM json_each(?)), due, id LIMIT 1",
        *(*_busy(in_flight), now, json.dumps(list(silent))),
    )
    if row is None:
        return None
    context.store.execute("UPDATE webhook_deliveries SET state = 'trying' WHERE id = ?", row["id"])
    body = f'{{"event": {json.dumps(row["event"])}, "data": {row["data"]}}}'
    return Delivery(row["id"], row["url"], row["receiver"], body.encode(), now)


def next_due(context: Context, in_flight: Collection[Delivery]) -> float | None:
    """Return the time at which `claim` returns the next delivery, as far as is known now."""
    row = context.store.one(f"SELECT min(due) AS due FROM webhook_deliveries WHERE {_FREE}", *_busy(in_flight))
    return row["due"] if row else None


def _busy(in_flight: Collection[Delivery]) -> tuple[str, str]:
    """Return the URLs and the receivers that get nothing more for now, as JSON."""
    receivers = Counter(delivery.receiver for delivery in in_flight)
    full = [receiver for receiver, count in receivers.items() if count >= MOST_AT_A_RECEIVER]
    return json.dumps([delivery.url for delivery in in_flight]), json.dumps(full)


def post_delivery(post: Post, delivery: Delivery) -> PostResult:
    """Post a delivery; never raises."""
    try:
        return PostResult(post(delivery.url, delivery.body))
    except NotPosted as reason:
        return PostResult(None, str(reason), is_final=True)
    except Exception as error:
        return PostResult(None, f"{type(error).__name__}: {error}"[:_LONGEST_ERROR])


def record(context: Context, delivery: Delivery, result: PostResult) -> None:
    """Log the result of a post; a failed delivery is due again after a pause."""
    now = context.clock.seconds()
    row = {
        "delivery": delivery.id,
        "status": result.status,
        "error": result.error,
        "started_at": stamp(delivery.started),
        "duration": round(now - delivery.started, 3),
    }
    context.store.insert("webhook_attempts", [row])
    state, due = _outcome(context, delivery, result, now)
    context.store.execute("UPDATE webhook_deliveries SET state = ?, due = ? WHERE id = ?", state, due, delivery.id)


def _outcome(context: Context, delivery: Delivery, result: PostResult, now: float) -> tuple[str, float | None]:
    if result.status in _SUCCESS:
        return "delivered", None
    if result.is_final:
        return "skipped", None
    pauses = context.settings.webhook_retries
    failures = len(context.store.all("SELECT id FROM webhook_attempts WHERE delivery = ?", delivery.id))
    return "trying", now + pauses[min(failures, len(pauses)) - 1]


def replay(context: Context, delivery_id: int) -> int:
    """Post a delivery again: a pending one now, a finished one as a new delivery at the end of the queue.

    Returns the id of the delivery that will be posted; raises LookupError if there is no such delivery.
    """
    row = context.store.one("SELECT * FROM webhook_deliveries WHERE id = ?", delivery_id)
    if row is None:
        raise LookupError(f"there is no delivery {delivery_id}")
    due = context.clock.seconds()
    if row["due"] is not None:
        context.store.execute("UPDATE webhook_deliveries SET due = ? WHERE id = ?", due, delivery_id)
        return delivery_id
    copy = {name: row[name] for name in ("url", "receiver", "event", "data", "items")}
    context.store.insert(
        "webhook_deliveries",
        [{**copy, "state": "queued", "created_at": context.stamp(), "due": due, "replay_of": delivery_id}],
    )
    (last,) = context.store.all("SELECT max(id) AS id FROM webhook_deliveries")
    return int(last["id"])


def log(
    context: Context, after: int = 0, limit: int = 500, latest: int | None = None, search: str = ""
) -> list[dict[str, Any]]:
    """Return the first deliveries with an id above `after`, or the `latest` ones, oldest first.

    `search` looks at the latest ones only. A delivery has its attempts: the last hundred, since a failing one is
    repeated without end.
    """
    fold = "lower" if search.isascii() else "casefold"  # SQLite folds the case of ASCII letters only
    order, count = ("DESC", latest or limit) if latest is not None or search else ("ASC", limit)
    deliveries = context.store.all(
        f"SELECT * FROM (SELECT * FROM webhook_deliveries WHERE id > ? ORDER BY id {order} LIMIT ?) WHERE ? = '' OR "
        f"instr({fold}(event || ' ' || url || ' ' || state || ' ' || data), {fold}(?)) LIMIT ?",
        *(after, _MOST_SEARCHED if search else count, search, search, count),
    )
    return [_delivery_json(row, _attempts(context, row["id"])) for row in sorted(deliveries, key=itemgetter("id"))]


def _attempts(context: Context, delivery_id: int) -> list[dict[str, Any]]:
    rows = context.store.all(
        "SELECT status, error, duration, started_at AS startedAt FROM webhook_attempts WHERE delivery = ? "
        "ORDER BY id DESC LIMIT ?",
        *(delivery_id, _MOST_ATTEMPTS),
    )
    return rows[::-1]


def _delivery_json(row: Row, attempts: list[dict[str, Any]]) -> dict[str, Any]:
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
