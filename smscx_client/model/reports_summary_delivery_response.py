# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.reports_summary_delivery_response_data_value import ReportsSummaryDeliveryResponseDataValue


class ReportsSummaryDeliveryResponse(Model):
    """A part of ``GetSummaryReports200Response``.

    :param data: Delivery totals, one entry per date. Required.
    """

    data: dict[str, ReportsSummaryDeliveryResponseDataValue] = field(
        "data",
        type={str: "reports_summary_delivery_response_data_value.ReportsSummaryDeliveryResponseDataValue"},
        required=True,
    )
    """Delivery totals, one entry per date."""
