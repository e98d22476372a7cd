"""Simulated delivery: a message goes from `ACCEPTED` or `SCHEDULED` to `SENT`, then to `DELIVERED` or `FAILED`.

A delivery scenario is data: status changes, and the time before each of them. `Settings.delivery` selects whether they
happen at once, after that time, or by tick. The messages of one send with the same scenario and due time form a batch:
one event changes the status of all of them. Each change queues delivery reports for the messages with a callback URL.
A scheduled message to a number that is on the opt-out list when the message is due becomes `REJECTED` and is refunded;
no further channel is tried for such a number (assumed).

A multichannel message that fails, or is not delivered within its `ttl`, moves to a new batch on its next channel, at
the price of that channel. It keeps its status until the next channel reports. If the application's `expireAfterTtl` is
false, a channel can still deliver after its `ttl`: a late delivery. If that happens before any other channel delivers,
the message returns to that channel and its price (all of this is assumed).

`reserve` of a message is what it may still cost in addition on another channel: `state/ledger.py` keeps it back. If the
balance was set through the control API and is too low for a channel, the message stays on the channel that it has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ...spec.dates import moment, stamp
from ...state import ledger, scheduler, webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom import magic_numbers
from ..account.service import MULTICHANNEL
from ..applications import service as applications
from . import storage

__all__ = [
    "DEFAULT_SCENARIO",
    "SCENARIOS",
    "STATUS_CODES",
    "Batch",
    "StatusChange",
    "new_batches",
    "scenarios_for",
    "set_outcome",
    "start_delivery",
]


class StatusChange(NamedTuple):
    """A new status, and the seconds before it with timed delivery."""

    status: str
    after: float
    error_code: int | None = None


SCENARIOS = {
    "delivered": (StatusChange("SENT", 1), StatusChange("DELIVERED", 3)),
    "failed": (StatusChange("SENT", 1), StatusChange("FAILED", 5, error_code=27)),
    "refused": (StatusChange("SENT", 1), StatusChange("FAILED", 2, error_code=11)),
    "slow": (StatusChange("SENT", 1), StatusChange("DELIVERED", 600)),
    "unreported": (StatusChange("SENT", 1),),
}
"""The status changes of an accepted message, by scenario. The error codes are assumed: the guides have no list."""

DEFAULT_SCENARIO = "delivered"
_ALWAYS_TIMED = ("slow",)

STATUS_CODES = {
    "ACCEPTED": 1,
    "SENT": 2,
    "DELIVERED": 3,
    "FAILED": 4,
    "SCHEDULED": 5,
    "REJECTED": 6,
    "NO COVERAGE": 7,
}
"""`statusCode` of each status (assumed)."""

_FINAL = ("DELIVERED", "FAILED")
_UNDELIVERED = ("ACCEPTED", "SCHEDULED")
_STATUS_CHANGE = "message.step"
_TTL_EXPIRY = "message.ttl"
_LAST_BATCH = "last_batch"

_REPORT_COLUMNS = "campaign_id, msg_id, track_data, dlr_callback_url, cost FROM messages"
_OPTED_OUT = "recipient IN (SELECT phone_number FROM optouts)"
_NEXT = "json_extract(fallbacks, '$[0].{}')"
_CHANNEL_COLUMNS = ("channel", "text", "encoding", "cost", "scenario")
"""The columns of a message that depend on its channel."""

_HIGHEST_COST = "ifnull((SELECT max(json_extract(value, '$.cost')) FROM json_each({})), 0)"
_RESERVE = f"max({_HIGHEST_COST.format('fallbacks')}, {_HIGHEST_COST.format('late_deliveries')}, cost) - cost"

_LATE_DELIVERIES = (
    "SELECT message_variants.id, messages, cost, value AS columns FROM message_variants, json_each(late_deliveries) "
    "WHERE late_deliveries IS NOT NULL AND status NOT IN ('DELIVERED', 'FAILED') "
    "AND json_extract(value, '$.batch') = ?"
)
"""Variants that have left a batch for another channel and can still be delivered by the batch."""


def scenarios_for(context: Context, phone_numbers: Sequence[str], channel: str) -> list[str]:
    """The delivery scenario of a message to each of these numbers on a channel."""
    rows = context.store.all("SELECT * FROM outcomes WHERE channel IN ('', ?) ORDER BY channel", channel)
    outcomes = {row["phone_number"]: row["scenario"] for row in rows}
    return [outcomes.get(number) or magic_numbers.find(number).scenario or DEFAULT_SCENARIO for number in phone_numbers]


def set_outcome(context: Context, phone_number: str, scenario: str, channel: str = "") -> None:
    """Set the scenario of future messages to a number, on one channel or on each without a setting of its own."""
    context.store.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", phone_number, channel, scenario)


class Batch(NamedTuple):
    """Messages of one send whose status changes together."""

    number: int
    scenario: str
    scheduled_at: str | None
    ttl: int | None


def new_batches(context: Context, messages: Iterable[Row]) -> list[Batch]:
    """Put messages that are not stored yet in batches."""
    batches: dict[tuple[Any, ...], Batch] = {}
    for message in messages:
        if message["status"] in _UNDELIVERED:
            key = (message["channel"], message["scenario"], message["scheduled_at"], message["ttl"])
            if key not in batches:
                batches[key] = Batch(_new_batch(context), *key[1:])
            message["batch"] = batches[key].number
    return list(batches.values())


def start_delivery(context: Context, batches: Iterable[Batch], *, held: bool = False) -> None:
    """Schedule the delivery of batches; `held` events wait for `scheduler.release`."""
    for batch in batches:
        start = moment(batch.scheduled_at).timestamp() if batch.scheduled_at else context.clock.seconds()
        _schedule_batch(context, batch.number, batch.scenario, batch.ttl, start, held)


def _new_batch(context: Context) -> int:
    batch: int = context.store.get(_LAST_BATCH, 0) + 1
    context.store.put(_LAST_BATCH, batch)
    return batch


def _schedule_batch(
    context: Context, batch: int, scenario: str, ttl: int | None, start: float, held: bool = False
) -> None:
    _schedule_change(context, {"batch": batch, "scenario": scenario, "change": 0}, start, held)
    if ttl is not None:
        scheduler.schedule(context, _TTL_EXPIRY, batch, start + ttl)


def _schedule_change(context: Context, payload: dict[str, Any], start: float, held: bool = False) -> None:
    delivery = context.settings.delivery
    is_timed = delivery == "timed" or payload["scenario"] in _ALWAYS_TIMED
    wait = SCENARIOS[payload["scenario"]][payload["change"]].after if is_timed else 0
    scheduler.schedule(context, _STATUS_CHANGE, payload, start + wait, by_tick=delivery == "manual", held=held)


@scheduler.on(_STATUS_CHANGE)
def _change_status(context: Context, at: float, payload: dict[str, Any]) -> None:
    batch, index = payload["batch"], payload["change"]
    changes = SCENARIOS[payload["scenario"]]
    change = changes[index]
    if index == 0:
        _reject_opted_out(context, at, batch)
    if change.status == "FAILED":
        _try_next_channel(context, at, _movable(context, batch))
    if change.status == "DELIVERED":
        _return_late_deliveries(context, batch)
    in_batch, values = _in_batch(batch, "status != ? AND dlr_callback_url IS NOT NULL", change.status)
    reported = context.store.all(f"SELECT {_REPORT_COLUMNS} WHERE {in_batch} ORDER BY id", *values)
    context.store.execute(
        "UPDATE message_variants SET status = ?, error_code = ?, updated_at = ?, "
        "reserve = CASE WHEN ? THEN 0 ELSE reserve END WHERE batch = ?",
        *(change.status, change.error_code, stamp(at), change.status in _FINAL, batch),
    )
    _queue_delivery_reports(context, at, change, reported)
    if index + 1 < len(changes):
        _schedule_change(context, {**payload, "change": index + 1}, at)


def _in_batch(batch: int, condition: str, *values: Any) -> tuple[str, tuple[Any, ...]]:
    """The SQL condition, and its values, for messages of a batch whose variants meet a condition."""
    return (
        "campaign IN (SELECT campaign FROM message_variants WHERE batch = ?) "
        "AND id BETWEEN (SELECT min(first_message) FROM message_variants WHERE batch = ?) "
        "AND (SELECT max(last_message) FROM message_variants WHERE batch = ?) "
        f"AND variant IN (SELECT id FROM message_variants WHERE batch = ? AND {condition})",
        (batch, batch, batch, batch, *values),
    )


def _reject_opted_out(context: Context, at: float, batch: int) -> None:
    """Reject scheduled messages to numbers that have opted out since."""
    in_batch, values = _in_batch(batch, "status = 'SCHEDULED'")
    rejected = f"{in_batch} AND {_OPTED_OUT}"
    messages = context.store.all(f"SELECT {_REPORT_COLUMNS} WHERE {rejected} ORDER BY id", *values)
    if messages:
        variants = storage.isolate(context, rejected, *values)
        assignments = "status = 'REJECTED', cost = 0, reserve = 0, updated_at = ?, batch = NULL"
        storage.update(context, variants, assignments, stamp(at))
        ledger.refund(context, sum(message["cost"] for message in messages))
        _queue_delivery_reports(context, at, StatusChange("REJECTED", 0), messages)


@scheduler.on(_TTL_EXPIRY)
def _ttl_expired(context: Context, at: float, batch: int) -> None:
    """Move what a channel has not delivered within its `ttl` to the next channel."""
    movable = _movable(context, batch)
    if not applications.settings(context)[MULTICHANNEL]["expireAfterTtl"]:
        columns = ", ".join(f"'{column}', {column}" for column in ("batch", *_CHANNEL_COLUMNS))
        assignment = f"late_deliveries = json_insert(ifnull(late_deliveries, '[]'), '$[#]', json_object({columns}))"
        storage.update(context, movable, assignment)
    _try_next_channel(context, at, movable)


def _return_late_deliveries(context: Context, batch: int) -> None:
    """Return undelivered messages that have left a batch to it, with the columns that they had there.

    Messages that have all of these columns in common return together, or not at all if the credit is too low for them.
    """
    for row in context.store.all(_LATE_DELIVERIES, batch):
        columns = json.loads(row["columns"])
        saved = (row["cost"] - columns["cost"]) * row["messages"]
        if ledger.can_pay(context, -saved):
            assignments = ", ".join(f"{column} = ?" for column in columns)
            storage.update(context, [row["id"]], assignments, *columns.values())
            ledger.refund(context, saved)


def _movable(context: Context, batch: int) -> list[int]:
    """The variants of the undelivered messages of a batch that have a next channel."""
    in_batch, values = _in_batch(batch, "status NOT IN ('DELIVERED', 'FAILED') AND json_array_length(fallbacks) > 0")
    return storage.isolate(context, f"{in_batch} AND NOT {_OPTED_OUT}", *values)


def _try_next_channel(context: Context, at: float, variants: Sequence[int]) -> None:
    """Move messages to new batches on their next channel."""
    groups = context.store.all(
        f"SELECT json_group_array(id) AS variants, {_NEXT.format('scenario')} AS scenario, ttl, "
        f"sum((cost - {_NEXT.format('cost')}) * messages) AS saved FROM message_variants "
        f"WHERE id IN (SELECT value FROM json_each(?)) GROUP BY {_NEXT.format('scenario')}, ttl",
        json.dumps(variants),
    )
    for group in groups:
        if not ledger.can_pay(context, -group["saved"]):
            continue
        next_batch = _new_batch(context)
        changes = ", ".join(f"{column} = {_NEXT.format(column)}" for column in _CHANNEL_COLUMNS)
        assignments = f"batch = ?, {changes}, fallbacks = json_remove(fallbacks, '$[0]'), updated_at = ?"
        moved = json.loads(group["variants"])
        storage.update(context, moved, assignments, next_batch, stamp(at))
        storage.update(context, moved, f"reserve = {_RESERVE}")
        ledger.refund(context, group["saved"])  # negative if the next channel costs more
        _schedule_batch(context, next_batch, group["scenario"], group["ttl"], at)


def _queue_delivery_reports(context: Context, at: float, change: StatusChange, messages: Sequence[Row]) -> None:
    """Queue `dlr_update` for each callback URL, in the order in which the messages were sent."""
    shared = {
        "statusCode": STATUS_CODES[change.status],
        "status": change.status,
        "errorCode": change.error_code,
        "datetime": stamp(at),
    }
    for url in dict.fromkeys(message["dlr_callback_url"] for message in messages if message["dlr_callback_url"]):
        items = [
            {
                "campaignId": message["campaign_id"],
                "msgId": message["msg_id"],
                **shared,
                "trackData": message["track_data"],
            }
            for message in messages
            if message["dlr_callback_url"] == url
        ]
        webhook_queue.notify(context, "dlr_update", url, items)
