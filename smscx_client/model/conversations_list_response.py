# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_conversations import DataConversations


class ConversationsListResponse(Model):
    """The response of ``get_converstions_list``.

    :param data: List of conversations, one object each. Required.
    """

    data: list[DataConversations] = field("data", type=["data_conversations.DataConversations"], required=True)
    """List of conversations, one object each."""
