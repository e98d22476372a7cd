"""Rented numbers: what is on offer, rent, look, change, renew, give back, what was received."""

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

_CANCELLABLE = 30 * 60
"""Seconds within which a number can be given back."""

_FILTERS: dict[str, Callable[[Row, str, Any], bool]] = {
    "features": lambda row, number, asked: row["features"] & asked == asked,
    "country_iso": lambda row, number, asked: row["country_iso"] == asked.upper(),
    "number_type": lambda row, number, asked: row["number_type"] == asked,
    "setup_time": lambda row, number, asked: row["setup_time"] == asked,
    "registration": lambda row, number, asked: bool(row["registration"]) == asked,
    "active_rent": lambda row, number, asked: bool(row["active"]) == asked,
    "inbound_sms_sender": lambda row, number, asked: bool(row["inbound_sms_sender"]) == asked,
    "include": lambda row, number, asked: asked in number,
    "exclude": lambda row, number, asked: asked not in number,
}
"""Whether a row with a phone number, empty if there is none yet, is one that is asked for."""


@operation("get_available_numbers")
def get_available_numbers(context: Context, call: Call) -> dict[str, Any]:
    """List the numbers of a country that can be rented."""
    country = call.parameters["countryIso"].upper()
    if country not in SUPPORTED_REGIONS:
        raise ApiError(2003)
    rows = _filtered(rentals.available(context, country), call.parameters, "phone_number")
    return {
        "data": [
            {
                **_number(row),
                "phoneNumber": row["phone_number"],
                "setupCost": as_number(row["setup_cost"]),
                "rentCost": _costs(row),
                "setupTime": row["setup_time"],
                "registration": bool(row["registration"]),
                "datetime": row["listed_at"],
            }
            for row in rows
        ]
    }


@operation("rent_number")
def rent_number(context: Context, call: Call) -> dict[str, Any]:
    """Rent a number: the first period and what its setup costs are charged."""
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
        **_deal(rental, rental["starts_at"], cost),
        "setupCost": as_number(rental["setup_cost"]),
        "approved": bool(rental["approved"]),
        "datetime": rental["created_at"],
    }
    return {"info": info}


@operation("get_rented_numbers")
def get_rented_numbers(context: Context, call: Call) -> dict[str, Any]:
    """List the rentals, those that are over among them."""
    rows = _filtered(rentals.listed(context), call.parameters, "rented_number")
    return {"data": [_show(context, row) for row in rows]}


@operation("get_rent_status")
def get_rent_status(context: Context, call: Call) -> dict[str, Any]:
    """Show a rental."""
    return {"info": _show(context, _found(context, call))}


@operation("edit_rent_settings")
def edit_rent_settings(context: Context, call: Call) -> dict[str, Any]:
    """Change whether a rental renews itself and where its inbound SMS go; one that is over is not found (assumed)."""
    rental = _found(context, call)
    if not call.body.keys() & {"autoRenew", "callbackUrl"}:
        raise ApiError(1233)
    if not rental["active"]:
        raise ApiError(1223, detail="It is over.")
    _edit(context, rental, call.body)
    return {"info": {"rentId": rental["rent_id"], "datetime": context.stamp()}}


@operation("renew_rent")
def renew_rent(context: Context, call: Call) -> dict[str, Any]:
    """Add a period behind the last, as long as that one unless the request says otherwise."""
    rental = _found(context, call)
    if not (rental["active"] and rental["offered"]):
        raise ApiError(1228)
    days = call.body.get("rentPeriod", rental["last_days"])
    cost = _cost(rental, days)
    renewed = rentals.renew(context, {**rental, **_edit(context, rental, call.body)}, days, cost)
    return {"info": {**_deal(renewed, rental["ends_at"], cost), "datetime": context.stamp()}}


@operation("cancel_rent")
def cancel_rent(context: Context, call: Call) -> dict[str, Any]:
    """Give a number back that has received nothing yet; the rent comes back, the setup fee does not."""
    rental = _found(context, call)
    if not rental["active"]:
        raise ApiError(1227, detail="It is over.")
    if rental["inbound"]:
        raise ApiError(1232)
    if context.clock.seconds() - moment(rental["created_at"]).timestamp() > _CANCELLABLE:
        raise ApiError(1227)
    returned = rentals.paid(context, rental)
    rentals.end(context, rental)
    ledger.refund(context, returned)
    return {"info": {**_names(rental), "creditReturned": as_number(returned)}}


@operation("get_inbound_sms")
def get_inbound_sms(context: Context, call: Call) -> dict[str, Any]:
    """List what a number has received in a rental, latest first."""
    rental = _found(context, call)
    page = page_of(context, call.parameters, "SELECT * FROM inbound_sms WHERE rental = ?", rental["id"])
    names = _names(rental)
    return {
        "info": {name: names[name] for name in ("rentId", "phoneNumber", "countryIso")},
        "data": [rentals.show_inbound(row) for row in page.rows],
        "paging": page.paging,
    }


def _filtered(rows: Iterable[Row], parameters: dict[str, Any], column: str) -> list[Row]:
    asked = [(_FILTERS[name], value) for name, value in parameters.items() if name in _FILTERS]
    return [row for row in rows if all(accepts(row, row[column] or "", value) for accepts, value in asked)]


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
    """A number that needs a registration is rented with the account's own; one that needs none may have it too."""
    is_known = (registration_id or "").lower() == context.settings.registration_id
    if not is_known and (registration_id or number["registration"]):
        raise ApiError(1234)


def _edit(context: Context, rental: Row, body: dict[str, Any]) -> Row:
    """The settings of a rental, after those in a request have been put in their place."""
    edited = {
        "auto_renew": body.get("autoRenew", bool(rental["auto_renew"])),
        "callback_url": body.get("callbackUrl", rental["callback_url"]),
    }
    context.store.execute(
        "UPDATE rentals SET auto_renew = ?, callback_url = ? WHERE id = ?", *edited.values(), rental["id"]
    )
    return edited


def _names(rental: Row) -> dict[str, Any]:
    return {
        "rentId": rental["rent_id"],
        "numberId": rental["number_id"],
        "phoneNumber": rental["rented_number"],
        "countryIso": rental["country_iso"],
    }


def _deal(rental: Row, starts_at: str, cost: int) -> dict[str, Any]:
    """What was agreed on with the period that begins then."""
    return {
        **_names(rental),
        "rentStart": starts_at,
        "rentEnd": rental["ends_at"],
        "rentCost": as_number(cost),
        "autoRenew": bool(rental["auto_renew"]),
        "callbackUrl": rental["callback_url"],
    }


def _number(row: Row) -> dict[str, Any]:
    """What is the same of a number on offer and a rented one."""
    outbound = row["outbound_sms_cost"]
    return {
        "numberId": row["number_id"],
        "countryIso": row["country_iso"],
        "networkOperator": row["network_operator"],
        "features": row["features"],
        "numberType": row["number_type"],
        "inboundSmsCost": as_number(row["inbound_sms_cost"]),
        "outboundSmsCost": None if outbound is None else as_number(outbound),
        "minRent": row["min_rent"],
        "inboundSmsSender": bool(row["inbound_sms_sender"]),
    }


def _costs(row: Row) -> list[dict[str, Any]]:
    return [{"days": each["days"], "cost": as_number(each["cost"])} for each in json.loads(row["rent_costs"])]


def _show(context: Context, rental: Row) -> dict[str, Any]:
    sent = rentals.sent(context, rental)
    return {
        **_number(rental),
        **_deal(rental, rental["starts_at"], rental["cost"]),
        "setupCost": as_number(rental["setup_cost"]),
        "rentPeriod": rental["days"],
        "renewCost": _costs(rental),
        "inboundSms": {"total": rental["inbound"], "cost": as_number(rental["inbound_cost"])},
        "outboundSms": {"total": sent["total"], "cost": as_number(sent["cost"])},
        "activeRent": bool(rental["active"]),
        "approved": bool(rental["approved"]),
        "datetime": rental["created_at"],
    }
