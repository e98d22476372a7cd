# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model.data_summary import DataSummary


class ReportsSummaryTrafficResponseDataValue(DataSummary):
    """Traffic totals for one date. With ``period`` in the request, dates are months or days; with ``start_date`` and
    ``end_date``, they are the days of that interval.

    :param phone_numbers: Count of phone numbers in the group or report entry. Required.
    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    """
