# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_conversation import DataConversation
    from smscx_client.model.info_conversation import InfoConversation


class ConversationDetailsResponse(Model):
    """The response of ``get_conversation``.

    :param info: Details of the conversation, such as its identifier and contact. Required.
    :param data: Messages that make up the conversation, one object each. Required.
    """

    info: InfoConversation = field("info", type="info_conversation.InfoConversation", required=True)
    """Details of the conversation, such as its identifier and contact."""
    data: list[DataConversation] = field("data", type=["data_conversation.DataConversation"], required=True)
    """Messages that make up the conversation, one object each."""
