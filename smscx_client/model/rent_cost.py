# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class RentCost(Model):
    """A part of ``DataAvailableNumbersRent``.

    :param days: Length of the rental period, counted in days. One of ``1``, ``7``, ``30``. Required.
    :param cost: Rental price of the number for the given period of 1, 7 or 30 days. Example: ``0.9``. Required.
    """

    days: Literal[1, 7, 30] = field("days", type=int, required=True, enum=(1, 7, 30))
    """Length of the rental period, counted in days. One of ``1``, ``7``, ``30``."""
    cost: float = field("cost", type=float, required=True)
    """Rental price of the number for the given period of 1, 7 or 30 days. Example: ``0.9``."""
