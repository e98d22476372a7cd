# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataNumbersValidate(Model):
    """A part of ``NumbersValidateResponse``."""

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    invalid: bool = field("invalid", type=bool, required=True)
    """Whether the phone number is invalid."""
    country_iso: str | None = field("countryIso", default=None, kw_only=True)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to."""
    network_operator: str | None = field("networkOperator", default=None, kw_only=True)
    """Operator whose network the phone number is on."""
    timezone: str | None = field("timezone", default=None, kw_only=True)
    """Timezone that applies to the phone number, derived from its country code."""
