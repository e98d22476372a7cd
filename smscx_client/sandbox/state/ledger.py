"""The account's balance and its ledger: credit checks, charges, refunds.

The balance of a prepaid account never goes below zero. So what the next channels of multichannel messages may cost is
kept back: no other request can spend it (assumed).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..spec.errors import ApiError
from .context import Context
from .store import Row

__all__ = [
    "account",
    "attributed_to",
    "can_pay",
    "charge",
    "charge_up_to",
    "refund",
    "require_credit",
    "set_account",
    "total_until",
]

_SOURCE: ContextVar[tuple[str, str | None]] = ContextVar("_SOURCE", default=("", None))
_LAST = 1 << 62
"""Above every id."""
_NO_CREDIT = {"prepaid": 1113, "postpaid": 1114}


def account(context: Context) -> Row:
    """Return the account's row: balance, currency, billing, credit_line; amounts in millionths."""
    row = context.store.one("SELECT * FROM account")
    assert row is not None
    return row


def require_credit(context: Context, cost: int, code: int | None = None) -> None:
    """Raise ApiError if the credit that is left is below `cost`; `code` overrides the error code."""
    if cost and cost > _credit(context) - _kept_back(context):
        raise ApiError(code or _NO_CREDIT[account(context)["billing"]])


def can_pay(context: Context, cost: int) -> bool:
    """Whether the account can pay a cost for which credit was kept back."""
    return cost <= 0 or cost <= _credit(context)


def _credit(context: Context) -> int:
    """Return the balance, with the credit line of a postpaid account."""
    row = account(context)
    return int(row["balance"] + (row["credit_line"] if row["billing"] == "postpaid" else 0))


def _kept_back(context: Context) -> int:
    """Return what messages on their way may still cost."""
    row = context.store.one("SELECT ifnull(sum(reserve * messages), 0) AS kept FROM message_variants WHERE reserve > 0")
    return int(row["kept"]) if row else 0


def charge(context: Context, cost: int) -> None:
    """Charge the cost of a request; raises ApiError if the balance is too low."""
    require_credit(context, cost)
    _add_entry(context, cost)


def charge_up_to(context: Context, cost: int) -> int:
    """Charge a cost that cannot be refused, such as that of an inbound message; returns what was charged.

    A prepaid account pays no more than it has left, a postpaid account pays all (both assumed).
    """
    if account(context)["billing"] == "prepaid":
        cost = min(cost, max(0, _credit(context) - _kept_back(context)))
    _add_entry(context, cost)
    return cost


def refund(context: Context, cost: int) -> None:
    """Return the cost of a cancelled call to the balance."""
    _add_entry(context, -cost)


def set_account(context: Context, balance: int, billing: str, credit_line: int) -> None:
    """Set balance, billing and credit line; amounts in millionths."""
    context.store.execute("UPDATE account SET balance = ?, billing = ?, credit_line = ?", balance, billing, credit_line)


def total_until(context: Context, entry: int = _LAST) -> int:
    """Return the sum of all amounts up to an entry, by default of all entries."""
    row = context.store.one("SELECT total FROM ledger WHERE id <= ? ORDER BY id DESC LIMIT 1", entry)
    return int(row["total"]) if row else 0


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
        "total": total_until(context) + amount,
    }
    context.store.insert("ledger", [row])
