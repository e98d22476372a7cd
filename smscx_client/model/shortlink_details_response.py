# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail
    from smscx_client.model.info_shortlink_detail import InfoShortlinkDetail
    from smscx_client.model.paging import Paging


class ShortlinkDetailsResponse(Model):
    """The answer of ``get_shortlink_hits``."""

    info: InfoShortlinkDetail = field("info", type="InfoShortlinkDetail", required=True)
    """Details of the requested short link, with its hit count."""
    data: list[DataShortlinkDetail] = field("data", type=["DataShortlinkDetail"], required=True)
    """Hits recorded on the link, one object each."""
    paging: Paging = field("paging", type="Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
