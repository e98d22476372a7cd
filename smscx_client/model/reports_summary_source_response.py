# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_source_response_data_value import ReportsSummarySourceResponseDataValue


class ReportsSummarySourceResponse(Model):
    """A part of ``GetSummaryReports200Response``.

    :param data: Summary totals, one entry per message source. Required.
    """

    data: dict[str, ReportsSummarySourceResponseDataValue] = field(
        "data",
        type={str: "reports_summary_source_response_data_value.ReportsSummarySourceResponseDataValue"},
        required=True,
    )
    """Summary totals, one entry per message source."""
