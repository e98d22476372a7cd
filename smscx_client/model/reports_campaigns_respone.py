# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_reports_campaigns import DataReportsCampaigns
    from smscx_client.model.info_reports_campaigns import InfoReportsCampaigns
    from smscx_client.model.paging import Paging


class ReportsCampaignsRespone(Model):
    """The response of ``get_campaigns_list``.

    :param info: Summary of the campaign list, with the number of campaigns sent. Required.
    :param data: Campaigns that were sent, one entry per campaign. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoReportsCampaigns = field("info", type="info_reports_campaigns.InfoReportsCampaigns", required=True)
    """Summary of the campaign list, with the number of campaigns sent."""
    data: list[DataReportsCampaigns] = field(
        "data", type=["data_reports_campaigns.DataReportsCampaigns"], required=True
    )
    """Campaigns that were sent, one entry per campaign."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
