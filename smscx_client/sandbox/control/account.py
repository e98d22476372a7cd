"""The account: its balance, where it went, and how many requests it may make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..state import ledger
from ..state.money import as_number, millionths
from .endpoint import AMOUNT, COUNT, PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["ENDPOINTS"]


def _balance(sandbox: Sandbox, values: Values) -> Values:
    account = ledger.account(sandbox.context)
    return {
        "balance": as_number(account["balance"]),
        "currency": account["currency"],
        "billing": account["billing"],
        "creditLine": as_number(account["credit_line"]),
    }


def _set_balance(sandbox: Sandbox, values: Values) -> Values:
    changed = {**_balance(sandbox, values), **values}
    ledger.set_account(
        sandbox.context, millionths(changed["balance"]), changed["billing"], millionths(changed["creditLine"])
    )
    return _balance(sandbox, values)


def _ledger(sandbox: Sandbox, values: Values) -> Values:
    rows = sandbox.context.store.all("SELECT * FROM ledger WHERE id > ? ORDER BY id", values.get("after", 0))
    entries = [
        {
            "id": row["id"],
            "at": row["at"],
            "operation": row["operation"],
            "idempotencyId": row["idempotency_id"],
            "amount": as_number(row["amount"]),
            "balance": as_number(row["balance"]),
        }
        for row in rows
    ]
    return {"entries": entries, "total": as_number(sum(row["amount"] for row in rows))}


def _limits(sandbox: Sandbox, values: Values) -> Values:
    return {"rateLimit": sandbox.limiter.limit, "rateWindow": sandbox.limiter.window}


def _set_limits(sandbox: Sandbox, values: Values) -> Values:
    changed = {**_limits(sandbox, values), **values}
    sandbox.limiter.change(changed["rateLimit"], changed["rateWindow"])
    return _limits(sandbox, values)


ENDPOINTS = (
    Endpoint("GET", f"{PREFIX}/balance", _balance),
    Endpoint(
        "POST",
        f"{PREFIX}/balance",
        _set_balance,
        {"balance": AMOUNT, "billing": {"type": "string", "enum": ["prepaid", "postpaid"]}, "creditLine": AMOUNT},
    ),
    Endpoint("GET", f"{PREFIX}/ledger", _ledger, {"after": COUNT}),
    Endpoint("GET", f"{PREFIX}/limits", _limits),
    Endpoint("POST", f"{PREFIX}/limits", _set_limits, {"rateLimit": COUNT, "rateWindow": {**COUNT, "minimum": 1}}),
)
