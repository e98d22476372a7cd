# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class ViberWhatsappPricing(Model):
    """A part of ``PricingViberWhatsappResponse``.

    :param transactional: Amount charged per transactional message. Transactional messages hold text only. Required.
    :param promotional: Amount charged per promotional message. Promotional messages hold text and rich media. Required.
    """

    transactional: float = field("TRANSACTIONAL", type=float, required=True)
    """Amount charged per transactional message. Transactional messages hold text only."""
    promotional: float = field("PROMOTIONAL", type=float, required=True)
    """Amount charged per promotional message. Promotional messages hold text and rich media."""
