"""The statuses that a message had, with their times: for the page, since the API shows the last one only.

The messages of a batch share their status changes, so that a send to many recipients stores them once. A multichannel
message has those of each batch that it was in, as long as it was there.
"""

from __future__ import annotations

from typing import NamedTuple

from ...spec.dates import stamp
from ...state.context import Context
from ...state.store import Row

__all__ = ["Step", "leave_batch", "record", "timeline"]

_ADD = (
    "INSERT INTO status_changes VALUES (?, ?) ON CONFLICT (batch) DO UPDATE SET changes = changes || excluded.changes"
)
_LEAVE = (
    "INSERT INTO left_batches SELECT id, batch, channel, ifnull((SELECT length(changes) FROM status_changes "
    "WHERE status_changes.batch = messages.batch), 0) FROM messages WHERE "
)


class Step(NamedTuple):
    """A status that a message got, at a time and on a channel."""

    status: str
    at: str
    channel: str


def record(context: Context, batch: int, status: str, at: float) -> None:
    """Add a status change to the messages of a batch."""
    context.store.execute(_ADD, batch, f"{status}@{int(at)} ")


def leave_batch(context: Context, condition: str, *values: object) -> None:
    """Keep the statuses of the messages that match a condition, before they change to another batch."""
    context.store.execute(_LEAVE + condition, *values)


def timeline(context: Context, message: Row) -> list[Step]:
    """Return the statuses of a message from its creation to now."""
    batches = context.store.all("SELECT * FROM left_batches WHERE message = ? ORDER BY rowid", message["id"])
    has_no_batch = message["batch"] is None
    if not has_no_batch:
        batches.append({"batch": message["batch"], "channel": message["channel"], "changes": None})
    steps = [_first(message, batches[0]["channel"] if batches else message["channel"])]
    seen: dict[int, int] = {}  # a message can return to a batch
    for each in batches:
        row = context.store.one("SELECT changes FROM status_changes WHERE batch = ?", each["batch"])
        changes = row["changes"][seen.get(each["batch"], 0) : each["changes"]] if row else ""
        for change in changes.split():
            status, _, at = change.partition("@")
            steps.append(Step(status, stamp(float(at)), each["channel"]))
        seen[each["batch"]] = each["changes"]
    if has_no_batch and message["updated_at"]:  # rejected when it was due
        steps.append(Step(message["status"], message["updated_at"], message["channel"]))
    return steps


def _first(message: Row, channel: str) -> Step:
    was_refused = message["batch"] is None and message["updated_at"] is None
    status = message["status"] if was_refused else "SCHEDULED" if message["scheduled_at"] else "ACCEPTED"
    return Step(status, message["created_at"], channel)
