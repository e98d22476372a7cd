# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.shapes import OneOfModel

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_channel_response import ReportsSummaryChannelResponse
    from smscx_client.model.reports_summary_country_response import ReportsSummaryCountryResponse
    from smscx_client.model.reports_summary_delivery_response import ReportsSummaryDeliveryResponse
    from smscx_client.model.reports_summary_source_response import ReportsSummarySourceResponse
    from smscx_client.model.reports_summary_traffic_response import ReportsSummaryTrafficResponse


class GetSummaryReports200Response(OneOfModel):
    """The response of ``get_summary_reports``."""

    forms = (
        "reports_summary_channel_response.ReportsSummaryChannelResponse",
        "reports_summary_country_response.ReportsSummaryCountryResponse",
        "reports_summary_delivery_response.ReportsSummaryDeliveryResponse",
        "reports_summary_source_response.ReportsSummarySourceResponse",
        "reports_summary_traffic_response.ReportsSummaryTrafficResponse",
    )

    if TYPE_CHECKING:

        @property
        def actual(
            self,
        ) -> (
            ReportsSummaryChannelResponse
            | ReportsSummaryCountryResponse
            | ReportsSummaryDeliveryResponse
            | ReportsSummarySourceResponse
            | ReportsSummaryTrafficResponse
        ): ...
