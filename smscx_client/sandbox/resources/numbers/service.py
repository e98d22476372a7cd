"""What the network tells of a phone: whether it can be reached, where its number was ported to, where it roams.

It is settled for some phones (table `subscribers`), told by the number itself for the magic ones, and for all others a
matter of chance, but always the same for the same number and seed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...state.context import Context
from ...state.money import as_number, millionths
from ...state.store import Row
from ...telecom import magic_numbers
from ...telecom.countries import COUNTRIES
from ...telecom.networks import Network, networks, operator
from ...telecom.numbers import Number

__all__ = ["DESCRIPTIONS", "Subscriber", "home_network", "make", "show"]

DESCRIPTIONS = {
    "ACTIVE": "The phone can be reached.",
    "ABSENT": "The phone cannot be reached.",
    "BARRED": "The operator blocks the number.",
    "UNKNOWN": "The network knows no such subscriber.",
    "FAILED": "No result could be obtained.",
}

_CHANCES = {"ABSENT": 5, "UNKNOWN": 2, "BARRED": 1, "FAILED": 1}
"""How many phones in a hundred are not `ACTIVE` (assumed)."""
_PORTED = 10
_ROAMING = 3
"""How many of a hundred numbers are ported, and how many of a hundred phones roam (assumed)."""
_ABROAD = ("ES", "FR", "IT", "DE", "GB", "US")

_NOBODY = {"countryIso": None, "countryName": None, "mcc": None, "mnc": None, "name": None}


class Subscriber(NamedTuple):
    """What a lookup finds: the network that the number was ported to, and the ISO code of the country it roams in."""

    status: str
    ported_to: str | None = None
    roaming_in: str | None = None


def home_network(context: Context, number: Number) -> Network:
    """The network that the number was given out by: chance decides where its range does not tell."""
    name = operator(number.e164)
    if name:
        return Network.of(number.country, name)
    known = networks(number.country)
    return known[context.rng.stable_number(number.e164) % len(known)]


def make(context: Context, numbers: Sequence[Number], bulk_id: str | None = None) -> list[Row]:
    """Look numbers up: the rows of the table `lookups`, in the order of the numbers."""
    price = millionths(context.settings.lookup_price)
    now = context.stamp()
    settled = _settled(context, [number.e164 for number in numbers])
    rows = []
    for number in numbers:
        network = home_network(context, number)
        subscriber = settled.get(number.e164) or _by_magic(number) or _by_chance(context, number, network)
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


def show(row: Row) -> dict[str, Any]:
    """The result of a lookup as the API shows it."""
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
        "roamingNetwork": _abroad(row["roaming_in"]) if row["roaming_in"] else _NOBODY,
        "datetime": row["created_at"],
    }


def _settled(context: Context, phone_numbers: Sequence[str]) -> Mapping[str, Subscriber]:
    query = "SELECT * FROM subscribers WHERE phone_number IN (SELECT value FROM json_each(?))"
    rows = context.store.all(query, json.dumps(phone_numbers))
    return {row.pop("phone_number"): Subscriber(**row) for row in rows}


def _by_magic(number: Number) -> Subscriber | None:
    known = magic_numbers.find(number.e164)
    return Subscriber(known.lookup, known.ported_to, known.roaming_in) if known.lookup else None


def _by_chance(context: Context, number: Number, network: Network) -> Subscriber:
    trait = context.rng.stable_number(number.e164)
    trait, fate = divmod(trait, 100)
    for status, share in _CHANCES.items():
        if fate < share:
            return Subscriber(status)
        fate -= share
    trait, ported = divmod(trait, 100)
    trait, roaming = divmod(trait, 100)
    others = [each.name for each in networks(number.country) if each.name != network.name]
    abroad = [country for country in _ABROAD if country != number.country]
    return Subscriber(
        "ACTIVE",
        others[trait % len(others)] if ported < _PORTED and others else None,
        abroad[trait % len(abroad)] if roaming < _ROAMING else None,
    )


def _abroad(country: str) -> dict[str, Any]:
    network = networks(country)[0]
    return {
        "countryIso": country,
        "countryName": COUNTRIES[country].name,
        "mcc": COUNTRIES[country].mcc,
        **network._asdict(),
    }
