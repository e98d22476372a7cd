# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoOptoutsNew(Model):
    """A part of ``OptoutsNewResponse``.

    :param total_valid: How many of the submitted phone numbers were valid. Example: ``2``. Required.
    :param total_invalid: How many of the submitted phone numbers were invalid. Example: ``0``. Required.
    :param total_duplicates: How many of the submitted phone numbers were duplicates. Example: ``0``. Required.
    :param total_phone_numbers: Total number of phone numbers: those submitted to the opt-out list, or those covered by
        the report. Example: ``2``. Required.
    :param invalid: Submitted phone numbers found to be invalid. Required.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the submitted phone numbers were valid. Example: ``2``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many of the submitted phone numbers were invalid. Example: ``0``."""
    total_duplicates: int = field("totalDuplicates", type=int, required=True)
    """How many of the submitted phone numbers were duplicates. Example: ``0``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """Total number of phone numbers: those submitted to the opt-out list, or those covered by the report. Example:
    ``2``."""
    invalid: list[str] = field("invalid", type=[str], required=True)
    """Submitted phone numbers found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
