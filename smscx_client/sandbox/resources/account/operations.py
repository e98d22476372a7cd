"""Operations of the account: balance, channels, prices."""

from __future__ import annotations

from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...telecom.operators import operators
from . import service as account


@operation("get_account_balance")
def get_account_balance(context: Context, call: Call) -> dict[str, Any]:
    """Return balance, currency and billing mode."""
    row = ledger.account(context)
    return {
        "balance": as_number(row["balance"]),
        "currency": row["currency"],
        "billing": row["billing"],
    }


@operation("get_channels_status")
def get_channels_status(context: Context, call: Call) -> dict[str, bool]:
    """Return which channels are active."""
    return account.channel_status(context)


@operation("get_channel_pricing")
def get_channel_pricing(context: Context, call: Call) -> dict[str, Any]:
    """Return the prices of a channel in each country that it covers; all kinds of traffic cost the same (assumed)."""
    pricing = _pricing(context, call.parameters["channel"])
    if not pricing:
        raise ApiError(1523)
    return pricing


@operation("get_channel_pricing_by_country_iso")
def get_channel_pricing_by_country_iso(context: Context, call: Call) -> dict[str, Any]:
    """Return the price of a channel in one country."""
    country = call.parameters["countryIso"].upper()
    if country not in SUPPORTED_REGIONS:
        raise ApiError(1522)
    pricing = _pricing(context, call.parameters["channel"])
    if country not in pricing:
        raise ApiError(1523)
    return {country: pricing[country]}


def _pricing(context: Context, channel: str) -> dict[str, dict[str, float]]:
    transactional = account.channel_prices(context, channel)
    if channel == account.SMS:
        return {
            country: dict.fromkeys(operators(country), as_number(price))
            for country, price in sorted(transactional.items())
        }
    promotional = account.channel_prices(context, channel, is_promotional=True)
    return {
        country: {"TRANSACTIONAL": as_number(price), "PROMOTIONAL": as_number(promotional[country])}
        for country, price in sorted(transactional.items())
    }
