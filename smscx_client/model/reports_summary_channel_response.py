# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_channel_response_data_value import ReportsSummaryChannelResponseDataValue


class ReportsSummaryChannelResponse(Model):
    """A part of ``GetSummaryReports200Response``.

    :param data: Summary totals, one entry per channel. Required.
    """

    data: dict[str, ReportsSummaryChannelResponseDataValue] = field(
        "data",
        type={str: "reports_summary_channel_response_data_value.ReportsSummaryChannelResponseDataValue"},
        required=True,
    )
    """Summary totals, one entry per channel."""
