# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client.aio.api import AsyncApi
from smscx_client.api.reports_api import (
    _EXPORT_ADVANCED_REPORT_TO_CSV,
    _EXPORT_ADVANCED_REPORT_TO_XLSX,
    _EXPORT_CAMPAIGN_REPORT_TO_CSV,
    _EXPORT_CAMPAIGN_REPORT_TO_XLSX,
    _GET_ADVANCED_REPORT,
    _GET_CAMPAIGN_REPORT,
    _GET_CAMPAIGNS_LIST,
    _GET_SINGLE_REPORT,
    _GET_SUMMARY_REPORTS,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO, Literal

    from typing_extensions import Unpack

    from smscx_client.aio.paging import AsyncPages
    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.data_report_campaign import DataReportCampaign
    from smscx_client.model.data_reports import DataReports
    from smscx_client.model.data_reports_campaigns import DataReportsCampaigns
    from smscx_client.model.report_single_response import ReportSingleResponse
    from smscx_client.model.reports_advanced_response import ReportsAdvancedResponse
    from smscx_client.model.reports_campaign_response import ReportsCampaignResponse
    from smscx_client.model.reports_campaigns_respone import ReportsCampaignsRespone
    from smscx_client.model.reports_summary_channel_response import ReportsSummaryChannelResponse
    from smscx_client.model.reports_summary_country_response import ReportsSummaryCountryResponse
    from smscx_client.model.reports_summary_delivery_response import ReportsSummaryDeliveryResponse
    from smscx_client.model.reports_summary_source_response import ReportsSummarySourceResponse
    from smscx_client.model.reports_summary_traffic_response import ReportsSummaryTrafficResponse


__all__ = ["AsyncReportsApi"]


class AsyncReportsApi(AsyncApi):
    """The Reports part of the API, for ``AsyncClient``."""

    @overload
    async def export_advanced_report_to_csv(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: None = None,
        **options: Unpack[RequestOptions],
    ) -> str: ...

    @overload
    async def export_advanced_report_to_csv(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    async def export_advanced_report_to_csv(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: File,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> File: ...

    async def export_advanced_report_to_csv(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a filtered message report as CSV.

        Produces a CSV file with the messages that match the filters. A date range is mandatory, given either as
        ``period`` (a year or a month) or as ``start_date`` with ``end_date``. Channel, source, delivery status and
        country may narrow it further, and ``limit`` caps the number of messages (500 unless given). When no message
        matches, the file contains only the header line.

        Either ``period``, or both ``start_date`` and ``end_date``, must be given (error 1824). Python callers may pass
        the three positionally. The file does not say whether there are more messages than the limit. Without ``limit``,
        a file of exactly 500 messages makes the Python client warn (``exports.ExportLimitWarning``).

        :param period: Time span of the report: one month as ``Y-M`` or a whole year as ``Y``. Example: ``"2026-10"``.
        :param start_date: First day the report covers, written as ``Y-M-D``. Example: ``"2026-10-01"``.
        :param end_date: Last day the report covers, written as ``Y-M-D``. Example: ``"2026-10-31"``.
        :param channel: Limits the report to messages sent over this channel: ``sms``, ``viber``, ``whatsapp`` or
            ``multichannel``. One of ``sms``, ``viber``, ``whatsapp``, ``multichannel``.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param delivery_report: Limits the report to messages with this delivery status. One of ``delivered``,
            ``failed``, ``sent``, ``accepted``, ``rejected``, ``scheduled``.
        :param country_iso: Limits the report to one destination country, given as an ISO 3166-1 alpha-2 code (two
            letters, upper or lower case). Example: ``"NL"``.
        :param limit: Maximum number of objects the response may hold. At least 1. Example: ``100``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1820, 1821, 1822, 1823, 1824, 1825, 1826, 1827, 1828).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/csv``
        """
        return await self._export(
            _EXPORT_ADVANCED_REPORT_TO_CSV,
            options,
            save_to,
            progress,
            period=period,
            start_date=start_date,
            end_date=end_date,
            channel=channel,
            source=source,
            delivery_report=delivery_report,
            country_iso=country_iso,
            limit=limit,
        )

    @overload
    async def export_advanced_report_to_xlsx(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: None = None,
        **options: Unpack[RequestOptions],
    ) -> BinaryIO: ...

    @overload
    async def export_advanced_report_to_xlsx(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    async def export_advanced_report_to_xlsx(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: File,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> File: ...

    async def export_advanced_report_to_xlsx(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        limit: int | None = None,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a filtered message report as an Excel file.

        Produces an XLSX workbook with the messages that match the filters. A date range is mandatory, given either as
        ``period`` (a year or a month) or as ``start_date`` with ``end_date``. Channel, source, delivery status and
        country may narrow it further, and ``limit`` caps the number of messages (500 unless given). When no message
        matches, the workbook contains only the header row.

        Either ``period``, or both ``start_date`` and ``end_date``, must be given (error 1824). Python callers may pass
        the three positionally. The file does not say whether there are more messages than the limit. Without ``limit``,
        a file of exactly 500 messages makes the Python client warn (``exports.ExportLimitWarning``).

        :param period: Time span of the report: one month as ``Y-M`` or a whole year as ``Y``. Example: ``"2026-10"``.
        :param start_date: First day the report covers, written as ``Y-M-D``. Example: ``"2026-10-01"``.
        :param end_date: Last day the report covers, written as ``Y-M-D``. Example: ``"2026-10-31"``.
        :param channel: Limits the report to messages sent over this channel: ``sms``, ``viber``, ``whatsapp`` or
            ``multichannel``. One of ``sms``, ``viber``, ``whatsapp``, ``multichannel``.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param delivery_report: Limits the report to messages with this delivery status. One of ``delivered``,
            ``failed``, ``sent``, ``accepted``, ``rejected``, ``scheduled``.
        :param country_iso: Limits the report to one destination country, given as an ISO 3166-1 alpha-2 code (two
            letters, upper or lower case). Example: ``"NL"``.
        :param limit: Maximum number of objects the response may hold. At least 1. Example: ``100``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1820, 1821, 1822, 1823, 1824, 1825, 1826, 1827, 1828).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/xlsx``
        """
        return await self._export(
            _EXPORT_ADVANCED_REPORT_TO_XLSX,
            options,
            save_to,
            progress,
            period=period,
            start_date=start_date,
            end_date=end_date,
            channel=channel,
            source=source,
            delivery_report=delivery_report,
            country_iso=country_iso,
            limit=limit,
        )

    @overload
    async def export_campaign_report_to_csv(
        self, campaign_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> str: ...

    @overload
    async def export_campaign_report_to_csv(
        self, campaign_id: str, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    async def export_campaign_report_to_csv(
        self, campaign_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    async def export_campaign_report_to_csv(
        self,
        campaign_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a campaign's messages as CSV.

        Produces a CSV file with the details of a campaign that was sent, named by its ``campaign_id``.

        :param campaign_id: ID of the campaign, already sent, to report on or export. A UUID. Example:
            ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1165).
        :raises ResourceNotFoundException: not_found (1160).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/campaigns/{campaignId}/csv``
        """
        return await self._export(_EXPORT_CAMPAIGN_REPORT_TO_CSV, options, save_to, progress, campaign_id=campaign_id)

    @overload
    async def export_campaign_report_to_xlsx(
        self, campaign_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> BinaryIO: ...

    @overload
    async def export_campaign_report_to_xlsx(
        self, campaign_id: str, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    async def export_campaign_report_to_xlsx(
        self, campaign_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    async def export_campaign_report_to_xlsx(
        self,
        campaign_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a campaign's messages as an Excel file.

        Produces an XLSX workbook with the details of a campaign that was sent, named by its ``campaign_id``.

        :param campaign_id: ID of the campaign, already sent, to report on or export. A UUID. Example:
            ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1165).
        :raises ResourceNotFoundException: not_found (1160).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/campaigns/{campaignId}/xlsx``
        """
        return await self._export(_EXPORT_CAMPAIGN_REPORT_TO_XLSX, options, save_to, progress, campaign_id=campaign_id)

    async def get_advanced_report(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        short_response: bool | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsAdvancedResponse:
        """Query messages with filters.

        Returns the messages that match the filters in ``data`` and their totals in ``info``. A date range is mandatory,
        given either as ``period`` (a year or a month) or as ``start_date`` with ``end_date``; channel, source, delivery
        status and country may narrow it further. When no message matches, ``data`` comes back empty. With
        ``short_response`` set to ``True``, ``info`` is still complete but ``data`` is left empty. Messages are paged:
        ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are passed back as ``next`` or
        ``previous`` to move between pages.

        Either ``period``, or both ``start_date`` and ``end_date``, must be given (error 1824). Python callers may pass
        the three positionally.

        :param period: Time span of the report: one month as ``Y-M`` or a whole year as ``Y``. Example: ``"2026-10"``.
        :param start_date: First day the report covers, written as ``Y-M-D``. Example: ``"2026-10-01"``.
        :param end_date: Last day the report covers, written as ``Y-M-D``. Example: ``"2026-10-31"``.
        :param channel: Limits the report to messages sent over this channel: ``sms``, ``viber``, ``whatsapp`` or
            ``multichannel``. One of ``sms``, ``viber``, ``whatsapp``, ``multichannel``.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param delivery_report: Limits the report to messages with this delivery status. One of ``delivered``,
            ``failed``, ``sent``, ``accepted``, ``rejected``, ``scheduled``.
        :param country_iso: Limits the report to one destination country, given as an ISO 3166-1 alpha-2 code (two
            letters, upper or lower case). Example: ``"NL"``.
        :param short_response: When ``True``, the response carries the complete ``info`` object and leaves ``data``
            empty.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1820, 1821, 1822, 1823, 1824, 1825, 1826, 1827).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports``
        """
        return await self._call(
            _GET_ADVANCED_REPORT,
            options,
            period=period,
            start_date=start_date,
            end_date=end_date,
            channel=channel,
            source=source,
            delivery_report=delivery_report,
            country_iso=country_iso,
            short_response=short_response,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_advanced_report(
        self,
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        channel: Literal["sms", "viber", "whatsapp", "multichannel"] | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        delivery_report: Literal["delivered", "failed", "sent", "accepted", "rejected", "scheduled"] | None = None,
        country_iso: str | None = None,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[DataReports, ReportsAdvancedResponse]:
        """Iterate over all rows of ``get_advanced_report``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param period: Time span of the report: one month as ``Y-M`` or a whole year as ``Y``. Example: ``"2026-10"``.
        :param start_date: First day the report covers, written as ``Y-M-D``. Example: ``"2026-10-01"``.
        :param end_date: Last day the report covers, written as ``Y-M-D``. Example: ``"2026-10-31"``.
        :param channel: Limits the report to messages sent over this channel: ``sms``, ``viber``, ``whatsapp`` or
            ``multichannel``. One of ``sms``, ``viber``, ``whatsapp``, ``multichannel``.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param delivery_report: Limits the report to messages with this delivery status. One of ``delivered``,
            ``failed``, ``sent``, ``accepted``, ``rejected``, ``scheduled``.
        :param country_iso: Limits the report to one destination country, given as an ISO 3166-1 alpha-2 code (two
            letters, upper or lower case). Example: ``"NL"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            async for row in client.reports.iter_advanced_report(period="2026-10"):
                print(row)

        Iterating raises what ``get_advanced_report`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /reports``, once for each page
        """
        return self._pages(
            _GET_ADVANCED_REPORT,
            options,
            period=period,
            start_date=start_date,
            end_date=end_date,
            channel=channel,
            source=source,
            delivery_report=delivery_report,
            country_iso=country_iso,
            limit=page_size,
            next=start,
        )

    async def get_campaign_report(
        self,
        campaign_id: str,
        *,
        short_response: bool | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsCampaignResponse:
        """Read the messages of one campaign.

        Returns a sent campaign with its totals in ``info`` and its messages, with their delivery status and cost, in
        ``data``. The identifier has to be valid. With ``short_response`` set to ``True``, ``info`` is still complete
        but ``data`` is left empty. Messages are paged: ``limit`` caps the page (500 unless given), and the tokens in
        ``paging`` are passed back as ``next`` or ``previous`` to move between pages.

        :param campaign_id: ID of the campaign, already sent, to report on or export. A UUID. Example:
            ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        :param short_response: When ``True``, the response carries the complete ``info`` object and leaves ``data``
            empty.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1155).
        :raises ResourceNotFoundException: not_found (1150).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/campaigns/{campaignId}``
        """
        return await self._call(
            _GET_CAMPAIGN_REPORT,
            options,
            campaign_id=campaign_id,
            short_response=short_response,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_campaign_report(
        self,
        campaign_id: str,
        *,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[DataReportCampaign, ReportsCampaignResponse]:
        """Iterate over all rows of ``get_campaign_report``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param campaign_id: ID of the campaign, already sent, to report on or export. A UUID. Example:
            ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            async for row in client.reports.iter_campaign_report(campaign_id):
                print(row)

        Iterating raises what ``get_campaign_report`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /reports/campaigns/{campaignId}``, once for each page
        """
        return self._pages(_GET_CAMPAIGN_REPORT, options, campaign_id=campaign_id, limit=page_size, next=start)

    async def get_campaigns_list(
        self,
        *,
        delivery_reports: bool | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsCampaignsRespone:
        """List the campaigns that were sent.

        Lists sent campaigns, the latest one first, optionally only those from one source. With ``delivery_reports`` set
        to ``True``, each entry gains a ``status`` object that counts its messages by delivery status. If there are no
        campaigns, ``data`` comes back empty. Campaigns are paged: ``limit`` caps the page (500 unless given), and the
        tokens in ``paging`` are passed back as ``next`` or ``previous`` to move between pages.

        :param delivery_reports: When ``True``, each campaign in the response gets a ``data.status`` object that sums up
            its delivery reports.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/campaigns``
        """
        return await self._call(
            _GET_CAMPAIGNS_LIST,
            options,
            delivery_reports=delivery_reports,
            source=source,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_campaigns_list(
        self,
        *,
        delivery_reports: bool | None = None,
        source: Literal["api", "excel", "webapp", "smpp", "plugin", "alerts"] | None = None,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[DataReportsCampaigns, ReportsCampaignsRespone]:
        """Iterate over all rows of ``get_campaigns_list``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param delivery_reports: When ``True``, each campaign in the response gets a ``data.status`` object that sums up
            its delivery reports.
        :param source: Limits the result to messages sent from this source. One of ``api``, ``excel``, ``webapp``,
            ``smpp``, ``plugin``, ``alerts``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            async for row in client.reports.iter_campaigns_list():
                print(row)

        Iterating raises what ``get_campaigns_list`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /reports/campaigns``, once for each page
        """
        return self._pages(
            _GET_CAMPAIGNS_LIST, options, delivery_reports=delivery_reports, source=source, limit=page_size, next=start
        )

    async def get_single_report(self, msg_id: str, **options: Unpack[RequestOptions]) -> ReportSingleResponse:
        """Read the delivery report of one message.

        Returns the status, cost and content of a single message, named by its ``msg_id``. It works for SMS, Viber,
        WhatsApp and multichannel messages. The identifier has to be valid.

        :param msg_id: ID of the message, already sent, to report on. A UUID. Example:
            ``"0f8e2b1c-5d3a-4c7e-9b6f-2a1d4e8c7b90"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1165).
        :raises ResourceNotFoundException: not_found (1160).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/single/{msgId}``
        """
        return await self._call(_GET_SINGLE_REPORT, options, msg_id=msg_id)

    @overload
    async def get_summary_reports(
        self,
        dimension: Literal["source"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsSummarySourceResponse: ...

    @overload
    async def get_summary_reports(
        self,
        dimension: Literal["channel"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsSummaryChannelResponse: ...

    @overload
    async def get_summary_reports(
        self,
        dimension: Literal["country"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsSummaryCountryResponse: ...

    @overload
    async def get_summary_reports(
        self,
        dimension: Literal["traffic"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsSummaryTrafficResponse: ...

    @overload
    async def get_summary_reports(
        self,
        dimension: Literal["delivery"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> ReportsSummaryDeliveryResponse: ...

    async def get_summary_reports(
        self,
        dimension: Literal["source", "channel", "country", "traffic", "delivery"],
        period: str | None = None,
        start_date: str | date | None = None,
        end_date: str | date | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> (
        ReportsSummarySourceResponse
        | ReportsSummaryChannelResponse
        | ReportsSummaryCountryResponse
        | ReportsSummaryTrafficResponse
        | ReportsSummaryDeliveryResponse
    ):
        """Summarise traffic by a chosen dimension.

        Adds up sent messages by ``source``, ``channel``, ``country``, ``traffic`` or ``delivery``. A date range is the
        only other requirement, given either as ``period`` or as ``start_date`` with ``end_date``. The ``traffic`` and
        ``delivery`` summaries are broken down by date: a yearly ``period`` such as ``2021`` gives one entry per month,
        a monthly one such as ``2021-06`` gives one per day, and a range from ``start_date`` to ``end_date`` gives one
        for each day in between. ``limit`` caps the number of entries (500 unless given), without page tokens. When
        there is nothing to sum up, ``data`` comes back empty.

        Either ``period``, or both ``start_date`` and ``end_date``, must be given (error 1824). Python callers may pass
        the three positionally. The response does not say whether there are more entries than the limit. If it has as
        many, ask for a shorter time span.

        :param dimension: Dimension to summarise by: ``source``, ``channel``, ``country``, ``traffic`` or ``delivery``.
            One of ``source``, ``channel``, ``country``, ``traffic``, ``delivery``.
        :param period: Time span of the report: one month as ``Y-M`` or a whole year as ``Y``. Example: ``"2026-10"``.
        :param start_date: First day the report covers, written as ``Y-M-D``. Example: ``"2026-10-01"``.
        :param end_date: Last day the report covers, written as ``Y-M-D``. Example: ``"2026-10-31"``.
        :param limit: Maximum number of objects the response may hold. At least 1. Example: ``100``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1829, 1820, 1821, 1822, 1823, 1824).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /reports/summary/{dimension}``
        """
        return await self._call(
            _GET_SUMMARY_REPORTS,
            options,
            dimension=dimension,
            period=period,
            start_date=start_date,
            end_date=end_date,
            limit=limit,
        )
