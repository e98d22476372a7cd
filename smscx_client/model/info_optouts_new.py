# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoOptoutsNew(Model):
    """A part of ``OptoutsNewResponse``."""

    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the submitted phone numbers were valid."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many of the submitted phone numbers were invalid."""
    total_duplicates: int = field("totalDuplicates", type=int, required=True)
    """How many of the submitted phone numbers were duplicates."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """Total number of phone numbers: those submitted to the opt-out list, or those covered by the report."""
    invalid: list[str] = field("invalid", type=[str], required=True)
    """Submitted phone numbers found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
