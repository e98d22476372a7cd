"""Operations of phone numbers: validation, lookups of one number or many."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Optional

from ...engine.exports import ToFile, as_csv_later, as_xlsx, read_in_steps
from ...engine.http import Response
from ...engine.list_response import list_response
from ...engine.paging import page_of
from ...engine.registry import Call, Finish, long_operation, operation, operation_in_steps
from ...engine.steps import SLICE, Steps, at_once, slices
from ...spec.errors import INVALID_PARAM, ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...state.webhook_queue import notify
from ...telecom.numbers import Number, time_zone
from ...telecom.prices import RESTRICTED, SMS_PRICES
from ..applications.service import callback
from . import service as numbers

_MOST_NUMBERS = 40_000
_E164 = re.compile(r"\+?[0-9]+")
_LOOKUP_EVENT = "otp_update"
"""The event of a lookup's result, as the API description has it."""
_COLUMNS = (
    *("phoneNumber", "lookupId", "cost", "mcc", "mccmnc", "countryIso", "countryName", "countryNameLocale"),
    *("status", "statusDescription", "ported", "roaming", "datetime"),
)


_Parsed = tuple[str, Optional[Number]]
"""A number as the request has it, and parsed."""


def _has_many_numbers(context: Context, call: Call) -> bool:
    return len(call.body["phoneNumbers"]) > SLICE


@operation("validate_number")
def validate_number(context: Context, call: Call) -> dict[str, Any]:
    """Return country, network and time zone of a number."""
    return {"data": _number_json(context, _valid(call.parameters["phoneNumber"]))}


@operation("validate_numbers")
def validate_numbers(context: Context, call: Call) -> dict[str, Any]:
    """Return the same for many numbers, in their order; an invalid one as the request has it."""
    parsed = at_once(_parse_all(call.body))
    return {"info": _validation_info(parsed), "data": _validation_rows(context, parsed)}


@long_operation("validate_numbers", _has_many_numbers)
def _validate_many(context: Context, call: Call, finish: Finish) -> Steps[Response]:
    """Validate many numbers while other requests run."""
    parsed = yield from _parse_all(call.body)
    info = yield partial(_validation_info, parsed)

    def rows(part: slice) -> list[dict[str, Any]]:
        return _validation_rows(context, parsed[part])

    return finish((yield from list_response(context, call, info, len(parsed), rows)))


@operation("lookup_number")
def lookup_number(context: Context, call: Call) -> dict[str, Any]:
    """Look up one number; a text that is not in E.164 format gets error 1212 (assumed)."""
    text = call.parameters["phoneNumber"]
    if not _E164.fullmatch(text):
        raise ApiError(INVALID_PARAM, detail="`phoneNumber`: must be in E.164 format.")
    number = _valid(text)
    if not _is_covered(number):
        raise ApiError(1214)
    (row,) = rows = numbers.new_lookups(context, [number])
    ledger.charge(context, row["cost"])
    context.store.insert("lookups", rows)
    _notify(context, rows, callback(context, "lookup", "lookupCallback"))
    return {"data": numbers.lookup_json(row)}


@operation("get_single_lookup_status")
def get_single_lookup_status(context: Context, call: Call) -> dict[str, Any]:
    """Return the result of a lookup."""
    row = context.store.one("SELECT * FROM lookups WHERE lookup_id = ?", call.parameters["lookupId"].lower())
    if row is None:
        raise ApiError(1219)
    return numbers.lookup_json(row)


@operation("lookup_numbers")
def lookup_numbers(context: Context, call: Call) -> dict[str, Any]:
    """Look up many numbers; the results are available immediately (assumed).

    A restricted destination is an error; a number out of coverage counts as invalid (assumed).
    """
    bulk = at_once(_bulk_lookup(context, call))
    bulk.store(context, bulk.rows)
    bulk.charge(context)
    bulk.notify(context, bulk.rows)
    return {"info": bulk.info, "data": bulk.data(slice(None))}


@long_operation("lookup_numbers", _has_many_numbers)
def _lookup_many(context: Context, call: Call, finish: Finish) -> Steps[Response]:
    """Look up many numbers while other requests run. Before the last step, nothing of it can be found."""
    bulk = yield from _bulk_lookup(context, call)
    ledger.require_credit(context, bulk.row["total_cost"])
    try:
        for part in reversed(list(slices(len(bulk.rows)))):
            yield None
            with context.transaction():
                bulk.store(context, bulk.rows[part])
        success = yield from list_response(context, call, bulk.info, len(bulk.rows), bulk.data)
        with ledger.attributed_to(call.operation.id, call.idempotency_id), context.transaction():
            bulk.charge(context)
            response = finish(success)
    except Exception:
        context.store.execute("DELETE FROM lookups WHERE bulk_id = ?", bulk.row["bulk_id"])
        raise
    for part in slices(len(bulk.rows)):
        yield None
        with context.transaction():
            bulk.notify(context, bulk.rows[part])
    return response


@dataclass(frozen=True)
class _BulkLookup:
    """A bulk lookup: its row of the table `bulk_lookups`, the rows of its lookups, and what is not looked up."""

    row: Row
    rows: list[Row]
    invalid: list[str]
    callback_url: str | None

    def store(self, context: Context, rows: Sequence[Row]) -> None:
        """Store lookups: the first number gets the highest id."""
        context.store.insert("lookups", rows[::-1])

    def charge(self, context: Context) -> None:
        """Charge for the bulk lookup and make it final."""
        ledger.charge(context, self.row["total_cost"])
        context.store.insert("bulk_lookups", [self.row])

    def notify(self, context: Context, rows: Sequence[Row]) -> None:
        """Queue the callback for lookups."""
        _notify(context, rows, self.callback_url)

    @property
    def info(self) -> dict[str, Any]:
        """`info` of the response."""
        return {**_bulk_info(self.row), "totalInvalid": len(self.invalid), "invalid": self.invalid}

    def data(self, part: slice) -> list[dict[str, Any]]:
        """A part of `data` of the response."""
        return [
            {
                "phoneNumber": row["phone_number"],
                "countryIso": row["country_iso"],
                "cost": as_number(row["cost"]),
                "lookupId": row["lookup_id"],
                "datetime": row["created_at"],
            }
            for row in self.rows[part]
        ]


def _bulk_lookup(context: Context, call: Call) -> Steps[_BulkLookup]:
    """The bulk lookup of a request, not stored yet, in steps."""
    parsed = yield from _parse_all(call.body)
    if any(number and number.country in RESTRICTED for _, number in parsed):
        raise ApiError(1214)
    covered = [number for _, number in parsed if number and _is_covered(number)]
    invalid = [text for text, number in parsed if not (number and _is_covered(number))]
    if not covered:
        raise ApiError(1216, invalid=invalid)
    bulk_id = context.rng.uuid()
    rows: list[Row] = []
    for part in slices(len(covered)):
        if rows:
            yield None
        rows += numbers.new_lookups(context, covered[part], bulk_id)
    row = {
        "bulk_id": bulk_id,
        "total_phone_numbers": len(parsed),
        "total_valid": len(covered),
        "total_cost": sum(row["cost"] for row in rows),
        "countries": json.dumps(numbers.count_by_country(covered)),
        "created_at": context.stamp(),
    }
    url = call.body.get("lookupCallbackUrl") or callback(context, "lookup", "lookupCallback")
    return _BulkLookup(row, rows, invalid, url)


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
    """Return the results of a bulk lookup, in the order of its numbers."""
    bulk = _bulk(context, call)
    page = page_of(context, call.parameters, "SELECT * FROM lookups WHERE bulk_id = ?", bulk["bulk_id"])
    return {"info": _bulk_info(bulk), "data": [numbers.lookup_json(row) for row in page.rows], "paging": page.paging}


def _export(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export the results of a bulk lookup."""
    bulk = _bulk(context, call)
    rows = yield from read_in_steps(context, "SELECT * FROM lookups WHERE bulk_id = ?", bulk["bulk_id"])
    return finish(to_file(f"lookup-{bulk['bulk_id']}", _COLUMNS, map(numbers.lookup_json, rows)))


operation_in_steps("export_number_lookup_report_to_csv")(partial(_export, to_file=as_csv_later))
operation_in_steps("export_number_lookup_report_to_xlsx")(partial(_export, to_file=as_xlsx))


def _valid(text: str) -> Number:
    number = numbers.valid_number(text)
    if number is None:
        raise ApiError(1207, invalid=[text])
    return number


def _parse_all(body: dict[str, Any]) -> Steps[list[_Parsed]]:
    """Each number as the request has it, and parsed, in steps."""
    texts = body["phoneNumbers"]
    if len(texts) > _MOST_NUMBERS:
        raise ApiError(1205)
    country = body.get("countryIso")
    parsed: list[_Parsed] = []
    for part in slices(len(texts)):
        if parsed:
            yield None
        parsed += [(text, numbers.valid_number(text, country)) for text in texts[part]]
    return parsed


def _validation_info(parsed: Sequence[_Parsed]) -> dict[str, Any]:
    valid = [number for _, number in parsed if number]
    return {
        "totalPhoneNumbers": len(parsed),
        "totalValid": len(valid),
        "totalInvalid": len(parsed) - len(valid),
        "phoneNumbersByCountry": numbers.count_by_country(valid),
    }


def _validation_rows(context: Context, parsed: Sequence[_Parsed]) -> list[dict[str, Any]]:
    return [
        {"invalid": False, **_number_json(context, number)} if number else {"invalid": True, "phoneNumber": text}
        for text, number in parsed
    ]


def _number_json(context: Context, number: Number) -> dict[str, Any]:
    return {
        "phoneNumber": number.e164,
        "countryIso": number.country,
        "networkOperator": numbers.home_network(context, number).name,
        "timezone": time_zone(number.e164),
    }


def _is_covered(number: Number) -> bool:
    """Whether the number can be looked up: lookups cover the same countries as SMS (assumed)."""
    return number.country in SMS_PRICES


def _notify(context: Context, rows: Sequence[Row], url: str | None) -> None:
    """Queue the callback for lookups."""
    if url:
        items = [{**numbers.lookup_json(row), "lookupBulkId": row["bulk_id"]} for row in rows]
        notify(context, _LOOKUP_EVENT, url, items)


def _bulk(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM bulk_lookups WHERE bulk_id = ?", call.parameters["lookupBulkId"].lower())
    if row is None:
        raise ApiError(1220)
    return row


def _bulk_info(bulk: Row) -> dict[str, Any]:
    return {
        "lookupBulkId": bulk["bulk_id"],
        "totalPhoneNumbers": bulk["total_phone_numbers"],
        "totalValid": bulk["total_valid"],
        "totalCost": as_number(bulk["total_cost"]),
        "phoneNumbersByCountry": json.loads(bulk["countries"]),
    }
