# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoNumbersLookup(Model):
    """A part of ``NumbersLookupResponse``."""

    lookup_bulk_id: str = field("lookupBulkId", type="uuid", required=True)
    """ID that uniquely identifies the bulk lookup."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers were sent in for lookup."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers were invalid."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall amount charged for looking up all the phone numbers."""
    invalid: list[str] = field("invalid", type=[str], required=True)
    """Every phone number found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
