# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    pass


class ConversationReplySmsRequest(Model):
    """The body of ``send_conversation_reply_sms``.

    :param text: Message body to send as the reply. At least 1 character. Example: ``"Thank you, Anna. Your new delivery
        day is Wednesday."``. Required.
    """

    text: str = field("text", required=True, min_length=1)
    """Message body to send as the reply. At least 1 character. Example: ``"Thank you, Anna. Your new delivery day is
    Wednesday."``."""

    if TYPE_CHECKING:

        def __init__(self, text: str) -> None: ...
