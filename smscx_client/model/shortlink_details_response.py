# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail
    from smscx_client.model.info_shortlink_detail import InfoShortlinkDetail
    from smscx_client.model.paging import Paging


class ShortlinkDetailsResponse(Model):
    """The response of ``get_shortlink_hits``.

    :param info: Details of the requested short link, with its hit count. Required.
    :param data: Hits recorded on the link, one object each. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoShortlinkDetail = field("info", type="info_shortlink_detail.InfoShortlinkDetail", required=True)
    """Details of the requested short link, with its hit count."""
    data: list[DataShortlinkDetail] = field("data", type=["data_shortlink_detail.DataShortlinkDetail"], required=True)
    """Hits recorded on the link, one object each."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
