"""The account of a new sandbox."""

from __future__ import annotations

from ...state.context import Context
from ...state.money import millionths


def set_up(context: Context) -> None:
    """Add the account, as the settings describe it."""
    settings = context.settings
    account = {
        "balance": millionths(settings.balance),
        "currency": settings.currency,
        "billing": settings.billing,
        "credit_line": millionths(settings.credit_line),
    }
    context.store.insert("account", [account])
