# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model.data_summary_delivery import DataSummaryDelivery


class ReportsSummaryDeliveryResponseDataValue(DataSummaryDelivery):
    """Delivery totals for one date. With ``period`` in the request, dates are months or days; with ``start_date``
    and ``end_date``, they are the days of that interval."""
