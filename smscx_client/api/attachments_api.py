# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import Operation

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.attachment_delete_response import AttachmentDeleteResponse
    from smscx_client.model.attachment_details_response import AttachmentDetailsResponse
    from smscx_client.model.attachment_list_response import AttachmentListResponse
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail
    from smscx_client.paging import Pages


__all__ = ["AttachmentsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_ATTACHMENT_HITS = Operation(
    "get_attachment_hits",
    "GET",
    "/attachments/{attachmentId}",
    parameters={
        "attachment_id": field("attachmentId", required=True),
        "short_response": field("short_response", type=bool, default=None),
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="attachment_details_response.AttachmentDetailsResponse",
    repeat="safe",
)
_DELETE_ATTACHMENT = Operation(
    "delete_attachment",
    "DELETE",
    "/attachments/{attachmentId}",
    parameters={"attachment_id": field("attachmentId", required=True)},
    returns="attachment_delete_response.AttachmentDeleteResponse",
    repeat="safe",
)
_EXPORT_ATTACHMENT_HITS_TO_CSV = Operation(
    "export_attachment_hits_to_csv",
    "GET",
    "/attachments/{attachmentId}/csv",
    parameters={"attachment_id": field("attachmentId", required=True)},
    returns="csv",
    repeat="safe",
)
_EXPORT_ATTACHMENT_HITS_TO_XLSX = Operation(
    "export_attachment_hits_to_xlsx",
    "GET",
    "/attachments/{attachmentId}/xlsx",
    parameters={"attachment_id": field("attachmentId", required=True)},
    returns="xlsx",
    repeat="safe",
)
_GET_ATTACHMENTS_LIST = Operation(
    "get_attachments_list",
    "GET",
    "/attachments",
    returns="attachment_list_response.AttachmentListResponse",
    repeat="safe",
)


class AttachmentsApi(Api):
    """The Attachments part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_attachment_hits(
        self,
        attachment_id: str,
        *,
        short_response: bool | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AttachmentDetailsResponse:
        """Read who opened an attachment.

        Returns the attachment itself in ``info`` and its visits in ``data``: country and city, device type and model,
        browser, operating system and so on, plus the phone number if the link was sent with tracking. The identifier
        has to be valid. With ``short_response`` set to ``True``, ``info`` is still complete but ``data`` is left empty.
        Visits are paged: ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are passed back as
        ``next`` or ``previous`` to move between pages.

        :param attachment_id: ID of the attachment the request acts on. Example: ``"RytK2"``.
        :param short_response: When ``True``, the response carries the complete ``info`` object and leaves ``data``
            empty.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1420).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /attachments/{attachmentId}``
        """
        return self._call(
            _GET_ATTACHMENT_HITS,
            options,
            attachment_id=attachment_id,
            short_response=short_response,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_attachment_hits(
        self,
        attachment_id: str,
        *,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pages[DataShortlinkDetail, AttachmentDetailsResponse]:
        """Iterate over all rows of ``get_attachment_hits``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param attachment_id: ID of the attachment the request acts on. Example: ``"RytK2"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.attachments.iter_attachment_hits(attachment_id):
                print(row)

        Iterating raises what ``get_attachment_hits`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /attachments/{attachmentId}``, once for each page
        """
        return self._pages(_GET_ATTACHMENT_HITS, options, attachment_id=attachment_id, limit=page_size, next=start)

    def delete_attachment(self, attachment_id: str, **options: Unpack[RequestOptions]) -> AttachmentDeleteResponse:
        """Remove an attachment and its recorded hits.

        Deletes the attachment with the given identifier, along with everything recorded about visits to it. The
        identifier has to exist.

        :param attachment_id: ID of the attachment the request acts on. Example: ``"hV3dP"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1420).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /attachments/{attachmentId}``
        """
        return self._call(_DELETE_ATTACHMENT, options, attachment_id=attachment_id)

    @overload
    def export_attachment_hits_to_csv(
        self, attachment_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> str: ...

    @overload
    def export_attachment_hits_to_csv(
        self,
        attachment_id: str,
        *,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def export_attachment_hits_to_csv(
        self, attachment_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_attachment_hits_to_csv(
        self,
        attachment_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download an attachment's hits as CSV.

        Produces a CSV file with one row per visit to the attachment: where the visitor was (country and city), what
        they used (device type and model, browser, operating system) and so on, plus the phone number if the link was
        sent with tracking. An attachment without visits results in a file with only the header line.

        :param attachment_id: ID of the attachment the request acts on. Example: ``"RytK2"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1420).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /attachments/{attachmentId}/csv``
        """
        return self._export(_EXPORT_ATTACHMENT_HITS_TO_CSV, options, save_to, progress, attachment_id=attachment_id)

    @overload
    def export_attachment_hits_to_xlsx(
        self, attachment_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> BinaryIO: ...

    @overload
    def export_attachment_hits_to_xlsx(
        self,
        attachment_id: str,
        *,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def export_attachment_hits_to_xlsx(
        self, attachment_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_attachment_hits_to_xlsx(
        self,
        attachment_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download an attachment's hits as an Excel file.

        Produces an XLSX workbook with one row per visit to the attachment: where the visitor was (country and city),
        what they used (device type and model, browser, operating system) and so on, plus the phone number if the link
        was sent with tracking. An attachment without visits results in a workbook with only the header row.

        :param attachment_id: ID of the attachment the request acts on. Example: ``"RytK2"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1420).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /attachments/{attachmentId}/xlsx``
        """
        return self._export(_EXPORT_ATTACHMENT_HITS_TO_XLSX, options, save_to, progress, attachment_id=attachment_id)

    def get_attachments_list(self, **options: Unpack[RequestOptions]) -> AttachmentListResponse:
        """List the uploaded attachments.

        Lists all attachments, the latest one first. If the account has none, ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /attachments``
        """
        return self._call(_GET_ATTACHMENTS_LIST, options)
