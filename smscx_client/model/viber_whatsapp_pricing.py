# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class ViberWhatsappPricing(Model):
    """A part of ``PricingViberWhatsappResponse``."""

    transactional: float = field("TRANSACTIONAL", type=float, required=True)
    """Amount charged per transactional message."""
    promotional: float = field("PROMOTIONAL", type=float, required=True)
    """Amount charged per promotional message."""
