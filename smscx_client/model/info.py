# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry
    from smscx_client.model.transliteration_analysis import TransliterationAnalysis


class Info(Model):
    """A part of ``SendSmsMessageResponse``.

    :param campaign_id: ID that uniquely identifies the campaign. A UUID. Example:
        ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``. Required.
    :param total_phone_numbers: How many phone numbers the request contained. Example: ``2``. Required.
    :param total_valid: How many phone numbers passed validation. Example: ``2``. Required.
    :param total_invalid: How many phone numbers failed validation. Example: ``0``. Required.
    :param total_cost: Overall price of the sending. Example: ``0.155``. Required.
    :param total_parts: Sum of the message parts over all recipients. Example: ``2``. Required.
    :param dlr_callback_url: Address to which delivery reports are posted. May be ``None``. A URL. Required.
    :param scheduled: Whether the message or campaign is held for sending at a later time. Required.
    :param transliteration_analysis: Parts and cost of the text before and after transliteration.
    :param total_in_quiet_hours: How many phone numbers were found to fall within quiet hours. Example: ``0``.
    :param invalid: Phone numbers found to be invalid.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID that uniquely identifies the campaign. A UUID. Example: ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained. Example: ``2``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many phone numbers passed validation. Example: ``2``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers failed validation. Example: ``0``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the sending. Example: ``0.155``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts over all recipients. Example: ``2``."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", required=True, nullable=True)
    """Address to which delivery reports are posted. May be ``None``. A URL."""
    scheduled: bool = field("scheduled", type=bool, required=True)
    """Whether the message or campaign is held for sending at a later time."""
    transliteration_analysis: TransliterationAnalysis | None = field(
        "transliterationAnalysis", type="transliteration_analysis.TransliterationAnalysis", default=None, kw_only=True
    )
    """Parts and cost of the text before and after transliteration."""
    total_in_quiet_hours: int | None = field("totalInQuietHours", type=int, default=None, kw_only=True)
    """How many phone numbers were found to fall within quiet hours. Example: ``0``."""
    invalid: list[str] | None = field("invalid", type=[str], default=None, kw_only=True)
    """Phone numbers found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
