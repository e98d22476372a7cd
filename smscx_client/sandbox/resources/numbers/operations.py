"""Phone numbers: whether they are valid, and what the network tells of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...engine.exports import as_csv, as_xlsx
from ...engine.paging import page_of
from ...engine.registry import Call, Success, operation
from ...spec.errors import INVALID_PARAM, ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...state.webhook_queue import notify
from ...telecom.numbers import Number, time_zone
from ...telecom.prices import RESTRICTED, SMS_PRICES
from ..applications.service import callback
from ..messages.recipients import valid
from . import service as lookups

_MOST_NUMBERS = 40_000
_E164 = re.compile(r"\+?[0-9]+")
_LOOKUP_EVENT = "otp_update"
"""The event of a lookup's result, as the description has it."""
_COLUMNS = (
    *("phoneNumber", "lookupId", "cost", "mcc", "mccmnc", "countryIso", "countryName", "countryNameLocale"),
    *("status", "statusDescription", "ported", "roaming", "datetime"),
)


@operation("validate_number")
def validate_number(context: Context, call: Call) -> dict[str, Any]:
    """Show country, network and time zone of a number."""
    return {"data": _validated(context, _valid(call.parameters["phoneNumber"]))}


@operation("validate_numbers")
def validate_numbers(context: Context, call: Call) -> dict[str, Any]:
    """Show the same for many numbers, in their order; one that is not valid as it was written."""
    found = _read(call.body)
    valid = [number for _, number in found if number]
    return {
        "info": {
            "totalPhoneNumbers": len(found),
            "totalValid": len(valid),
            "totalInvalid": len(found) - len(valid),
            "phoneNumbersByCountry": _by_country(valid),
        },
        "data": [
            {"invalid": False, **_validated(context, number)} if number else {"invalid": True, "phoneNumber": written}
            for written, number in found
        ],
    }


@operation("lookup_number")
def lookup_number(context: Context, call: Call) -> dict[str, Any]:
    """Ask the network about one number; what is not in the form of E.164 at all gets 1212 (assumed)."""
    written = call.parameters["phoneNumber"]
    if not _E164.fullmatch(written):
        raise ApiError(INVALID_PARAM, detail="`phoneNumber`: must be in E.164 format.")
    number = _valid(written)
    if not _is_covered(number):
        raise ApiError(1214)
    (row,) = rows = lookups.make(context, [number])
    _keep(context, rows, callback(context, "lookup", "lookupCallback"))
    return {"data": lookups.show(row)}


@operation("get_single_lookup_status")
def get_single_lookup_status(context: Context, call: Call) -> dict[str, Any]:
    """Show what a lookup has found."""
    row = context.store.one("SELECT * FROM lookups WHERE lookup_id = ?", call.parameters["lookupId"].lower())
    if row is None:
        raise ApiError(1219)
    return lookups.show(row)


@operation("lookup_numbers")
def lookup_numbers(context: Context, call: Call) -> dict[str, Any]:
    """Ask the network about many numbers; the results are there at once (assumed).

    A restricted destination refuses the request, a number out of coverage counts as invalid (assumed).
    """
    found = _read(call.body)
    if any(number and number.country in RESTRICTED for _, number in found):
        raise ApiError(1214)
    numbers = [number for _, number in found if number and _is_covered(number)]
    invalid = [written for written, number in found if not (number and _is_covered(number))]
    if not numbers:
        raise ApiError(1216, invalid=invalid)
    bulk_id = context.rng.uuid()
    rows = lookups.make(context, numbers, bulk_id)
    cost = _keep(context, rows, call.body.get("lookupCallbackUrl") or callback(context, "lookup", "lookupCallback"))
    countries = _by_country(numbers)
    bulk = {
        "bulk_id": bulk_id,
        "total_phone_numbers": len(found),
        "total_valid": len(numbers),
        "total_cost": cost,
        "countries": json.dumps(countries),
        "created_at": context.stamp(),
    }
    context.store.insert("bulk_lookups", [bulk])
    return {
        "info": {**_info(bulk), "totalInvalid": len(invalid), "invalid": invalid},
        "data": [
            {
                "phoneNumber": row["phone_number"],
                "countryIso": row["country_iso"],
                "cost": as_number(row["cost"]),
                "lookupId": row["lookup_id"],
                "datetime": row["created_at"],
            }
            for row in rows
        ],
    }


@operation("get_bulk_lookup_campaigns")
def get_bulk_lookup_campaigns(context: Context, call: Call) -> dict[str, Any]:
    """List the bulk lookups, newest first."""
    page = page_of(context, call.parameters, "SELECT * FROM bulk_lookups")
    return {
        "data": [
            {
                "id": row["bulk_id"],
                "totalPhoneNumbers": row["total_phone_numbers"],
                "totalValid": row["total_valid"],
                "totalCost": as_number(row["total_cost"]),
                "datetimeAdded": row["created_at"],
            }
            for row in page.rows
        ],
        "paging": page.paging,
    }


@operation("get_bulk_lookup_status")
def get_bulk_lookup_status(context: Context, call: Call) -> dict[str, Any]:
    """Show what a bulk lookup has found, in the order in which the numbers were given."""
    bulk = _bulk(context, call)
    page = page_of(context, call.parameters, "SELECT * FROM lookups WHERE bulk_id = ?", bulk["bulk_id"])
    return {"info": _info(bulk), "data": [lookups.show(row) for row in page.rows], "paging": page.paging}


@operation("export_number_lookup_report_to_csv")
def export_number_lookup_report_to_csv(context: Context, call: Call) -> Success:
    """The same as a CSV file."""
    bulk = _bulk(context, call)
    return as_csv(f"lookup-{bulk['bulk_id']}", _COLUMNS, _results(context, bulk))


@operation("export_number_lookup_report_to_xlsx")
def export_number_lookup_report_to_xlsx(context: Context, call: Call) -> Success:
    """The same as an XLSX file."""
    bulk = _bulk(context, call)
    return as_xlsx(f"lookup-{bulk['bulk_id']}", _COLUMNS, _results(context, bulk))


def _valid(written: str) -> Number:
    number = valid(written)
    if number is None:
        raise ApiError(1207, invalid=[written])
    return number


def _read(body: dict[str, Any]) -> list[tuple[str, Number | None]]:
    """Each number as it was written, and what it is."""
    written = body["phoneNumbers"]
    if len(written) > _MOST_NUMBERS:
        raise ApiError(1205)
    country = body.get("countryIso")
    return [(text, valid(text, country)) for text in written]


def _validated(context: Context, number: Number) -> dict[str, Any]:
    return {
        "phoneNumber": number.e164,
        "countryIso": number.country,
        "networkOperator": lookups.home_network(context, number).name,
        "timezone": time_zone(number.e164),
    }


def _is_covered(number: Number) -> bool:
    """Whether a lookup reaches the number: where an SMS does (assumed)."""
    return number.country in SMS_PRICES


def _by_country(numbers: Sequence[Number]) -> dict[str, int]:
    return dict(Counter(number.country for number in numbers))


def _keep(context: Context, rows: Sequence[Row], url: str | None) -> int:
    """Charge for lookups, store them and tell what they have found; what they cost, in millionths."""
    cost: int = sum(row["cost"] for row in rows)
    ledger.charge(context, cost)
    context.store.insert("lookups", rows[::-1])
    if url:
        notify(context, _LOOKUP_EVENT, url, [{**lookups.show(row), "lookupBulkId": row["bulk_id"]} for row in rows])
    return cost


def _bulk(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM bulk_lookups WHERE bulk_id = ?", call.parameters["lookupBulkId"].lower())
    if row is None:
        raise ApiError(1220)
    return row


def _results(context: Context, bulk: Row) -> list[dict[str, Any]]:
    rows = context.store.all("SELECT * FROM lookups WHERE bulk_id = ? ORDER BY id DESC", bulk["bulk_id"])
    return [lookups.show(row) for row in rows]


def _info(bulk: Row) -> dict[str, Any]:
    return {
        "lookupBulkId": bulk["bulk_id"],
        "totalPhoneNumbers": bulk["total_phone_numbers"],
        "totalValid": bulk["total_valid"],
        "totalCost": as_number(bulk["total_cost"]),
        "phoneNumbersByCountry": json.loads(bulk["countries"]),
    }
