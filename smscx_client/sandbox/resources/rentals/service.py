"""Rented numbers: periods, approval, inbound SMS.

A rental consists of consecutive periods; a renewal adds one. After the last period the rental renews itself or ends; it
also ends if the number is no longer on offer. A number that can send is an originator while it is rented (assumed).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ...spec.dates import moment, stamp
from ...spec.errors import ApiError
from ...state import ledger, scheduler, webhook_queue
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import parse_number
from ..account.service import SMS, channel_prices
from ..applications.service import callback

__all__ = [
    "add",
    "all_rentals",
    "available",
    "cost_of",
    "end",
    "find",
    "free_number",
    "inbound_json",
    "offer",
    "outbound_sms",
    "receive",
    "renew",
    "sms_prices",
    "total_cost",
    "was_rented",
]

_RECEIVES, _SENDS = 1, 2
"""Bits of `features`."""

_DAY = 86_400
_APPROVE, _PERIOD_ENDS = "rental.approve", "rental.period_ends"
_POOL_DIGITS = 2
_RENTALS = (
    "SELECT numbers.*, rentals.*, period.starts_at, period.days, period.cost, "
    "last.ends_at, last.days AS last_days "
    "FROM rentals JOIN numbers ON numbers.id = rentals.number "
    "JOIN rental_periods AS period ON period.id = (SELECT id FROM rental_periods WHERE rental = rentals.id "
    "AND starts_at <= ? ORDER BY id DESC LIMIT 1) "
    "JOIN rental_periods AS last ON last.id = (SELECT max(id) FROM rental_periods WHERE rental = rentals.id)"
)
"""Each rental with its number, its current or last period, and count and cost of its inbound SMS."""


def available(context: Context, country: str) -> list[Row]:
    """The free numbers of a country; a pool of numbers is always listed."""
    return context.store.all(
        "SELECT * FROM numbers WHERE offered AND country_iso = ? AND (phone_number IS NULL "
        "OR phone_number NOT IN (SELECT rented_number FROM rentals WHERE active)) ORDER BY id",
        country,
    )


def offer(context: Context, number_id: str, offered: bool) -> bool:
    """Put a number on offer or take it off; returns whether there is a number with this id.

    A current rental of the number continues to the end of its last period.
    """
    statement = "UPDATE numbers SET offered = ? WHERE number_id = ?"
    return bool(context.store.execute(statement, offered, number_id.lower()))


def free_number(context: Context, number: Row) -> str | None:
    """The phone number for a rental of this number; from a pool, a random one. None if no number is free."""
    if number["phone_number"]:
        candidates = [number["phone_number"]]
    else:
        first = context.rng.number()
        count = 10**_POOL_DIGITS
        candidates = [f"{number['pool']}{(first + each) % count:0{_POOL_DIGITS}d}" for each in range(count)]
    taken = {row["rented_number"] for row in context.store.all("SELECT rented_number FROM rentals WHERE active")}
    return next((each for each in candidates if each not in taken), None)


def cost_of(number: Row, days: int) -> int | None:
    """The price of a period in millionths; None if the number cannot be rented for that many days."""
    costs = {each["days"]: each["cost"] for each in json.loads(number["rent_costs"])}
    return costs.get(days) if days >= number["min_rent"] else None


def all_rentals(context: Context) -> list[Row]:
    """Every rental, newest first."""
    return context.store.all(f"{_RENTALS} ORDER BY rentals.id DESC", context.stamp())


def find(context: Context, rent_id: str) -> Row | None:
    """The rental with this id."""
    return context.store.one(f"{_RENTALS} WHERE rent_id = ?", context.stamp(), rent_id.lower())


def add(context: Context, rental: Row, days: int, cost: int) -> Row:
    """Start a rental that is paid for; `rental` is its row without the id."""
    context.store.insert("rentals", [rental])
    (row,) = context.store.all("SELECT id FROM rentals WHERE rent_id = ?", rental["rent_id"])
    _add_period(context, row["id"], rental["created_at"], days, cost)
    if not rental["approved"]:
        scheduler.schedule(
            context, _APPROVE, rental["rent_id"], context.clock.seconds() + context.settings.approval_time
        )
    return _sync_originator(context, rental["rent_id"])


def renew(context: Context, rental: Row, days: int, cost: int) -> Row:
    """Charge for another period and add it after the last one."""
    ledger.charge(context, cost)
    _add_period(context, rental["id"], rental["ends_at"], days, cost)
    return _sync_originator(context, rental["rent_id"])


def end(context: Context, rental: Row) -> None:
    """End a rental: the number is free again."""
    context.store.execute("UPDATE rentals SET active = 0 WHERE id = ?", rental["id"])
    context.store.execute("DELETE FROM originators WHERE originator = ?", _originator_of(rental))


def total_cost(context: Context, rental: Row) -> int:
    """The cost of all periods of a rental, in millionths."""
    (row,) = context.store.all("SELECT sum(cost) AS cost FROM rental_periods WHERE rental = ?", rental["id"])
    return int(row["cost"])


def outbound_sms(context: Context, rental: Row) -> Row:
    """`total` and `cost` of the SMS sent from the number during the rental, until the next rental of the number."""
    (row,) = context.store.all(
        "SELECT ifnull(sum(messages), 0) AS total, ifnull(sum(messages * cost), 0) AS cost FROM message_variants "
        "WHERE originator = ? AND channel = 'sms' AND status NOT IN ('REJECTED', 'NO COVERAGE') AND created_at >= ? "
        "AND NOT EXISTS "
        "(SELECT 1 FROM rentals WHERE rented_number = ? AND id > ? AND created_at <= message_variants.created_at)",
        *(_originator_of(rental), rental["created_at"], rental["rented_number"], rental["id"]),
    )
    return row


def sms_prices(context: Context, originator: str) -> Mapping[str, int]:
    """The price of a part of an SMS by country, in millionths. A rented number has one price for all countries.

    Assumed: the price of a rented number is per part, not per SMS.
    """
    prices = channel_prices(context, SMS)
    number = context.store.one(
        "SELECT outbound_sms_cost FROM rentals JOIN numbers ON numbers.id = rentals.number "
        "WHERE rented_number = ? AND active AND outbound_sms_cost IS NOT NULL",
        _e164(originator),
    )
    return prices if number is None else dict.fromkeys(prices, int(number["outbound_sms_cost"]))


def was_rented(context: Context, phone_number: str) -> bool:
    """Whether there is a rental of this number, current or ended."""
    return bool(context.store.among("rentals", "rented_number", [_e164(phone_number)]))


def receive(context: Context, to: str, from_: str, text: str) -> Row | None:
    """Store an SMS to a rented number, charge for it as far as the balance allows, and queue its callback.

    Returns its row.

    Returns None if the number is not rented, or cannot receive this SMS: it is not approved yet, only sends, or does
    not accept SMS from alphanumeric senders.
    """
    rental = context.store.one(
        "SELECT rentals.*, features, inbound_sms_cost, inbound_sms_sender, country_iso FROM rentals "
        "JOIN numbers ON numbers.id = rentals.number WHERE rented_number = ? AND active AND approved",
        _e164(to),
    )
    number = parse_number(from_)
    if rental is None or not rental["features"] & _RECEIVES or not (number or rental["inbound_sms_sender"]):
        return None
    row = {
        "msg_id": context.rng.uuid(),
        "rental": rental["id"],
        "sender": number.e164 if number else from_,
        "country_iso": number.country if number else rental["country_iso"],
        "recipient": rental["rented_number"],
        "text": text,
        "cost": ledger.charge_up_to(context, rental["inbound_sms_cost"]),
        "received_at": context.stamp(),
    }
    context.store.insert("inbound_sms", [row])
    url = rental["callback_url"] or callback(context, "sms", "receiveCallback")
    webhook_queue.notify(context, "receive_sms", url, [inbound_json(row)])
    return row


def inbound_json(row: Row) -> dict[str, Any]:
    """An inbound SMS as the API and its callbacks return it."""
    return {
        "msgId": row["msg_id"],
        "from": row["sender"],
        "countryIso": row["country_iso"],
        "to": row["recipient"],
        "text": row["text"],
        "cost": as_number(row["cost"]),
        "receivedAt": row["received_at"],
    }


def _sync_originator(context: Context, rent_id: str) -> Row:
    """Add or update the originator of a changed rental; returns the rental."""
    rental = find(context, rent_id)
    assert rental is not None
    if rental["active"] and rental["features"] & _SENDS:
        is_two_way = rental["features"] & _RECEIVES
        context.store.execute(
            "INSERT INTO originators (originator, is_default, approved, created_at, two_way_type, two_way_country, "
            "two_way_until) VALUES (?, 0, ?, ?, ?, ?, ?) ON CONFLICT (originator) DO UPDATE SET "
            "approved = excluded.approved, two_way_until = excluded.two_way_until",
            *(_originator_of(rental), rental["approved"], rental["created_at"]),
            *(("VLN", rental["country_iso"], rental["ends_at"]) if is_two_way else (None, None, None)),
        )
    return rental


def _originator_of(rental: Row) -> str:
    """The originator of messages from a rented number."""
    return str(rental["rented_number"]).lstrip("+")


def _e164(number: str) -> str:
    """A number with its plus sign, which originators do not have."""
    return f"+{number.lstrip('+')}"


def _add_period(context: Context, rental: int, starts_at: str, days: int, cost: int) -> None:
    due = moment(starts_at).timestamp() + days * _DAY
    period = {"rental": rental, "starts_at": starts_at, "ends_at": stamp(due), "days": days, "cost": cost}
    context.store.insert("rental_periods", [period])
    scheduler.schedule(context, _PERIOD_ENDS, {"rental": rental, "ends_at": period["ends_at"]}, due)


@scheduler.on(_APPROVE)
def _approve(context: Context, at: float, rent_id: str) -> None:
    context.store.execute("UPDATE rentals SET approved = 1 WHERE rent_id = ?", rent_id)
    _sync_originator(context, rent_id)


@scheduler.on(_PERIOD_ENDS)
def _period_ends(context: Context, at: float, payload: dict[str, Any]) -> None:
    """Renew a rental for the length of its last period if auto-renewal is on and the account can pay; else end it."""
    rental = context.store.one(f"{_RENTALS} WHERE rentals.id = ?", context.stamp(), payload["rental"])
    if rental is None or not rental["active"] or rental["ends_at"] != payload["ends_at"]:
        return
    try:
        if rental["auto_renew"] and rental["offered"]:
            renew(context, rental, rental["last_days"], cost_of(rental, rental["last_days"]) or 0)
            return
    except ApiError:
        pass
    end(context, rental)
