# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Any, Literal


class DataConversation(Model):
    """A part of ``ConversationDetailsResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifier that belongs to this message alone."""
    type: Literal["sent", "received"] = field("type", required=True, enum=("sent", "received"))
    """Which way the message went: ``sent`` or ``received``."""
    text: str = field("text", required=True)
    """Body text of the conversation message."""
    rich_media: dict[str, Any] = field("richMedia", type={str: object}, required=True)
    """Rich media content of the message, as an object of key-value pairs."""
    status: Literal["DELIVERED", "SENT", "FAILED", "SCHEDULED"] = field(
        "status", required=True, enum=("DELIVERED", "SENT", "FAILED", "SCHEDULED")
    )
    """Delivery status reported for the message."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the message."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp."""
    datetime: str = field("datetime", required=True)
    """When the message was sent or received, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
