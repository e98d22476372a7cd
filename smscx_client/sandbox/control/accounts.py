"""Accounts for tests: make one, use it by its API key, drop it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ..engine.accounts import ACCOUNTS_PATH
from ..settings import DELIVERY_MODES
from ..spec.errors import INVALID_PARAM, ApiError
from ..state.clock import Clock
from ..state.money import as_number
from .endpoint import AMOUNT, COUNT, NAME, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]

_SETTINGS = {
    "balance": "balance",
    "billing": "billing",
    "currency": "currency",
    "creditLine": "credit_line",
    "seed": "seed",
    "demo": "demo",
    "delivery": "delivery",
    "rateLimit": "rate_limit",
    "rateWindow": "rate_window",
    "strictOriginators": "strict_originators",
}
"""The setting of each field."""
_FIELDS: dict[str, Any] = {
    "balance": AMOUNT,
    "billing": {"type": "string", "enum": ["prepaid", "postpaid"]},
    "currency": {"type": "string", "enum": ["eur", "usd"]},
    "creditLine": AMOUNT,
    "seed": {"type": "integer"},
    "demo": {"type": "boolean"},
    "delivery": {"type": "string", "enum": list(DELIVERY_MODES)},
    "rateLimit": COUNT,
    "rateWindow": {**COUNT, "minimum": 1},
    "strictOriginators": {"type": "boolean"},
    "clock": TEXT,
}


def _create(runtime: Runtime, values: Values) -> Values:
    """Make an account; what is not given is as for the main account of a new sandbox."""
    changes = {_SETTINGS[name]: value for name, value in values.items() if name in _SETTINGS}
    for name in changes.keys() & {"balance", "credit_line"}:
        changes[name] = str(changes[name])
    account = runtime.accounts.create(replace(runtime.initial_settings, **changes), _clock(runtime, values))
    return _account_json(account)


def _clock(runtime: Runtime, values: Values) -> Clock:
    if "clock" in values:
        try:
            return Clock.from_text(values["clock"])
        except ValueError as error:
            raise ApiError(INVALID_PARAM, detail=f"`clock`: {error}.") from None
    start, rate = runtime.context.clock.kind
    return Clock(None if start is None else datetime.fromtimestamp(start, timezone.utc), rate or 0)


def _account_json(runtime: Runtime) -> Values:
    settings = runtime.context.settings
    row = runtime.context.store.one("SELECT balance FROM account")
    return {
        "apiKey": settings.api_key,
        "applicationId": settings.application_id,
        "applicationSecret": settings.application_secret,
        "balance": as_number(row["balance"]) if row else 0,
        "now": runtime.context.stamp(),
        "inbox": f"/?account={settings.api_key}",
    }


def _list(runtime: Runtime, values: Values) -> Values:
    return {"accounts": [_account_json(account) for account in runtime.accounts]}


def _drop(runtime: Runtime, values: Values) -> Values:
    runtime.accounts.drop(values["apiKey"])
    return {}


ENDPOINTS = (
    Endpoint("GET", ACCOUNTS_PATH, _list),
    Endpoint("POST", ACCOUNTS_PATH, _create, _FIELDS, body_is_optional=True),
    Endpoint("DELETE", f"{ACCOUNTS_PATH}/{{apiKey}}", _drop, {"apiKey": NAME}),
)
