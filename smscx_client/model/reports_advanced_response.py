# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_reports import DataReports
    from smscx_client.model.info_reports import InfoReports
    from smscx_client.model.paging import Paging


class ReportsAdvancedResponse(Model):
    """The response of ``get_advanced_report``.

    :param info: Totals for the report: phone numbers, cost and message parts. Required.
    :param data: Messages that match the report filters. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoReports = field("info", type="info_reports.InfoReports", required=True)
    """Totals for the report: phone numbers, cost and message parts."""
    data: list[DataReports] = field("data", type=["data_reports.DataReports"], required=True)
    """Messages that match the report filters."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
