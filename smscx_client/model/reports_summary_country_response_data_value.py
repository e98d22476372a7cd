# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model.data_summary import DataSummary


class ReportsSummaryCountryResponseDataValue(DataSummary):
    """Summary totals for one destination country, identified by its ISO 3166-1 alpha-2 code."""
