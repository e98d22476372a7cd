# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataNumberValidate(Model):
    """A part of ``NumberValidateResponse``."""

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    country_iso: str = field("countryIso", required=True)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on."""
    timezone: str = field("timezone", required=True)
    """Timezone that applies to the phone number, derived from its country code."""
