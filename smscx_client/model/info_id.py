# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoId(Model):
    """A part of ``AttachmentDeleteResponse``, ``ConversationReadResponse``, ``ShortlinkDeleteResponse`` and others.

    :param id: ID of the object concerned. Example: ``"hV3dP"``. Required.
    """

    id: str = field("id", required=True)
    """ID of the object concerned. Example: ``"hV3dP"``."""
