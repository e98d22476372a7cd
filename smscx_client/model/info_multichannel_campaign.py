# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.group import Group
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoMultichannelCampaign(Model):
    """A part of ``SendMultichannelCampaignResponse``.

    :param campaign_id: ID that uniquely identifies the campaign. A UUID. Example:
        ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``. Required.
    :param total_phone_numbers: How many phone numbers the request contained. Example: ``4``. Required.
    :param total_valid: How many phone numbers passed validation. Example: ``4``. Required.
    :param total_invalid: How many phone numbers failed validation. Example: ``0``. Required.
    :param total_cost: Overall price of the sending. Example: ``0.064``. Required.
    :param total_parts: Sum of the message parts over all recipients. Example: ``4``. Required.
    :param duplicates_removed: How many repeated phone numbers were dropped. Example: ``0``. Required.
    :param dlr_callback_url: Address to which delivery reports are posted. May be ``None``. A URL. Example:
        ``"https://example.com/webhooks/dlr"``. Required.
    :param groups: Groups the campaign is addressed to. Required.
    :param scheduled: Whether the message or campaign is held for sending at a later time. Required.
    :param total_in_quiet_hours: How many phone numbers were found to fall within quiet hours. Example: ``0``.
    :param invalid: Phone numbers found to be invalid.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID that uniquely identifies the campaign. A UUID. Example: ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained. Example: ``4``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many phone numbers passed validation. Example: ``4``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers failed validation. Example: ``0``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the sending. Example: ``0.064``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts over all recipients. Example: ``4``."""
    duplicates_removed: int = field("duplicatesRemoved", type=int, required=True)
    """How many repeated phone numbers were dropped. Example: ``0``."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", required=True, nullable=True)
    """Address to which delivery reports are posted. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/dlr"``."""
    groups: list[Group] = field("groups", type=["group.Group"], required=True)
    """Groups the campaign is addressed to."""
    scheduled: bool = field("scheduled", type=bool, required=True)
    """Whether the message or campaign is held for sending at a later time."""
    total_in_quiet_hours: int | None = field("totalInQuietHours", type=int, default=None, kw_only=True)
    """How many phone numbers were found to fall within quiet hours. Example: ``0``."""
    invalid: list[str] | None = field("invalid", type=[str], default=None, kw_only=True)
    """Phone numbers found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
