"""Rented numbers: one for some time, with SMS that it has received, and one that was rented a moment ago."""

from __future__ import annotations

from typing import Any

from ...engine.examples import at, data
from ...spec.dates import stamp
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row
from . import inventory
from . import service as rentals

_DAY = 86_400
_WEEKLY = "6b1f0a52-93c4-4d8e-a7b0-2f5c8e1d4a97"
"""The id of a rental whose number cannot be had for less than a week: the examples have none."""


def fill(context: Context) -> None:
    """Add the rentals of the examples, the earliest first."""
    _add_weekly(context)
    for shown in reversed(data(context, "get_rented_numbers")):
        began = at(context, shown["rentStart"])
        context.store.insert("numbers", [inventory.rented(shown, began)])
        (number,) = context.store.all("SELECT * FROM numbers WHERE number_id = ?", shown["numberId"])
        rental = {
            "rent_id": shown["rentId"],
            "number": number["id"],
            "rented_number": shown["phoneNumber"],
            "callback_url": shown["callbackUrl"],
            "auto_renew": shown["autoRenew"],
            "active": shown["activeRent"],
            "approved": shown["approved"],
            "created_at": began,
        }
        rentals.add(context, rental, shown["rentPeriod"], millionths(shown["rentCost"]))
    inbound = context.spec.operations["get_inbound_sms"].response_example
    (rented,) = context.store.all("SELECT * FROM rentals WHERE rent_id = ?", inbound["info"]["rentId"])
    context.store.insert("inbound_sms", [_inbound(context, rented, shown) for shown in reversed(inbound["data"])])


def _add_weekly(context: Context) -> None:
    (number,) = context.store.all("SELECT * FROM numbers WHERE country_iso = 'GB'")
    days = number["min_rent"]
    rental = {
        "rent_id": _WEEKLY,
        "number": number["id"],
        "rented_number": number["phone_number"],
        "callback_url": None,
        "auto_renew": True,
        "active": True,
        "approved": True,
        "created_at": stamp(context.clock.seconds() - 2 * _DAY),
    }
    rentals.add(context, rental, days, rentals.cost_of(number, days) or 0)


def _inbound(context: Context, rental: Row, shown: dict[str, Any]) -> Row:
    return {
        "msg_id": shown["msgId"],
        "rental": rental["id"],
        "sender": shown["from"],
        "country_iso": shown["countryIso"],
        "recipient": shown["to"],
        "text": shown["text"],
        "cost": millionths(shown["cost"]),
        "received_at": at(context, shown["receivedAt"]),
    }
