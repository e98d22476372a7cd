"""Operations of rented numbers: list the offer, rent, list, change, renew, cancel, inbound SMS."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from ...engine.paging import page_of
from ...engine.registry import Call, operation
from ...spec.dates import moment
from ...spec.errors import ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from . import service as rentals

_CANCELLATION_PERIOD = 30 * 60
"""Seconds after the start of a rental in which it can be cancelled."""

_FILTERS: dict[str, Callable[[Row, str, Any], bool]] = {
    "features": lambda row, number, value: row["features"] & value == value,
    "country_iso": lambda row, number, value: row["country_iso"] == value.upper(),
    "number_type": lambda row, number, value: row["number_type"] == value,
    "setup_time": lambda row, number, value: row["setup_time"] == value,
    "registration": lambda row, number, value: bool(row["registration"]) == value,
    "active_rent": lambda row, number, value: bool(row["active"]) == value,
    "inbound_sms_sender": lambda row, number, value: bool(row["inbound_sms_sender"]) == value,
    "include": lambda row, number, value: value in number,
    "exclude": lambda row, number, value: value not in number,
}
"""Whether a filter of a list accepts a row; `number` is the phone number, empty if it is not chosen yet."""


@operation("get_available_numbers")
def get_available_numbers(context: Context, call: Call) -> dict[str, Any]:
    """List the free numbers of a country."""
    country = call.parameters["countryIso"].upper()
    if country not in SUPPORTED_REGIONS:
        raise ApiError(2003)
    rows = _filtered(rentals.available(context, country), call.parameters, "phone_number")
    return {
        "data": [
            {
                **_number_json(row),
                "phoneNumber": row["phone_number"],
                "setupCost": as_number(row["setup_cost"]),
                "rentCost": _costs_json(row),
                "setupTime": row["setup_time"],
                "registration": bool(row["registration"]),
                "datetime": row["listed_at"],
            }
            for row in rows
        ]
    }


@operation("rent_number")
def rent_number(context: Context, call: Call) -> dict[str, Any]:
    """Rent a number; charges for the first period and the setup."""
    body = call.body
    number = context.store.one("SELECT * FROM numbers WHERE number_id = ?", body["numberId"].lower())
    if number is None or not number["offered"]:
        raise ApiError(1230)
    phone_number = rentals.free_number(context, number)
    if phone_number is None:
        raise ApiError(1231)
    days = body["rentPeriod"]
    cost = _cost(number, days)
    _check_registration(context, number, body.get("registrationId"))
    ledger.charge(context, cost + number["setup_cost"])
    row = {
        "rent_id": context.rng.uuid(),
        "number": number["id"],
        "rented_number": phone_number,
        "callback_url": body.get("callbackUrl"),
        "auto_renew": body.get("autoRenew", False),
        "active": 1,
        "approved": number["setup_time"] == "instant" and not number["registration"],
        "created_at": context.stamp(),
    }
    rental = rentals.add(context, row, days, cost)
    info = {
        **_period_json(rental, rental["starts_at"], cost),
        "setupCost": as_number(rental["setup_cost"]),
        "approved": bool(rental["approved"]),
        "datetime": rental["created_at"],
    }
    return {"info": info}


@operation("get_rented_numbers")
def get_rented_numbers(context: Context, call: Call) -> dict[str, Any]:
    """List all rentals, also those that have ended."""
    rows = _filtered(rentals.all_rentals(context), call.parameters, "rented_number")
    return {"data": [_rental_json(context, row) for row in rows]}


@operation("get_rent_status")
def get_rent_status(context: Context, call: Call) -> dict[str, Any]:
    """Return a rental."""
    return {"info": _rental_json(context, _found(context, call))}


@operation("edit_rent_settings")
def edit_rent_settings(context: Context, call: Call) -> dict[str, Any]:
    """Change auto-renewal and callback of a rental; one that has ended counts as not found (assumed)."""
    rental = _found(context, call)
    if not call.body.keys() & {"autoRenew", "callbackUrl"}:
        raise ApiError(1233)
    if not rental["active"]:
        raise ApiError(1223, detail="The rental has ended.")
    _edit(context, rental, call.body)
    return {"info": {"rentId": rental["rent_id"], "datetime": context.stamp()}}


@operation("renew_rent")
def renew_rent(context: Context, call: Call) -> dict[str, Any]:
    """Add a period after the last one, with the same length unless the request has another."""
    rental = _found(context, call)
    if not (rental["active"] and rental["offered"]):
        raise ApiError(1228)
    days = call.body.get("rentPeriod", rental["last_days"])
    cost = _cost(rental, days)
    renewed = rentals.renew(context, {**rental, **_edit(context, rental, call.body)}, days, cost)
    return {"info": {**_period_json(renewed, rental["ends_at"], cost), "datetime": context.stamp()}}


@operation("cancel_rent")
def cancel_rent(context: Context, call: Call) -> dict[str, Any]:
    """End a rental without inbound SMS; refunds the rent, but not the setup fee."""
    rental = _found(context, call)
    if not rental["active"]:
        raise ApiError(1227, detail="The rental has ended.")
    if rental["inbound"]:
        raise ApiError(1232)
    if context.clock.seconds() - moment(rental["created_at"]).timestamp() > _CANCELLATION_PERIOD:
        raise ApiError(1227)
    returned = rentals.total_cost(context, rental)
    rentals.end(context, rental)
    ledger.refund(context, returned)
    return {"info": {**_ids(rental), "creditReturned": as_number(returned)}}


@operation("get_inbound_sms")
def get_inbound_sms(context: Context, call: Call) -> dict[str, Any]:
    """List the inbound SMS of a rental, newest first."""
    rental = _found(context, call)
    page = page_of(context, call.parameters, "SELECT * FROM inbound_sms WHERE rental = ?", rental["id"])
    ids = _ids(rental)
    return {
        "info": {name: ids[name] for name in ("rentId", "phoneNumber", "countryIso")},
        "data": [rentals.inbound_json(row) for row in page.rows],
        "paging": page.paging,
    }


def _filtered(rows: Iterable[Row], parameters: dict[str, Any], column: str) -> list[Row]:
    filters = [(_FILTERS[name], value) for name, value in parameters.items() if name in _FILTERS]
    return [row for row in rows if all(accepts(row, row[column] or "", value) for accepts, value in filters)]


def _found(context: Context, call: Call) -> Row:
    rental = rentals.find(context, call.parameters["rentId"])
    if rental is None:
        raise ApiError(1223)
    return rental


def _cost(number: Row, days: int) -> int:
    cost = rentals.cost_of(number, days)
    if cost is None:
        raise ApiError(1229)
    return cost


def _check_registration(context: Context, number: Row, registration_id: str | None) -> None:
    """A number that requires registration needs the account's registration id; for others it is optional."""
    is_known = (registration_id or "").lower() == context.settings.registration_id.lower()
    if not is_known and (registration_id or number["registration"]):
        raise ApiError(1234)


def _edit(context: Context, rental: Row, body: dict[str, Any]) -> Row:
    """Change the settings that a request contains; returns all settings of the rental."""
    edited = {
        "auto_renew": body.get("autoRenew", bool(rental["auto_renew"])),
        "callback_url": body.get("callbackUrl", rental["callback_url"]),
    }
    context.store.execute(
        "UPDATE rentals SET auto_renew = ?, callback_url = ? WHERE id = ?", *edited.values(), rental["id"]
    )
    return edited


def _ids(rental: Row) -> dict[str, Any]:
    return {
        "rentId": rental["rent_id"],
        "numberId": rental["number_id"],
        "phoneNumber": rental["rented_number"],
        "countryIso": rental["country_iso"],
    }


def _period_json(rental: Row, starts_at: str, cost: int) -> dict[str, Any]:
    """The terms of the period that starts then."""
    return {
        **_ids(rental),
        "rentStart": starts_at,
        "rentEnd": rental["ends_at"],
        "rentCost": as_number(cost),
        "autoRenew": bool(rental["auto_renew"]),
        "callbackUrl": rental["callback_url"],
    }


def _number_json(row: Row) -> dict[str, Any]:
    """The fields that a number on offer and a rented number have in common."""
    outbound_cost = row["outbound_sms_cost"]
    return {
        "numberId": row["number_id"],
        "countryIso": row["country_iso"],
        "networkOperator": row["network_operator"],
        "features": row["features"],
        "numberType": row["number_type"],
        "inboundSmsCost": as_number(row["inbound_sms_cost"]),
        "outboundSmsCost": None if outbound_cost is None else as_number(outbound_cost),
        "minRent": row["min_rent"],
        "inboundSmsSender": bool(row["inbound_sms_sender"]),
    }


def _costs_json(row: Row) -> list[dict[str, Any]]:
    return [{"days": each["days"], "cost": as_number(each["cost"])} for each in json.loads(row["rent_costs"])]


def _rental_json(context: Context, rental: Row) -> dict[str, Any]:
    outbound = rentals.outbound_sms(context, rental)
    return {
        **_number_json(rental),
        **_period_json(rental, rental["starts_at"], rental["cost"]),
        "setupCost": as_number(rental["setup_cost"]),
        "rentPeriod": rental["days"],
        "renewCost": _costs_json(rental),
        "inboundSms": {"total": rental["inbound"], "cost": as_number(rental["inbound_cost"])},
        "outboundSms": {"total": outbound["total"], "cost": as_number(outbound["cost"])},
        "activeRent": bool(rental["active"]),
        "approved": bool(rental["approved"]),
        "datetime": rental["created_at"],
    }
