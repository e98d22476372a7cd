# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoWhatsapp(Model):
    """A part of ``SendWhatsappMessageResponse``."""

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID that uniquely identifies the campaign."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many phone numbers passed validation."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers failed validation."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the sending."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts over all recipients."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", required=True, nullable=True)
    """Address to which delivery reports are posted."""
    scheduled: bool = field("scheduled", type=bool, required=True)
    """Whether the message or campaign is held for sending at a later time."""
    total_in_quiet_hours: int | None = field("totalInQuietHours", type=int, default=None, kw_only=True)
    """How many phone numbers were found to fall within quiet hours."""
    invalid: list[str] | None = field("invalid", type=[str], default=None, kw_only=True)
    """Phone numbers found to be invalid."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
