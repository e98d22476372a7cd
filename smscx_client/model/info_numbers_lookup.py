# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoNumbersLookup(Model):
    """A part of ``NumbersLookupResponse``.

    :param lookup_bulk_id: ID that uniquely identifies the bulk lookup. A UUID. Example:
        ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``. Required.
    :param total_phone_numbers: How many phone numbers were sent in for lookup. Example: ``3``. Required.
    :param total_valid: How many of the phone numbers are valid. Example: ``3``. Required.
    :param total_invalid: How many phone numbers were invalid. Example: ``0``. Required.
    :param total_cost: Overall amount charged for looking up all the phone numbers. Example: ``0.015``. Required.
    :param invalid: Every phone number found to be invalid. Required.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    lookup_bulk_id: str = field("lookupBulkId", type="uuid", required=True)
    """ID that uniquely identifies the bulk lookup. A UUID. Example: ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers were sent in for lookup. Example: ``3``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid. Example: ``3``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers were invalid. Example: ``0``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall amount charged for looking up all the phone numbers. Example: ``0.015``."""
    invalid: list[str] = field("invalid", type=[str], required=True)
    """Every phone number found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
