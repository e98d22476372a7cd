# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_viber import DataViber
    from smscx_client.model.info_conversation_reply import InfoConversationReply


class ConversationReplyWhatsappResponse(Model):
    """The answer of ``send_conversation_reply_whatsapp``."""

    info: InfoConversationReply = field("info", type="InfoConversationReply", required=True)
    """Summary of the reply: campaign identifier, phone number totals and cost."""
    data: DataViber = field("data", type="DataViber", required=True)
    """The reply message, with its identifier, status and cost."""
