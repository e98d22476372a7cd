# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_report_campaign import DataReportCampaign


class ReportSingleResponse(Model):
    """The response of ``get_single_report``.

    :param data: Report of the requested message. Required.
    """

    data: DataReportCampaign = field("data", type="data_report_campaign.DataReportCampaign", required=True)
    """Report of the requested message."""
