# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoLookupDetails(Model):
    """A part of ``NumbersBulkLookupResult``.

    :param lookup_bulk_id: ID that uniquely identifies the bulk lookup. A UUID. Example:
        ``"5a628974-9698-467a-8db5-c1550da34146"``. Required.
    :param total_phone_numbers: How many phone numbers were sent in for lookup. Example: ``3``. Required.
    :param total_valid: How many of the phone numbers are valid. Example: ``3``. Required.
    :param total_cost: Overall amount charged for looking up all the phone numbers. Example: ``0.015``. Required.
    :param phone_numbers_by_country: Count of phone numbers per country. Required.
    """

    lookup_bulk_id: str = field("lookupBulkId", type="uuid", required=True)
    """ID that uniquely identifies the bulk lookup. A UUID. Example: ``"5a628974-9698-467a-8db5-c1550da34146"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers were sent in for lookup. Example: ``3``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid. Example: ``3``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall amount charged for looking up all the phone numbers. Example: ``0.015``."""
    phone_numbers_by_country: PhoneNumbersByCountry = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", required=True
    )
    """Count of phone numbers per country."""
