# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model.data_summary_delivery import DataSummaryDelivery


class ReportsSummaryDeliveryResponseDataValue(DataSummaryDelivery):
    """Delivery totals for one date. With ``period`` in the request, dates are months or days; with ``start_date`` and
    ``end_date``, they are the days of that interval.

    :param accepted: Summary figures for accepted messages. Required.
    :param delivered: Summary figures for delivered messages. Required.
    :param failed: Summary figures for failed messages. Required.
    :param scheduled: Summary figures for scheduled messages. Required.
    :param no_coverage: Summary figures for messages to destinations without coverage. Required.
    """
