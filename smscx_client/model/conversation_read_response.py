# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_id import InfoId


class ConversationReadResponse(Model):
    """The response of ``mark_conversation_as_read``.

    :param info: Identifier of the object that the request acted on. Required.
    """

    info: InfoId = field("info", type="info_id.InfoId", required=True)
    """Identifier of the object that the request acted on."""
