# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_report_campaign import DataReportCampaign
    from smscx_client.model.info_report_campaign import InfoReportCampaign
    from smscx_client.model.paging import Paging


class ReportsCampaignResponse(Model):
    """The response of ``get_campaign_report``.

    :param info: Identity and totals of the campaign. Required.
    :param data: Reports of the campaign's messages. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoReportCampaign = field("info", type="info_report_campaign.InfoReportCampaign", required=True)
    """Identity and totals of the campaign."""
    data: list[DataReportCampaign] = field("data", type=["data_report_campaign.DataReportCampaign"], required=True)
    """Reports of the campaign's messages."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
