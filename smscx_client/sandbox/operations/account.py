"""The account: its balance."""

from __future__ import annotations

from typing import Any

from .. import billing
from ..money import as_number
from ..world import World
from . import Call, operation


@operation("get_account_balance")
def get_account_balance(world: World, call: Call) -> dict[str, Any]:
    """Show balance, currency and billing mode."""
    account = billing.account(world)
    return {
        "balance": as_number(account["balance"]),
        "currency": account["currency"],
        "billing": account["billing"],
    }
