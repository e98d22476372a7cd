# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class OutboundSms(Model):
    """A part of ``DataRentedNumbers`` and ``InfoRentStatus``.

    :param total: How many SMS were sent out from this number. Example: ``1``. Required.
    :param cost: Sum charged for all SMS sent from the number. Example: ``0.055``. Required.
    """

    total: int = field("total", type=int, required=True)
    """How many SMS were sent out from this number. Example: ``1``."""
    cost: float = field("cost", type=float, required=True)
    """Sum charged for all SMS sent from the number. Example: ``0.055``."""
