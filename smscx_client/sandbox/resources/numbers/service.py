"""Validation of phone numbers, and lookups: status of the phone, network, porting, roaming.

The result of a lookup comes from the table `subscribers` for some numbers, from `telecom.magic_numbers` for the magic
ones, and from the number and the seed for all others: the same number has the same result each time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...spec.errors import ApiError
from ...state.context import Context
from ...state.money import as_number, millionths
from ...state.store import Row
from ...telecom import magic_numbers
from ...telecom.countries import COUNTRIES
from ...telecom.networks import Network, networks, operator
from ...telecom.numbers import Number, parse_number

__all__ = [
    "DESCRIPTIONS",
    "Subscriber",
    "count_by_country",
    "home_network",
    "is_unassigned",
    "lookup_json",
    "new_lookups",
    "refuse_invalid",
    "remove_unfinished",
    "valid_number",
]

DESCRIPTIONS = {
    "ACTIVE": "The phone can be reached.",
    "ABSENT": "The phone cannot be reached.",
    "BARRED": "The operator blocks the number.",
    "UNKNOWN": "The network knows no such subscriber.",
    "FAILED": "No result could be obtained.",
}

_STATUS_PERCENTAGES = {"ABSENT": 5, "UNKNOWN": 2, "BARRED": 1, "FAILED": 1}
"""Percentage of phones that are not `ACTIVE` (assumed)."""
_PORTED_PERCENTAGE = 10
_ROAMING_PERCENTAGE = 3
"""Percentages of ported numbers and of roaming phones (assumed)."""
_ROAMING_COUNTRIES = ("ES", "FR", "IT", "DE", "GB", "US")

_NO_NETWORK = {"countryIso": None, "countryName": None, "mcc": None, "mnc": None, "name": None}


class Subscriber(NamedTuple):
    """The result of a lookup.

    `ported_to` is the name of the network that the number was ported to, `roaming_in` the ISO code of the country that
    the phone roams in.
    """

    status: str
    ported_to: str | None = None
    roaming_in: str | None = None


def valid_number(text: str, country: str | None = None) -> Number | None:
    """Parse a phone number; None if it is invalid or no longer assigned."""
    number = parse_number(text, country)
    return None if number and is_unassigned(number.e164) else number


def is_unassigned(phone_number: str) -> bool:
    """Whether a number in E.164 is no longer assigned to anybody."""
    return magic_numbers.find(phone_number).is_unassigned


def refuse_invalid(invalid: Sequence[str], total: int, *, allow_some: bool = False) -> None:
    """Raise an `ApiError` if any of `total` numbers is invalid; with `allow_some`, only if all are."""
    if invalid and (not allow_some or len(invalid) == total):
        raise ApiError(1207 if total == 1 else 1210, invalid=invalid)


def count_by_country(numbers: Sequence[Number]) -> dict[str, int]:
    """`phoneNumbersByCountry` of a response."""
    return dict(Counter(number.country for number in numbers))


def home_network(context: Context, number: Number) -> Network:
    """The network that the number's range belongs to; a fixed choice by number and seed if the range is unknown."""
    name = operator(number.e164)
    if name:
        return Network.of(number.country, name)
    known = networks(number.country)
    return known[context.rng.stable_number(number.e164) % len(known)]


def new_lookups(context: Context, numbers: Sequence[Number], bulk_id: str | None = None) -> list[Row]:
    """Look up numbers; returns rows for the table `lookups`, in the order of the numbers."""
    price = millionths(context.settings.lookup_price)
    now = context.stamp()
    subscribers = _subscribers(context, [number.e164 for number in numbers])
    rows = []
    for number in numbers:
        network = home_network(context, number)
        subscriber = subscribers.get(number.e164) or _magic_result(number) or _seeded_result(context, number, network)
        row = {
            "lookup_id": context.rng.uuid(),
            "bulk_id": bulk_id,
            "phone_number": number.e164,
            "country_iso": number.country,
            "cost": price,
            "network": network.name,
            "created_at": now,
            **subscriber._asdict(),
        }
        rows.append(row)
    return rows


def remove_unfinished(context: Context) -> None:
    """Delete the lookups of bulk lookups that did not become final."""
    context.store.execute(
        "DELETE FROM lookups WHERE bulk_id IS NOT NULL AND bulk_id NOT IN (SELECT bulk_id FROM bulk_lookups)"
    )


def lookup_json(row: Row) -> dict[str, Any]:
    """The result of a lookup as the API returns it."""
    country = COUNTRIES[row["country_iso"]]
    original = Network.of(row["country_iso"], row["network"])
    ported = Network.of(row["country_iso"], row["ported_to"]) if row["ported_to"] else None
    return {
        "phoneNumber": row["phone_number"],
        "lookupId": row["lookup_id"],
        "cost": as_number(row["cost"]),
        "mcc": country.mcc,
        "mccmnc": country.mcc + (ported or original).mnc,
        "countryIso": row["country_iso"],
        "countryName": country.name,
        "countryNameLocale": country.local_name,
        "status": row["status"],
        "statusDescription": DESCRIPTIONS[row["status"]],
        "ported": ported is not None,
        "roaming": row["roaming_in"] is not None,
        "originalNetwork": original._asdict(),
        "portedNetwork": ported._asdict() if ported else {"name": None, "mnc": None},
        "roamingNetwork": _roaming_network(row["roaming_in"]) if row["roaming_in"] else _NO_NETWORK,
        "datetime": row["created_at"],
    }


def _subscribers(context: Context, phone_numbers: Sequence[str]) -> Mapping[str, Subscriber]:
    query = "SELECT * FROM subscribers WHERE phone_number IN (SELECT value FROM json_each(?))"
    rows = context.store.all(query, json.dumps(phone_numbers))
    return {row.pop("phone_number"): Subscriber(**row) for row in rows}


def _magic_result(number: Number) -> Subscriber | None:
    known = magic_numbers.find(number.e164)
    return Subscriber(known.lookup, known.ported_to, known.roaming_in) if known.lookup else None


def _seeded_result(context: Context, number: Number, network: Network) -> Subscriber:
    remaining, percentile = divmod(context.rng.stable_number(number.e164), 100)
    for status, percentage in _STATUS_PERCENTAGES.items():
        if percentile < percentage:
            return Subscriber(status)
        percentile -= percentage
    remaining, ported = divmod(remaining, 100)
    remaining, roaming = divmod(remaining, 100)
    others = [each.name for each in networks(number.country) if each.name != network.name]
    countries = [country for country in _ROAMING_COUNTRIES if country != number.country]
    return Subscriber(
        "ACTIVE",
        others[remaining % len(others)] if ported < _PORTED_PERCENTAGE and others else None,
        countries[remaining % len(countries)] if roaming < _ROAMING_PERCENTAGE else None,
    )


def _roaming_network(country: str) -> dict[str, Any]:
    network = networks(country)[0]
    return {
        "countryIso": country,
        "countryName": COUNTRIES[country].name,
        "mcc": COUNTRIES[country].mcc,
        **network._asdict(),
    }
