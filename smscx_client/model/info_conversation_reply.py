# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.phone_numbers_by_country import PhoneNumbersByCountry


class InfoConversationReply(Model):
    """A part of ``ConversationReplySmsResponse``, ``ConversationReplyViberRespone`` and
    ``ConversationReplyWhatsappResponse``.

    :param campaign_id: ID that uniquely identifies the campaign. A UUID. Example:
        ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``. Required.
    :param total_phone_numbers: How many phone numbers the request contained. Example: ``1``. Required.
    :param total_valid: How many phone numbers passed validation. Example: ``1``. Required.
    :param total_invalid: How many phone numbers failed validation. Example: ``0``. Required.
    :param total_cost: Overall price of the sending. Example: ``0.055``. Required.
    :param total_parts: Sum of the message parts over all recipients. Example: ``1``. Required.
    :param dlr_callback_url: Address to which delivery reports are posted. May be ``None``. A URL. Required.
    :param scheduled: Whether the message or campaign is held for sending at a later time. Required.
    :param phone_numbers_by_country: Count of phone numbers per country.
    """

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID that uniquely identifies the campaign. A UUID. Example: ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the request contained. Example: ``1``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many phone numbers passed validation. Example: ``1``."""
    total_invalid: int = field("totalInvalid", type=int, required=True)
    """How many phone numbers failed validation. Example: ``0``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the sending. Example: ``0.055``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts over all recipients. Example: ``1``."""
    dlr_callback_url: str | None = field("dlrCallbackUrl", required=True, nullable=True)
    """Address to which delivery reports are posted. May be ``None``. A URL."""
    scheduled: bool = field("scheduled", type=bool, required=True)
    """Whether the message or campaign is held for sending at a later time."""
    phone_numbers_by_country: PhoneNumbersByCountry | None = field(
        "phoneNumbersByCountry", type="phone_numbers_by_country.PhoneNumbersByCountry", default=None, kw_only=True
    )
    """Count of phone numbers per country."""
