# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class InfoDeleteScheduledMsg(Model):
    """A part of ``DeleteScheduledMsg``.

    :param msg_id: ID of the scheduled message that was removed. A UUID. Example:
        ``"6087b220-7b1b-479f-bc45-4f3514b67c97"``. Required.
    :param parts: Number of parts that the message takes up. At least 1. Example: ``1``. Required.
    :param credit_returned: Amount credited back to the user's balance. Example: ``0.02``. Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``,
        ``whatsapp``, ``multichannel``. Required.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """ID of the scheduled message that was removed. A UUID. Example: ``"6087b220-7b1b-479f-bc45-4f3514b67c97"``."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up. At least 1. Example: ``1``."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the user's balance. Example: ``0.02``."""
    channel: Literal["sms", "viber", "whatsapp", "multichannel"] = field(
        "channel", required=True, enum=("sms", "viber", "whatsapp", "multichannel")
    )
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``, ``whatsapp``,
    ``multichannel``."""
