# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataConversations(Model):
    """A part of ``ConversationsListResponse``."""

    conversation_id: str = field("conversationId", type="uuid", required=True)
    """Identifier that belongs to this conversation alone."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to."""
    first_name: str | None = field("firstName", required=True, nullable=True)
    """Given name of the contact; may be ``null``."""
    last_name: str = field("lastName", required=True)
    """Family name of the contact in the conversation."""
    unread_messages: int = field("unreadMessages", type=int, required=True)
    """How many messages in the conversation are still unread."""
    last_reply: str = field("lastReply", required=True)
    """Short extract of the conversation's most recent message."""
    last_update: str = field("lastUpdate", required=True)
    """When the contact last replied in this conversation, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
