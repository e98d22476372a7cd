"""What becomes of a message: `ACCEPTED` or `SCHEDULED`, then `SENT`, then `DELIVERED` or `FAILED`.

A life is data: steps with the time between them. Reports come at once, in time, or by tick (`Settings.delivery`).
Messages of one send with the same life and time are a wave: they take each step together, in one event. Who asked for
delivery reports is told of each step. What was scheduled for somebody who has opted out by the time is `REJECTED` then,
and paid back; no further channel is tried for who has (assumed).

A multichannel message that fails, or that is not delivered within its `ttl`, goes on in a new wave on its next channel,
and costs what that one costs. Its status stays what it is until the next channel reports. Where the application's
`expireAfterTtl` is false, a channel whose `ttl` has run out may still deliver: if it does so before any other, the
message is that channel's again, and costs what it costs there (assumed, all of it).
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
from ..account.channels import MULTICHANNEL
from ..applications import service as applications

__all__ = ["DEFAULT_LIFE", "LIVES", "STATUS_CODES", "Step", "begin", "lives_of", "set_outcome"]


class Step(NamedTuple):
    """A status, and the seconds that pass before it when reports come in time."""

    status: str
    after: float
    error_code: int | None = None


LIVES = {
    "delivered": (Step("SENT", 1), Step("DELIVERED", 3)),
    "failed": (Step("SENT", 1), Step("FAILED", 5, error_code=27)),
    "refused": (Step("SENT", 1), Step("FAILED", 2, error_code=11)),
    "slow": (Step("SENT", 1), Step("DELIVERED", 600)),
    "unreported": (Step("SENT", 1),),
}
"""What can become of a message that is taken for delivery. The error code is assumed: the guides print no list."""

DEFAULT_LIFE = "delivered"
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

_WAITING = ("ACCEPTED", "SCHEDULED")
_STEP = "message.step"
_TTL = "message.ttl"
_WAVES = "waves"

_REPORTED = "campaign_id, msg_id, track_data, dlr_callback_url, cost FROM messages"
_OPTED_OUT = "recipient IN (SELECT phone_number FROM optouts)"
_MAY_GO_ON = (
    f"wave = ? AND status NOT IN ('DELIVERED', 'FAILED') AND json_array_length(fallbacks) > 0 AND NOT {_OPTED_OUT}"
)
_NEXT = "json_extract(fallbacks, '$[0].{}')"
_OWN = ("channel", "text", "encoding", "cost", "life")
"""What a message has of the channel that it is on."""

_LINGERING = (
    "SELECT messages.id, cost, value AS left FROM messages, json_each(lingering) "
    "WHERE lingering IS NOT NULL AND status NOT IN ('DELIVERED', 'FAILED') AND json_extract(value, '$.wave') = ?"
)
"""Messages that have left a wave for another channel and could still be delivered by it."""


def lives_of(context: Context, phone_numbers: Sequence[str], channel: str = "sms") -> list[str]:
    """The life that a message to each of these numbers will have on a channel."""
    rows = context.store.all("SELECT * FROM outcomes WHERE channel IN ('', ?) ORDER BY channel", channel)
    chosen = {row["phone_number"]: row["life"] for row in rows}
    return [chosen.get(number) or magic_numbers.find(number).scenario or DEFAULT_LIFE for number in phone_numbers]


def set_outcome(context: Context, phone_number: str, life: str, channel: str = "") -> None:
    """Choose the life of messages to a number, on one channel or on each that has no choice of its own."""
    context.store.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", phone_number, channel, life)


def begin(context: Context, campaign_id: str, messages: Iterable[dict[str, Any]]) -> None:
    """Let the waiting messages of a campaign, which are in the store, go their way."""
    waiting = (message for message in messages if message["status"] in _WAITING)
    kinds = dict.fromkeys(
        (message["channel"], message["life"], message["scheduled_at"], message.get("ttl")) for message in waiting
    )
    for channel, life, scheduled_at, ttl in kinds:
        wave = _new_wave(context)
        context.store.execute(
            "UPDATE messages SET wave = ? WHERE campaign_id = ? AND channel = ? AND life = ? AND scheduled_at IS ? "
            f"AND ttl IS ? AND wave IS NULL AND status IN ({', '.join('?' * len(_WAITING))})",
            *(wave, campaign_id, channel, life, scheduled_at, ttl, *_WAITING),
        )
        start = moment(scheduled_at).timestamp() if scheduled_at else context.clock.seconds()
        _set_out(context, wave, life, ttl, start)


def _new_wave(context: Context) -> int:
    wave: int = context.store.get(_WAVES, 0) + 1
    context.store.put(_WAVES, wave)
    return wave


def _set_out(context: Context, wave: int, life: str, ttl: int | None, start: float) -> None:
    _schedule(context, {"wave": wave, "life": life, "step": 0}, start)
    if ttl is not None:
        scheduler.schedule(context, _TTL, wave, start + ttl)


def _schedule(context: Context, payload: dict[str, Any], start: float) -> None:
    delivery = context.settings.delivery
    is_timed = delivery == "timed" or payload["life"] in _ALWAYS_TIMED
    wait = LIVES[payload["life"]][payload["step"]].after if is_timed else 0
    scheduler.schedule(context, _STEP, payload, start + wait, by_tick=delivery == "manual")


@scheduler.on(_STEP)
def _take_step(context: Context, at: float, payload: dict[str, Any]) -> None:
    wave, number = payload["wave"], payload["step"]
    steps = LIVES[payload["life"]]
    step = steps[number]
    if number == 0:
        _reject_opted_out(context, at, wave)
    if step.status == "FAILED":
        _go_on(context, at, wave)
    if step.status == "DELIVERED":
        _take_back(context, wave)
    told = context.store.all(
        f"SELECT {_REPORTED} WHERE wave = ? AND status != ? AND dlr_callback_url IS NOT NULL ORDER BY id",
        *(wave, step.status),
    )
    context.store.execute(
        "UPDATE messages SET status = ?, error_code = ?, updated_at = ? WHERE wave = ?",
        *(step.status, step.error_code, stamp(at), wave),
    )
    _tell(context, at, step, told)
    if number + 1 < len(steps):
        _schedule(context, {**payload, "step": number + 1}, at)


def _reject_opted_out(context: Context, at: float, wave: int) -> None:
    """Do not send what was scheduled for people who have opted out since."""
    rejected = f"wave = ? AND status = 'SCHEDULED' AND {_OPTED_OUT}"
    messages = context.store.all(f"SELECT {_REPORTED} WHERE {rejected} ORDER BY id", wave)
    if messages:
        context.store.execute(
            f"UPDATE messages SET status = 'REJECTED', cost = 0, updated_at = ?, wave = NULL WHERE {rejected}",
            *(stamp(at), wave),
        )
        ledger.refund(context, sum(message["cost"] for message in messages))
        _tell(context, at, Step("REJECTED", 0), messages)


@scheduler.on(_TTL)
def _run_out(context: Context, at: float, wave: int) -> None:
    """Do not wait any longer for what this channel has not delivered."""
    if not applications.settings(context)[MULTICHANNEL]["expireAfterTtl"]:
        fields = ", ".join(f"'{column}', {column}" for column in ("wave", *_OWN))
        context.store.execute(
            f"UPDATE messages SET lingering = json_insert(ifnull(lingering, '[]'), '$[#]', json_object({fields})) "
            f"WHERE {_MAY_GO_ON}",
            wave,
        )
    _go_on(context, at, wave)


def _take_back(context: Context, wave: int) -> None:
    """Have in a wave again what has left it and is not delivered yet, as it was then."""
    for row in context.store.all(_LINGERING, wave):
        left = json.loads(row["left"])
        changes = ", ".join(f"{column} = ?" for column in left)
        context.store.execute(f"UPDATE messages SET {changes} WHERE id = ?", *left.values(), row["id"])
        ledger.refund(context, row["cost"] - left["cost"])


def _go_on(context: Context, at: float, wave: int) -> None:
    """Try the next channel for those of a wave that have one and are not delivered yet."""
    lives = context.store.all(
        f"SELECT {_NEXT.format('life')} AS life, ttl, SUM(cost - {_NEXT.format('cost')}) AS saved FROM messages "
        f"WHERE {_MAY_GO_ON} GROUP BY 1, 2",
        wave,
    )
    for row in lives:
        next_wave = _new_wave(context)
        changes = ", ".join(f"{column} = {_NEXT.format(column)}" for column in _OWN)
        context.store.execute(
            f"UPDATE messages SET wave = ?, {changes}, fallbacks = json_remove(fallbacks, '$[0]'), updated_at = ? "
            f"WHERE {_MAY_GO_ON} AND {_NEXT.format('life')} = ? AND ttl IS ?",
            *(next_wave, stamp(at), wave, row["life"], row["ttl"]),
        )
        ledger.refund(context, row["saved"])  # below zero where it costs more: `quote` has seen to the credit
        _set_out(context, next_wave, row["life"], row["ttl"], at)


def _tell(context: Context, at: float, step: Step, messages: Sequence[Row]) -> None:
    """Queue `dlr_update` for whoever asked for it, in the order in which the messages were sent."""
    shared = {
        "statusCode": STATUS_CODES[step.status],
        "status": step.status,
        "errorCode": step.error_code,
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
