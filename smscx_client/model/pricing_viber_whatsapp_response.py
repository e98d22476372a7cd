# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel

if TYPE_CHECKING:
    from smscx_client.model.viber_whatsapp_pricing import ViberWhatsappPricing


class PricingViberWhatsappResponse(MapModel["ViberWhatsappPricing"]):
    """Viber or WhatsApp prices grouped by country code."""

    country_code: dict[str, ViberWhatsappPricing] = field(
        "countryCode", type={str: "viber_whatsapp_pricing.ViberWhatsappPricing"}, default=None
    )
