"""The account's balance and its ledger: credit checks, charges, refunds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..spec.errors import ApiError
from .context import Context
from .store import Row

__all__ = ["account", "attributed_to", "charge", "debit", "refund", "require_credit", "set_account"]

_SOURCE: ContextVar[tuple[str, str | None]] = ContextVar("_SOURCE", default=("", None))
_NO_CREDIT = {"prepaid": 1113, "postpaid": 1114}


def account(context: Context) -> Row:
    """Return the account's row: balance, currency, billing, credit_line; amounts in millionths."""
    row = context.store.one("SELECT * FROM account")
    assert row is not None
    return row


def require_credit(context: Context, cost: int, code: int | None = None) -> None:
    """Raise ApiError if balance and credit line (postpaid only) are below `cost`; `code` overrides the error code."""
    row = account(context)
    line = row["credit_line"] if row["billing"] == "postpaid" else 0
    if cost and cost > row["balance"] + line:
        raise ApiError(code or _NO_CREDIT[row["billing"]])


def charge(context: Context, cost: int) -> None:
    """Charge the cost of a request; raises ApiError if the balance is too low."""
    require_credit(context, cost)
    _add_entry(context, cost)


def debit(context: Context, cost: int) -> None:
    """Charge a cost that cannot be refused, such as that of an inbound message (assumed)."""
    _add_entry(context, cost)


def refund(context: Context, cost: int) -> None:
    """Return the cost of a cancelled call to the balance."""
    _add_entry(context, -cost)


def set_account(context: Context, balance: int, billing: str, credit_line: int) -> None:
    """Set balance, billing and credit line; amounts in millionths."""
    context.store.execute("UPDATE account SET balance = ?, billing = ?, credit_line = ?", balance, billing, credit_line)


@contextmanager
def attributed_to(operation: str, idempotency_id: str | None = None) -> Iterator[None]:
    """Record the ledger entries of the block under this operation and idempotency id."""
    token = _SOURCE.set((operation, idempotency_id))
    try:
        yield
    finally:
        _SOURCE.reset(token)


def _add_entry(context: Context, amount: int) -> None:
    if not amount:
        return
    context.store.execute("UPDATE account SET balance = balance - ?", amount)
    operation, idempotency_id = _SOURCE.get()
    row = {
        "at": context.stamp(),
        "operation": operation,
        "idempotency_id": idempotency_id,
        "amount": amount,
        "balance": account(context)["balance"],
    }
    context.store.insert("ledger", [row])
