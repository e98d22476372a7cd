# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoGroupsAddContactsResponse(Model):
    """A part of ``AddContactsToGroupResponse``.

    :param total_cost: Overall price of messaging every phone number just put into the group. Example: ``0.135``.
        Required.
    :param total_valid: How many valid phone numbers were put into the group. Example: ``2``. Required.
    :param total_invalid: How many phone numbers were invalid. Example: ``0``. Required.
    :param total_duplicates: How many repeated phone numbers were found. Example: ``0``. Required.
    :param total_phone_numbers: How many phone numbers the request contained. Example: ``2``. Required.
    :param invalid: Every phone number found to be invalid. Required.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of messaging every phone number just put into the group. Example: ``0.135``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many valid phone numbers were put into the group. Example: ``2``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers were invalid. Example: ``0``."""
    total_duplicates: int = field("totalDuplicates", type=int, required=True)
    """How many repeated phone numbers were found. Example: ``0``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained. Example: ``2``."""
    invalid: list[str] = field("invalid", type=[str], required=True)
    """Every phone number found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
