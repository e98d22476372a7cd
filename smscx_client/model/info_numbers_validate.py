# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoNumbersValidate(Model):
    """A part of ``NumbersValidateResponse``."""

    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers were invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
