# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_attachment import DataAttachment


class AttachmentListResponse(Model):
    """The response of ``get_attachments_list``.

    :param data: List of attachments, one object each. Required.
    """

    data: list[DataAttachment] = field("data", type=["data_attachment.DataAttachment"], required=True)
    """List of attachments, one object each."""
