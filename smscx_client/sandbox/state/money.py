"""Money in integer millionths of the account's currency: sums are exact, in Python and in SQL."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["as_number", "as_text", "millionths"]

_UNIT = 1_000_000


def millionths(amount: str | float | Decimal) -> int:
    """Convert an amount: `"0.041"` is 41000."""
    return int((Decimal(str(amount)) * _UNIT).to_integral_value())


def as_number(amount: int) -> float:
    """Convert to a JSON number: 41000 is `0.041`. Division of two integers rounds only once."""
    return amount / _UNIT


def as_text(amount: int) -> str:
    """Convert to text with at least two decimals and no trailing zeros: 1230000 is `1.23`."""
    whole, _, fraction = f"{Decimal(amount) / _UNIT:.6f}".partition(".")
    return f"{whole}.{fraction.rstrip('0'):0<2}"
