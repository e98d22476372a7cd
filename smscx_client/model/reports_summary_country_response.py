# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_country_response_data_value import ReportsSummaryCountryResponseDataValue


class ReportsSummaryCountryResponse(Model):
    """A part of ``GetSummaryReports200Response``.

    :param data: Summary totals, one entry per destination country. Required.
    """

    data: dict[str, ReportsSummaryCountryResponseDataValue] = field(
        "data",
        type={str: "reports_summary_country_response_data_value.ReportsSummaryCountryResponseDataValue"},
        required=True,
    )
    """Summary totals, one entry per destination country."""
