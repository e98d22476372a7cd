"""The account's balance: what a request may cost, what it is charged, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..spec.errors import ApiError
from .context import Context
from .store import Row

__all__ = ["account", "booked_under", "charge", "debit", "refund", "require_credit", "set_account"]

_CAUSE: ContextVar[tuple[str, str | None]] = ContextVar("_CAUSE", default=("", None))
_NO_CREDIT = {"prepaid": 1113, "postpaid": 1114}


def account(context: Context) -> Row:
    """The account's row: balance, currency, billing, credit_line; amounts in millionths."""
    row = context.store.one("SELECT * FROM account")
    assert row is not None
    return row


def require_credit(context: Context, cost: int, code: int | None = None) -> None:
    """Refuse what a prepaid account has no credit for, or a postpaid one no credit line; `code` is another error."""
    row = account(context)
    line = row["credit_line"] if row["billing"] == "postpaid" else 0
    if cost and cost > row["balance"] + line:
        raise ApiError(code or _NO_CREDIT[row["billing"]])


def charge(context: Context, cost: int) -> None:
    """Take the cost of a request off the balance."""
    require_credit(context, cost)
    _book(context, cost)


def debit(context: Context, cost: int) -> None:
    """Take off the balance what can no longer be refused, such as a message that has come in (assumed)."""
    _book(context, cost)


def refund(context: Context, cost: int) -> None:
    """Give back what a call that was taken back had cost."""
    _book(context, -cost)


def set_account(context: Context, balance: int, billing: str, credit_line: int) -> None:
    """Make the account what a test needs; amounts in millionths."""
    context.store.execute("UPDATE account SET balance = ?, billing = ?, credit_line = ?", balance, billing, credit_line)


@contextmanager
def booked_under(operation: str, idempotency_id: str | None = None) -> Iterator[None]:
    """Let what the block charges and gives back stand in the ledger under the operation that caused it."""
    token = _CAUSE.set((operation, idempotency_id))
    try:
        yield
    finally:
        _CAUSE.reset(token)


def _book(context: Context, amount: int) -> None:
    if not amount:
        return
    context.store.execute("UPDATE account SET balance = balance - ?", amount)
    operation, idempotency_id = _CAUSE.get()
    row = {
        "at": context.stamp(),
        "operation": operation,
        "idempotency_id": idempotency_id,
        "amount": amount,
        "balance": account(context)["balance"],
    }
    context.store.insert("ledger", [row])
