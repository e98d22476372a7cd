# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InboundSms(Model):
    """A part of ``DataRentedNumbers`` and ``InfoRentStatus``.

    :param total: How many SMS the number has received. Example: ``2``. Required.
    :param cost: Overall price of the received SMS. Example: ``0.0``. Required.
    """

    total: int = field("total", type=int, required=True)
    """How many SMS the number has received. Example: ``2``."""
    cost: float = field("cost", type=float, required=True)
    """Overall price of the received SMS. Example: ``0.0``."""
