# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.shapes import OneOfModel

if TYPE_CHECKING:
    from smscx_client.model.pricing_sms_response import PricingSmsResponse
    from smscx_client.model.pricing_viber_whatsapp_response import PricingViberWhatsappResponse


class GetChannelPricing200Response(OneOfModel):
    """The response of ``get_channel_pricing`` and ``get_channel_pricing_by_country_iso``."""

    forms = ("pricing_sms_response.PricingSmsResponse", "pricing_viber_whatsapp_response.PricingViberWhatsappResponse")

    if TYPE_CHECKING:

        @property
        def actual(self) -> PricingSmsResponse | PricingViberWhatsappResponse: ...
