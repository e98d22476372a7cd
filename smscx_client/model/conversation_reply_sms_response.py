# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_conversation_reply import DataConversationReply
    from smscx_client.model.info_conversation_reply import InfoConversationReply


class ConversationReplySmsResponse(Model):
    """The response of ``send_conversation_reply_sms``.

    :param info: Summary of the reply: campaign identifier, phone number totals and cost. Required.
    :param data: The SMS reply, with its message identifier, status and cost. Required.
    """

    info: InfoConversationReply = field("info", type="info_conversation_reply.InfoConversationReply", required=True)
    """Summary of the reply: campaign identifier, phone number totals and cost."""
    data: DataConversationReply = field("data", type="data_conversation_reply.DataConversationReply", required=True)
    """The SMS reply, with its message identifier, status and cost."""
