# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model.data_summary import DataSummary


class ReportsSummaryCountryResponseDataValue(DataSummary):
    """Summary totals for one destination country, identified by its ISO 3166-1 alpha-2 code.

    :param phone_numbers: Count of phone numbers in the group or report entry. Required.
    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    """
