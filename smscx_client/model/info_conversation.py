# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoConversation(Model):
    """A part of ``ConversationDetailsResponse``.

    :param conversation_id: Identifier that belongs to this conversation alone. Example:
        ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``. Required.
    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+31612469333"``.
        Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example:
        ``"NL"``. Required.
    :param first_name: Given name of the contact; may be ``None``. Example: ``"Anna"``. Required.
    :param last_name: Family name of the contact in the conversation. Example: ``"de Vries"``. Required.
    """

    conversation_id: str = field("conversationId", required=True)
    """Identifier that belongs to this conversation alone. Example: ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``."""
    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example: ``"NL"``."""
    first_name: str = field("firstName", required=True)
    """Given name of the contact; may be ``None``. Example: ``"Anna"``."""
    last_name: str = field("lastName", required=True)
    """Family name of the contact in the conversation. Example: ``"de Vries"``."""
