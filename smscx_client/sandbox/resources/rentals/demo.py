"""The numbers that every sandbox offers, and the example data: rentals, one of them with inbound SMS.

No number is in real use: all are reserved for fiction or are in the examples.
"""

from __future__ import annotations

import json
from typing import Any

from ...engine.examples import at, data
from ...spec.dates import stamp
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row
from . import service as rentals

_DAY = 86_400
_WEEKLY_RENT_ID = "6b1f0a52-93c4-4d8e-a7b0-2f5c8e1d4a97"
"""The id of a rental whose number has a minimum of a week; the examples have no such rental."""

_OTHER_NUMBERS: tuple[dict[str, Any], ...] = (
    {
        "numberId": "b3a69282-6888-494c-aec7-67f7e0564768",
        "phoneNumber": "+491729980752",
        "countryIso": "DE",
        "networkOperator": "Vodafone",
        "features": 3,
        "numberType": "mobile",
        "inboundSmsCost": 0.01,
        "outboundSmsCost": 0.08,
        "setupCost": 5,
        "rentCost": [{"days": 7, "cost": 4}, {"days": 30, "cost": 12}],
        "minRent": 7,
        "setupTime": "delayed",
        "registration": True,
        "inboundSmsSender": True,
    },
    {
        "numberId": "7d7fbc25-20ba-42d6-82af-a2b8d926c609",
        "phoneNumber": "+442079460123",
        "countryIso": "GB",
        "networkOperator": "BT",
        "features": 1,
        "numberType": "landline",
        "inboundSmsCost": 0,
        "outboundSmsCost": None,
        "setupCost": 0,
        "rentCost": [{"days": 7, "cost": 2.5}, {"days": 30, "cost": 7}],
        "minRent": 7,
        "setupTime": "delayed",
        "registration": False,
        "inboundSmsSender": False,
    },
    {
        "numberId": "54d3eb9d-4332-4196-927a-ca5c9872eeb8",
        "phoneNumber": "+61491570157",
        "countryIso": "AU",
        "networkOperator": "Telstra",
        "features": 3,
        "numberType": "mobile",
        "inboundSmsCost": 0,
        "outboundSmsCost": 0.04,
        "setupCost": 0,
        "rentCost": [{"days": 30, "cost": 15}],
        "minRent": 30,
        "setupTime": "instant",
        "registration": False,
        "inboundSmsSender": False,
    },
    {
        "numberId": "9a67525e-dbc9-4f22-90a6-13664d6de845",
        "phoneNumber": None,
        "pool": "+141555501",
        "countryIso": "US",
        "networkOperator": "AT&T",
        "features": 7,
        "numberType": "mobile",
        "inboundSmsCost": 0,
        "outboundSmsCost": 0.01,
        "setupCost": 0,
        "rentCost": [{"days": 1, "cost": 0.2}, {"days": 7, "cost": 0.8}, {"days": 30, "cost": 2}],
        "minRent": 1,
        "setupTime": "instant",
        "registration": False,
        "inboundSmsSender": False,
    },
)
"""Numbers of each kind that the examples do not have."""


def set_up(context: Context) -> None:
    """Add the numbers on offer."""
    now = context.stamp()
    examples = [
        _number_row(number, at(context, number["datetime"])) for number in data(context, "get_available_numbers")
    ]
    context.store.insert("numbers", [*examples, *(_number_row(number, now) for number in _OTHER_NUMBERS)])


def fill(context: Context) -> None:
    """Add the rentals of the examples, oldest first."""
    _add_weekly_rental(context)
    for example in reversed(data(context, "get_rented_numbers")):
        starts_at = at(context, example["rentStart"])
        context.store.insert("numbers", [_rented_number_row(example, starts_at)])
        (number,) = context.store.all("SELECT * FROM numbers WHERE number_id = ?", example["numberId"])
        rental = {
            "rent_id": example["rentId"],
            "number": number["id"],
            "rented_number": example["phoneNumber"],
            "callback_url": example["callbackUrl"],
            "auto_renew": example["autoRenew"],
            "active": example["activeRent"],
            "approved": example["approved"],
            "created_at": starts_at,
        }
        rentals.add(context, rental, example["rentPeriod"], millionths(example["rentCost"]))
    inbound = context.spec.operations["get_inbound_sms"].response_example
    (rented,) = context.store.all("SELECT * FROM rentals WHERE rent_id = ?", inbound["info"]["rentId"])
    context.store.insert("inbound_sms", [_inbound_row(context, rented, sms) for sms in reversed(inbound["data"])])


def _add_weekly_rental(context: Context) -> None:
    (number,) = context.store.all("SELECT * FROM numbers WHERE country_iso = 'GB'")
    days = number["min_rent"]
    rental = {
        "rent_id": _WEEKLY_RENT_ID,
        "number": number["id"],
        "rented_number": number["phone_number"],
        "callback_url": None,
        "auto_renew": True,
        "active": True,
        "approved": True,
        "created_at": stamp(context.clock.seconds() - 2 * _DAY),
    }
    rentals.add(context, rental, days, rentals.cost_of(number, days) or 0)


def _rented_number_row(rental: dict[str, Any], listed_at: str) -> Row:
    """A row of the table `numbers` for a rental as the API lists it, without setup time and registration."""
    number = {**rental, "rentCost": rental["renewCost"], "setupTime": "instant", "registration": False}
    return _number_row(number, listed_at)


def _number_row(number: dict[str, Any], listed_at: str) -> Row:
    """A row of the table `numbers` for a number as the API lists it."""
    costs = [{"days": each["days"], "cost": millionths(each["cost"])} for each in number["rentCost"]]
    outbound = number["outboundSmsCost"]
    return {
        "number_id": number["numberId"],
        "phone_number": number["phoneNumber"],
        "pool": number.get("pool"),
        "country_iso": number["countryIso"],
        "network_operator": number["networkOperator"],
        "features": number["features"],
        "number_type": number["numberType"],
        "inbound_sms_cost": millionths(number["inboundSmsCost"]),
        "outbound_sms_cost": None if outbound is None else millionths(outbound),
        "setup_cost": millionths(number["setupCost"]),
        "rent_costs": json.dumps(costs),
        "min_rent": number["minRent"],
        "setup_time": number["setupTime"],
        "registration": number["registration"],
        "inbound_sms_sender": number["inboundSmsSender"],
        "listed_at": listed_at,
    }


def _inbound_row(context: Context, rental: Row, sms: dict[str, Any]) -> Row:
    return {
        "msg_id": sms["msgId"],
        "rental": rental["id"],
        "sender": sms["from"],
        "country_iso": sms["countryIso"],
        "recipient": sms["to"],
        "text": sms["text"],
        "cost": millionths(sms["cost"]),
        "received_at": at(context, sms["receivedAt"]),
    }
