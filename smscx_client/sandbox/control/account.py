"""The account: balance, ledger, rate limit."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from ..spec.errors import INVALID_PARAM, ApiError
from ..state import ledger
from ..state.money import as_number, millionths
from .endpoint import AMOUNT, COUNT, PAGE, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["ENDPOINTS"]


def _balance(runtime: Runtime, values: Values) -> Values:
    account = ledger.account(runtime.context)
    return {
        "balance": as_number(account["balance"]),
        "currency": account["currency"],
        "billing": account["billing"],
        "creditLine": as_number(account["credit_line"]),
    }


def _set_balance(runtime: Runtime, values: Values) -> Values:
    changed = {**_balance(runtime, values), **values}
    if changed["billing"] == "prepaid" and changed["balance"] < 0:
        raise ApiError(INVALID_PARAM, detail="`balance`: is below zero; only a `postpaid` account can owe money.")
    ledger.set_account(
        runtime.context, millionths(changed["balance"]), changed["billing"], millionths(changed["creditLine"])
    )
    return _balance(runtime, values)


def _ledger(runtime: Runtime, values: Values) -> Values:
    """Return a page of entries, and the sum of all amounts after `after`, those on later pages included."""
    context, after = runtime.context, values.get("after", 0)
    order, count = ("DESC", values["latest"]) if "latest" in values else ("ASC", values.get("limit", 500))
    rows = context.store.all(f"SELECT * FROM ledger WHERE id > ? ORDER BY id {order} LIMIT ?", after, count)
    entries = [
        {
            "id": row["id"],
            "at": row["at"],
            "operation": row["operation"],
            "idempotencyId": row["idempotency_id"],
            "amount": as_number(row["amount"]),
            "balance": as_number(row["balance"]),
        }
        for row in sorted(rows, key=itemgetter("id"))
    ]
    total = ledger.total_until(context) - ledger.total_until(context, after)
    return {"entries": entries, "total": as_number(total)}


def _limits(runtime: Runtime, values: Values) -> Values:
    return {"rateLimit": runtime.limiter.limit, "rateWindow": runtime.limiter.window}


def _set_limits(runtime: Runtime, values: Values) -> Values:
    changed = {**_limits(runtime, values), **values}
    runtime.limiter.change(changed["rateLimit"], changed["rateWindow"])
    return _limits(runtime, values)


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/balance", _balance),
    Endpoint(
        "POST",
        f"{PREFIX}/balance",
        _set_balance,
        {"balance": AMOUNT, "billing": {"type": "string", "enum": ["prepaid", "postpaid"]}, "creditLine": AMOUNT},
    ),
    Endpoint("GET", f"{PREFIX}/ledger", _ledger, {"after": COUNT, "limit": PAGE, "latest": PAGE}),
    Endpoint("GET", f"{PREFIX}/limits", _limits),
    Endpoint("POST", f"{PREFIX}/limits", _set_limits, {"rateLimit": COUNT, "rateWindow": {**COUNT, "minimum": 1}}),
)
