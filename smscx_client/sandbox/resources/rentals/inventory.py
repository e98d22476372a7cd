"""The numbers that every sandbox has for rent: those of the examples, and some of each other kind.

All of them are kept for fiction or are among the examples: nobody has them.
"""

from __future__ import annotations

import json
from typing import Any

from ...engine.examples import at, data
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row

_MORE: tuple[dict[str, Any], ...] = (
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


def fill(context: Context) -> None:
    """Put the numbers on offer."""
    examples = data(context, "get_available_numbers")
    now = context.stamp()
    rows = [_row(shown, shown["phoneNumber"], at(context, shown["datetime"])) for shown in examples]
    context.store.insert("numbers", [*rows, *(_row(shown, shown["phoneNumber"], now) for shown in _MORE)])


def rented(shown: dict[str, Any], listed_at: str) -> Row:
    """The number of a rental, shown as the API shows that; how it was set up, it does not say."""
    described = {**shown, "rentCost": shown["renewCost"], "setupTime": "instant", "registration": False}
    return _row(described, shown["phoneNumber"], listed_at)


def _row(shown: dict[str, Any], phone_number: str | None, listed_at: str) -> Row:
    costs = [{"days": each["days"], "cost": millionths(each["cost"])} for each in shown["rentCost"]]
    outbound = shown["outboundSmsCost"]
    return {
        "number_id": shown["numberId"],
        "phone_number": phone_number,
        "pool": shown.get("pool"),
        "country_iso": shown["countryIso"],
        "network_operator": shown["networkOperator"],
        "features": shown["features"],
        "number_type": shown["numberType"],
        "inbound_sms_cost": millionths(shown["inboundSmsCost"]),
        "outbound_sms_cost": None if outbound is None else millionths(outbound),
        "setup_cost": millionths(shown["setupCost"]),
        "rent_costs": json.dumps(costs),
        "min_rent": shown["minRent"],
        "setup_time": shown["setupTime"],
        "registration": shown["registration"],
        "inbound_sms_sender": shown["inboundSmsSender"],
        "listed_at": listed_at,
    }
