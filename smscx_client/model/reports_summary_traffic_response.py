# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_traffic_response_data_value import ReportsSummaryTrafficResponseDataValue


class ReportsSummaryTrafficResponse(Model):
    """A part of ``GetSummaryReports200Response``.

    :param data: Summary entries by key. In a traffic summary, each key is a date (a month or a day). Required.
    """

    data: dict[str, ReportsSummaryTrafficResponseDataValue] = field(
        "data",
        type={str: "reports_summary_traffic_response_data_value.ReportsSummaryTrafficResponseDataValue"},
        required=True,
    )
    """Summary entries by key. In a traffic summary, each key is a date (a month or a day)."""
