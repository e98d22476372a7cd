# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_viber import DataViber
    from smscx_client.model.info_conversation_reply import InfoConversationReply


class ConversationReplyWhatsappResponse(Model):
    """The response of ``send_conversation_reply_whatsapp``.

    :param info: Summary of the reply: campaign identifier, phone number totals and cost. Required.
    :param data: The reply message, with its identifier, status and cost. Required.
    """

    info: InfoConversationReply = field("info", type="info_conversation_reply.InfoConversationReply", required=True)
    """Summary of the reply: campaign identifier, phone number totals and cost."""
    data: DataViber = field("data", type="data_viber.DataViber", required=True)
    """The reply message, with its identifier, status and cost."""
