"""Lookups: one of a single number and one of several, and the phones that they found."""

from __future__ import annotations

import json
from typing import Any

from ...engine.examples import at
from ...state.context import Context
from ...state.money import millionths
from ...state.store import Row


def fill(context: Context) -> None:
    """Add those of the examples; what they found is found again."""
    operations = context.spec.operations
    single = operations["get_single_lookup_status"].response_example
    bulk = operations["get_bulk_lookup_status"].response_example
    bulk_id = bulk["info"]["lookupBulkId"]
    context.store.insert("lookups", [_row(context, shown, bulk_id) for shown in reversed(bulk["data"])])
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
                "phone_number": shown["phoneNumber"],
                "status": shown["status"],
                "ported_to": shown["portedNetwork"]["name"],
            }
            for shown in bulk["data"]
        ],
    )


def _row(context: Context, shown: dict[str, Any], bulk_id: str | None) -> Row:
    """The row that is shown as in an example."""
    return {
        "lookup_id": shown["lookupId"],
        "bulk_id": bulk_id,
        "phone_number": shown["phoneNumber"],
        "country_iso": shown["countryIso"],
        "cost": millionths(shown["cost"]),
        "status": shown["status"],
        "network": shown["originalNetwork"]["name"],
        "ported_to": shown["portedNetwork"]["name"],
        "roaming_in": shown["roamingNetwork"]["countryIso"],
        "created_at": at(context, shown["datetime"]),
    }
