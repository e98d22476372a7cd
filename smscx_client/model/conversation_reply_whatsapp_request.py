# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Any


class ConversationReplyWhatsappRequest(Model):
    """The body of ``send_conversation_reply_whatsapp``.

    :param text: Message body to send as the reply. 1 to 1,000 characters. Example: ``"Your table is by the window, Lea.
        See you tonight!"``. Required.
    :param rich_media: Rich media content of the message, as an object of key-value pairs. It is empty for a text alone
        (assumed). Required.
    """

    text: str = field("text", required=True, max_length=1000, min_length=1)
    """Message body to send as the reply. 1 to 1,000 characters. Example: ``"Your table is by the window, Lea. See
    you tonight!"``."""
    rich_media: dict[str, Any] = field("richMedia", type={str: object}, required=True)
    """Rich media content of the message, as an object of key-value pairs. It is empty for a text alone (assumed)."""

    if TYPE_CHECKING:

        def __init__(self, text: str, rich_media: dict[str, Any]) -> None: ...
