# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class InfoDeleteScheduledMsg(Model):
    """A part of ``DeleteScheduledMsg``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """ID of the scheduled message that was removed."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the user's balance."""
    channel: Literal["sms", "viber", "whatsapp", "multichannel"] = field(
        "channel", required=True, enum=("sms", "viber", "whatsapp", "multichannel")
    )
    """Messaging channel that is used, such as SMS, Viber or WhatsApp."""
