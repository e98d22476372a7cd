"""Money in whole millionths of the account's currency: sums are exact, in Python and in SQL alike."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["as_number", "as_text", "millionths"]

_UNIT = 1_000_000


def millionths(amount: str | float | Decimal) -> int:
    """`"0.041"` is 41000."""
    return int((Decimal(str(amount)) * _UNIT).to_integral_value())


def as_number(amount: int) -> float:
    """41000 is `0.041`, the nearest JSON number: division of two integers rounds once, at the end."""
    return amount / _UNIT


def as_text(amount: int) -> str:
    """1230000 is `1.23`: for people, two decimals at least and no needless ones."""
    whole, _, fraction = f"{Decimal(amount) / _UNIT:.6f}".partition(".")
    return f"{whole}.{fraction.rstrip('0'):0<2}"
