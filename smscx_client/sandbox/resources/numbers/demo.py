"""Example data: a single lookup, a bulk lookup, and the phones that they found."""

from __future__ import annotations

import json
from typing import Any

from ...engine.examples import at
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row


def fill(context: Context) -> None:
    """Add the lookups of the examples, and their results as the results of future lookups."""
    operations = context.spec.operations
    single = operations["get_single_lookup_status"].response_example
    bulk = operations["get_bulk_lookup_status"].response_example
    bulk_id = bulk["info"]["lookupBulkId"]
    context.store.insert("lookups", [_row(context, example, bulk_id) for example in reversed(bulk["data"])])
    context.store.insert("lookups", [_row(context, single, None)])
    total = {
        "bulk_id": bulk_id,
        "total_phone_numbers": bulk["info"]["totalPhoneNumbers"],
        "total_valid": bulk["info"]["totalValid"],
        "total_cost": millionths(bulk["info"]["totalCost"]),
        "countries": json.dumps(bulk["info"]["phoneNumbersByCountry"]),
        "created_at": at(context, bulk["data"][0]["datetime"]),
    }
    context.store.insert("bulk_lookups", [total])
    context.store.insert(
        "subscribers",
        [
            {
                "phone_number": example["phoneNumber"],
                "status": example["status"],
                "ported_to": example["portedNetwork"]["name"],
            }
            for example in bulk["data"]
        ],
    )


def _row(context: Context, example: dict[str, Any], bulk_id: str | None) -> Row:
    """The row of the table `lookups` for a lookup of an example."""
    return {
        "lookup_id": example["lookupId"],
        "bulk_id": bulk_id,
        "phone_number": example["phoneNumber"],
        "country_iso": example["countryIso"],
        "cost": millionths(example["cost"]),
        "status": example["status"],
        "network": example["originalNetwork"]["name"],
        "ported_to": example["portedNetwork"]["name"],
        "roaming_in": example["roamingNetwork"]["countryIso"],
        "created_at": at(context, example["datetime"]),
    }
