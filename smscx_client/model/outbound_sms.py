# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class OutboundSms(Model):
    """A part of ``DataRentedNumbers`` and ``InfoRentStatus``."""

    total: int = field("total", type=int, required=True)
    """How many SMS were sent out from this number."""
    cost: float = field("cost", type=float, required=True)
    """Sum charged for all SMS sent from the number."""
