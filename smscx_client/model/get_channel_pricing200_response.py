# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import OneOfModel

if TYPE_CHECKING:
    from smscx_client.model.pricing_sms_response import PricingSmsResponse
    from smscx_client.model.pricing_viber_whatsapp_response import PricingViberWhatsappResponse


class GetChannelPricing200Response(OneOfModel):
    """The answer of ``get_channel_pricing`` and ``get_channel_pricing_by_country_iso``."""

    forms = ("PricingSmsResponse", "PricingViberWhatsappResponse")

    if TYPE_CHECKING:

        @property
        def actual(self) -> PricingSmsResponse | PricingViberWhatsappResponse: ...
