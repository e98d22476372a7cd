# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class InfoDeleteScheduledCampaign(Model):
    """A part of ``DeleteScheduledCampaign``.

    :param campaign_id: ID of the scheduled campaign that was removed. A UUID. Example:
        ``"7f4dcaae-1e87-4e1f-8cdb-af28f159f050"``. Required.
    :param total_phone_numbers: How many phone numbers the campaign had. Example: ``4``. Required.
    :param total_parts: Sum of the message parts in the campaign. Example: ``4``. Required.
    :param phone_numbers_deleted: How many distinct destinations were removed. Example: ``3``. Required.
    :param parts_deleted: How many message parts were removed. Example: ``3``. Required.
    :param credit_returned: Amount credited back to the user's balance for the scheduled messages that were removed.
        Example: ``0.064``. Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``,
        ``whatsapp``, ``multichannel``. Required.
    """

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """ID of the scheduled campaign that was removed. A UUID. Example: ``"7f4dcaae-1e87-4e1f-8cdb-af28f159f050"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the campaign had. Example: ``4``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts in the campaign. Example: ``4``."""
    phone_numbers_deleted: int = field("phoneNumbersDeleted", type=int, required=True)
    """How many distinct destinations were removed. Example: ``3``."""
    parts_deleted: int = field("partsDeleted", type=int, required=True)
    """How many message parts were removed. Example: ``3``."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the user's balance for the scheduled messages that were removed. Example: ``0.064``."""
    channel: Literal["sms", "viber", "whatsapp", "multichannel"] = field(
        "channel", required=True, enum=("sms", "viber", "whatsapp", "multichannel")
    )
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``, ``whatsapp``,
    ``multichannel``."""
