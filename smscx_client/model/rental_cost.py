# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class RentalCost(Model):
    """A part of ``DataAvailableNumbersRent``, ``DataRentedNumbers`` and ``InfoRentNumber``.

    :param _1: Rental price for a single day. Required.
    :param _7: Rental price for 1 week (7 days). Required.
    :param _30: Rental price for 1 month (30 days). Required.
    """

    _1: float = field("1", type=float, required=True)
    """Rental price for a single day."""
    _7: float = field("7", type=float, required=True)
    """Rental price for 1 week (7 days)."""
    _30: float = field("30", type=float, required=True)
    """Rental price for 1 month (30 days)."""
