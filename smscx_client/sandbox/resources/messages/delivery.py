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
from .timeline import leave_batch, record

__all__ = [
    "DEFAULT_SCENARIO",
    "SCENARIOS",
    "STATUS_CODES",
    "Batch",
    "StatusChange",
    "failure_reason",
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

_REASONS = {
    ("REJECTED", None): "The recipient is on the opt-out list.",
    ("NO COVERAGE", None): "The account cannot send to this country or network on this channel.",
    ("FAILED", 11): "The network refused the message.",
    ("FAILED", 27): "The phone was not reachable.",
}
"""Why a message was not delivered, by status and error code."""

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
_HAS_NEXT_CHANNEL = (
    f"batch = ? AND status NOT IN ('DELIVERED', 'FAILED') AND json_array_length(fallbacks) > 0 AND NOT {_OPTED_OUT}"
)
_NEXT = "json_extract(fallbacks, '$[0].{}')"
_CHANNEL_COLUMNS = ("channel", "text", "encoding", "cost", "scenario")
"""The columns of a message that depend on its channel."""

_HIGHEST_COST = "ifnull((SELECT max(json_extract(value, '$.cost')) FROM json_each({})), 0)"
_RESERVE = f"max({_HIGHEST_COST.format('fallbacks')}, {_HIGHEST_COST.format('late_deliveries')}, cost) - cost"

_LATE_DELIVERIES = (
    "SELECT messages.id, cost, value AS columns FROM messages, json_each(late_deliveries) WHERE late_deliveries IS "
    "NOT NULL AND status NOT IN ('DELIVERED', 'FAILED') AND json_extract(value, '$.batch') = ?"
)
"""Messages that have left a batch for another channel and can still be delivered by the batch."""


def scenarios_for(context: Context, phone_numbers: Sequence[str], channel: str) -> list[str]:
    """The delivery scenario of a message to each of these numbers on a channel."""
    rows = context.store.all("SELECT * FROM outcomes WHERE channel IN ('', ?) ORDER BY channel", channel)
    outcomes = {row["phone_number"]: row["scenario"] for row in rows}
    return [outcomes.get(number) or magic_numbers.find(number).scenario or DEFAULT_SCENARIO for number in phone_numbers]


def failure_reason(message: Row) -> str | None:
    """Why a message was not delivered, or None if nothing has gone wrong."""
    return _REASONS.get((message["status"], message["error_code"]))


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
        _try_next_channel(context, at, batch)
    if change.status == "DELIVERED":
        _return_late_deliveries(context, batch)
    reported = context.store.all(
        f"SELECT {_REPORT_COLUMNS} WHERE batch = ? AND status != ? AND dlr_callback_url IS NOT NULL ORDER BY id",
        *(batch, change.status),
    )
    context.store.execute(
        "UPDATE messages SET status = ?, error_code = ?, updated_at = ? WHERE batch = ?",
        *(change.status, change.error_code, stamp(at), batch),
    )
    record(context, batch, change.status, at)
    if change.status in _FINAL:
        context.store.execute("UPDATE messages SET reserve = 0 WHERE batch = ? AND reserve > 0", batch)
    _queue_delivery_reports(context, at, change, reported)
    if index + 1 < len(changes):
        _schedule_change(context, {**payload, "change": index + 1}, at)


def _reject_opted_out(context: Context, at: float, batch: int) -> None:
    """Reject scheduled messages to numbers that have opted out since."""
    rejected = f"batch = ? AND status = 'SCHEDULED' AND {_OPTED_OUT}"
    messages = context.store.all(f"SELECT {_REPORT_COLUMNS} WHERE {rejected} ORDER BY id", batch)
    if messages:
        context.store.execute(
            "UPDATE messages SET status = 'REJECTED', cost = 0, reserve = 0, updated_at = ?, batch = NULL "
            f"WHERE {rejected}",
            *(stamp(at), batch),
        )
        ledger.refund(context, sum(message["cost"] for message in messages))
        _queue_delivery_reports(context, at, StatusChange("REJECTED", 0), messages)


@scheduler.on(_TTL_EXPIRY)
def _ttl_expired(context: Context, at: float, batch: int) -> None:
    """Move what a channel has not delivered within its `ttl` to the next channel."""
    if not applications.settings(context)[MULTICHANNEL]["expireAfterTtl"]:
        columns = ", ".join(f"'{column}', {column}" for column in ("batch", *_CHANNEL_COLUMNS))
        context.store.execute(
            "UPDATE messages SET "
            f"late_deliveries = json_insert(ifnull(late_deliveries, '[]'), '$[#]', json_object({columns})) "
            f"WHERE {_HAS_NEXT_CHANNEL}",
            batch,
        )
    _try_next_channel(context, at, batch)


def _return_late_deliveries(context: Context, batch: int) -> None:
    """Return undelivered messages that have left a batch to it, with the columns that they had there."""
    for row in context.store.all(_LATE_DELIVERIES, batch):
        columns = json.loads(row["columns"])
        if not ledger.can_pay(context, columns["cost"] - row["cost"]):
            continue
        changes = ", ".join(f"{column} = ?" for column in columns)
        leave_batch(context, "id = ?", row["id"])
        context.store.execute(f"UPDATE messages SET {changes} WHERE id = ?", *columns.values(), row["id"])
        ledger.refund(context, row["cost"] - columns["cost"])


def _try_next_channel(context: Context, at: float, batch: int) -> None:
    """Move the undelivered messages of a batch to new batches on their next channel, if they have one."""
    groups = context.store.all(
        f"SELECT {_NEXT.format('scenario')} AS scenario, ttl, SUM(cost - {_NEXT.format('cost')}) AS saved "
        f"FROM messages WHERE {_HAS_NEXT_CHANNEL} GROUP BY 1, 2",
        batch,
    )
    for group in groups:
        if not ledger.can_pay(context, -group["saved"]):
            continue
        next_batch = _new_batch(context)
        moved = f"{_HAS_NEXT_CHANNEL} AND {_NEXT.format('scenario')} = ? AND ttl IS ?"
        leave_batch(context, moved, batch, group["scenario"], group["ttl"])
        changes = ", ".join(f"{column} = {_NEXT.format(column)}" for column in _CHANNEL_COLUMNS)
        context.store.execute(
            f"UPDATE messages SET batch = ?, {changes}, fallbacks = json_remove(fallbacks, '$[0]'), updated_at = ? "
            f"WHERE {moved}",
            *(next_batch, stamp(at), batch, group["scenario"], group["ttl"]),
        )
        context.store.execute(f"UPDATE messages SET reserve = {_RESERVE} WHERE batch = ?", next_batch)
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
