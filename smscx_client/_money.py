"""Amounts of money as people read them."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["amount_text"]


def amount_text(amount: Decimal | float) -> str:
    """Return an amount with all of its digits, two decimals at least, and commas between thousands: ``4,500.075``."""
    number = amount if isinstance(amount, Decimal) else Decimal(repr(amount))
    if not number.is_finite():
        return str(number)
    whole, _, decimals = f"{number:,f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"
