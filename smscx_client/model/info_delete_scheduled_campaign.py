# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class InfoDeleteScheduledCampaign(Model):
    """A part of ``DeleteScheduledCampaign``."""

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID of the scheduled campaign that was removed."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the campaign had."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts in the campaign."""
    phone_numbers_deleted: int = field("phoneNumbersDeleted", type=int, required=True)
    """How many distinct destinations were removed."""
    parts_deleted: int = field("partsDeleted", type=int, required=True)
    """How many message parts were removed."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the user's balance for the scheduled messages that were removed."""
    channel: Literal["sms", "viber", "whatsapp", "multichannel"] = field(
        "channel", required=True, enum=("sms", "viber", "whatsapp", "multichannel")
    )
    """Messaging channel that is used, such as SMS, Viber or WhatsApp."""
