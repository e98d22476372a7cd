# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Any, Literal


class DataConversation(Model):
    """A part of ``ConversationDetailsResponse``.

    :param msg_id: Identifier that belongs to this message alone. A UUID. Example:
        ``"6e79e4bb-0dfd-479d-a83a-bbf6aaa085af"``. Required.
    :param type: Which way the message went: ``sent`` or ``received``. One of ``sent``, ``received``. Required.
    :param text: Body text of the conversation message. Example: ``"Can you bring my parcel on Wednesday instead?"``.
        Required.
    :param rich_media: Rich media content of the message, as an object of key-value pairs. It is empty for a text alone
        (assumed). Required.
    :param status: Delivery status reported for the message. One of ``DELIVERED``, ``SENT``, ``FAILED``, ``SCHEDULED``.
        Required.
    :param cost: Amount charged for the message. Example: ``0.0``. Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``,
        ``whatsapp``. Required.
    :param datetime: When the message was sent or received, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-11-02
        09:12:20"``. Required.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifier that belongs to this message alone. A UUID. Example: ``"6e79e4bb-0dfd-479d-a83a-bbf6aaa085af"``."""
    type: Literal["sent", "received"] = field("type", required=True, enum=("sent", "received"))
    """Which way the message went: ``sent`` or ``received``. One of ``sent``, ``received``."""
    text: str = field("text", required=True)
    """Body text of the conversation message. Example: ``"Can you bring my parcel on Wednesday instead?"``."""
    rich_media: dict[str, Any] = field("richMedia", type={str: object}, required=True)
    """Rich media content of the message, as an object of key-value pairs. It is empty for a text alone (assumed)."""
    status: Literal["DELIVERED", "SENT", "FAILED", "SCHEDULED"] = field(
        "status", required=True, enum=("DELIVERED", "SENT", "FAILED", "SCHEDULED")
    )
    """Delivery status reported for the message. One of ``DELIVERED``, ``SENT``, ``FAILED``, ``SCHEDULED``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the message. Example: ``0.0``."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``, ``whatsapp``."""
    datetime: str = field("datetime", required=True)
    """When the message was sent or received, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-11-02 09:12:20"``."""
