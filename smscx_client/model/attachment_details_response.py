# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail
    from smscx_client.model.info_attachment import InfoAttachment
    from smscx_client.model.paging import Paging


class AttachmentDetailsResponse(Model):
    """The response of ``get_attachment_hits``.

    :param info: Details of the attachment the hits belong to. Required.
    :param data: Hits recorded on the link, one object each. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoAttachment = field("info", type="info_attachment.InfoAttachment", required=True)
    """Details of the attachment the hits belong to."""
    data: list[DataShortlinkDetail] = field("data", type=["data_shortlink_detail.DataShortlinkDetail"], required=True)
    """Hits recorded on the link, one object each."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
