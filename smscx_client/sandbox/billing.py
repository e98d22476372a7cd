"""The account's balance: what a request may cost, what it is charged, what comes back."""

from __future__ import annotations

from .errors import ApiError
from .store import Row
from .world import World

__all__ = ["account", "charge", "refund", "require_credit", "set_account"]

_NO_CREDIT = {"prepaid": 1113, "postpaid": 1114}


def account(world: World) -> Row:
    """The account's row: balance, currency, billing, credit_line; amounts in millionths."""
    row = world.store.one("SELECT * FROM account")
    assert row is not None
    return row


def require_credit(world: World, cost: int) -> None:
    """Refuse what a prepaid account has no credit for, or a postpaid one no credit line."""
    row = account(world)
    line = row["credit_line"] if row["billing"] == "postpaid" else 0
    if cost and cost > row["balance"] + line:
        raise ApiError(_NO_CREDIT[row["billing"]])


def charge(world: World, cost: int) -> None:
    """Take the cost of a request off the balance."""
    require_credit(world, cost)
    world.store.execute("UPDATE account SET balance = balance - ?", cost)


def refund(world: World, cost: int) -> None:
    """Give back what a call that was taken back had cost."""
    world.store.execute("UPDATE account SET balance = balance + ?", cost)


def set_account(world: World, balance: int, billing: str, credit_line: int) -> None:
    """Make the account what a test needs; amounts in millionths."""
    world.store.execute("UPDATE account SET balance = ?, billing = ?, credit_line = ?", balance, billing, credit_line)
