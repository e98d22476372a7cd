# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoNumbersValidate(Model):
    """A part of ``NumbersValidateResponse``.

    :param total_phone_numbers: How many phone numbers the request contained. Example: ``3``. Required.
    :param total_valid: How many of the phone numbers are valid. Example: ``2``. Required.
    :param total_invalid: How many phone numbers were invalid. Example: ``1``. Required.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained. Example: ``3``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid. Example: ``2``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers were invalid. Example: ``1``."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
