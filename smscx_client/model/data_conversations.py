# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataConversations(Model):
    """A part of ``ConversationsListResponse``.

    :param conversation_id: Identifier that belongs to this conversation alone. A UUID. Example:
        ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``. Required.
    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+31612469333"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example:
        ``"NL"``. Required.
    :param first_name: Given name of the contact; may be ``None``. Example: ``"Anna"``. Required.
    :param last_name: Family name of the contact in the conversation. Example: ``"de Vries"``. Required.
    :param unread_messages: How many messages in the conversation are still unread. Example: ``1``. Required.
    :param last_reply: Short extract of the conversation's most recent message. Example: ``"Can you bring my parcel on
        Wednesday instead?"``. Required.
    :param last_update: When the contact last replied in this conversation, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-11-02 09:12:20"``. Required.
    """

    conversation_id: str = field("conversationId", type="uuid", required=True)
    """Identifier that belongs to this conversation alone. A UUID. Example:
    ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example: ``"NL"``."""
    first_name: str | None = field("firstName", required=True, nullable=True)
    """Given name of the contact; may be ``None``. Example: ``"Anna"``."""
    last_name: str = field("lastName", required=True)
    """Family name of the contact in the conversation. Example: ``"de Vries"``."""
    unread_messages: int = field("unreadMessages", type=int, required=True)
    """How many messages in the conversation are still unread. Example: ``1``."""
    last_reply: str = field("lastReply", required=True)
    """Short extract of the conversation's most recent message. Example: ``"Can you bring my parcel on Wednesday
    instead?"``."""
    last_update: str = field("lastUpdate", required=True)
    """When the contact last replied in this conversation, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-11-02
    09:12:20"``."""
