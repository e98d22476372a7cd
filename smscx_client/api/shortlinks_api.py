# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.data_shortlink_detail import DataShortlinkDetail
    from smscx_client.model.shortlink_delete_response import ShortlinkDeleteResponse
    from smscx_client.model.shortlink_details_response import ShortlinkDetailsResponse
    from smscx_client.model.shortlink_new_request import ShortlinkNewRequest
    from smscx_client.model.shortlink_new_response import ShortlinkNewResponse
    from smscx_client.model.shortlink_update_request import ShortlinkUpdateRequest
    from smscx_client.model.shortlink_update_response import ShortlinkUpdateResponse
    from smscx_client.model.shortlinks_list_response import ShortlinksListResponse
    from smscx_client.paging import Pages
    from smscx_client.types import (
        ShortlinkNewRequestDict,
        ShortlinkNewRequestWireDict,
        ShortlinkUpdateRequestDict,
        ShortlinkUpdateRequestWireDict,
    )


__all__ = ["ShortlinksApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_SHORTLINKS_LIST = Operation(
    "get_shortlinks_list",
    "GET",
    "/shortlinks",
    returns="shortlinks_list_response.ShortlinksListResponse",
    repeat="safe",
)
_CREATE_SHORTLINK = Operation(
    "create_shortlink",
    "POST",
    "/shortlinks",
    body=("shortlink_new_request", "shortlink_new_request.ShortlinkNewRequest"),
    returns="shortlink_new_response.ShortlinkNewResponse",
)
_GET_SHORTLINK_HITS = Operation(
    "get_shortlink_hits",
    "GET",
    "/shortlinks/{shortId}",
    parameters={
        "short_id": field("shortId", required=True),
        "short_response": field("short_response", type=bool, default=None),
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="shortlink_details_response.ShortlinkDetailsResponse",
    repeat="safe",
)
_UPDATE_SHORTLINK = Operation(
    "update_shortlink",
    "PATCH",
    "/shortlinks/{shortId}",
    parameters={"short_id": field("shortId", required=True)},
    body=("shortlink_update_request", "shortlink_update_request.ShortlinkUpdateRequest"),
    returns="shortlink_update_response.ShortlinkUpdateResponse",
    may_be_empty=True,
)
_DELETE_SHORTLINK = Operation(
    "delete_shortlink",
    "DELETE",
    "/shortlinks/{shortId}",
    parameters={"short_id": field("shortId", required=True)},
    returns="shortlink_delete_response.ShortlinkDeleteResponse",
    repeat="safe",
)
_EXPORT_SHORTLINK_HITS_TO_CSV = Operation(
    "export_shortlink_hits_to_csv",
    "GET",
    "/shortlinks/{shortId}/csv",
    parameters={"short_id": field("shortId", required=True)},
    returns="csv",
    repeat="safe",
)
_EXPORT_SHORTLINK_HITS_TO_XLSX = Operation(
    "export_shortlink_hits_to_xlsx",
    "GET",
    "/shortlinks/{shortId}/xlsx",
    parameters={"short_id": field("shortId", required=True)},
    returns="xlsx",
    repeat="safe",
)


class ShortlinksApi(Api):
    """The Shortlinks part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_shortlinks_list(self, **options: Unpack[RequestOptions]) -> ShortlinksListResponse:
        """List the short links.

        Lists all short links, the latest one first, each with its target and number of hits. If there are no short
        links, ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /shortlinks``
        """
        return self._call(_GET_SHORTLINKS_LIST, options)

    @overload
    def create_shortlink(
        self, *, url: str, name: str | None = None, **options: Unpack[RequestOptions]
    ) -> ShortlinkNewResponse: ...

    @overload
    def create_shortlink(
        self,
        shortlink_new_request: ShortlinkNewRequest | ShortlinkNewRequestDict | ShortlinkNewRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> ShortlinkNewResponse: ...

    def create_shortlink(
        self,
        shortlink_new_request: ShortlinkNewRequest | ShortlinkNewRequestDict | ShortlinkNewRequestWireDict = UNSET,
        *,
        url: str = UNSET,
        name: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ShortlinkNewResponse:
        """Shorten a URL.

        Creates a short link that leads to the given ``url`` and returns its identifier and short address. A ``name`` of
        3 to 25 characters may be given; otherwise the platform generates one.

        :param shortlink_new_request: the request, as ShortlinkNewRequest or a dict; or give its fields by name.
        :param url: Long address to shorten; must be a valid URL. A URL. Example:
            ``"https://example.com/winter-sale?utm_source=sms"``. Required.
        :param name: Name given to the short link. When left out, the API assigns one such as ``Short link #433``. 3 to
            25 characters. Example: ``"Winter sale"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1401, 1402, 1404).
        :raises DuplicateIdException: duplicate_id (1405).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /shortlinks``
        """
        return self._call_with(
            _CREATE_SHORTLINK,
            options,
            shortlink_new_request,
            {
                "url": url,
                "name": name,
            },
        )

    def get_shortlink_hits(
        self,
        short_id: str,
        *,
        short_response: bool | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ShortlinkDetailsResponse:
        """Read who opened a short link.

        Returns the short link itself in ``info`` and its visits in ``data``: country and city, device type and model,
        browser, operating system and so on, plus the phone number if the link was sent with tracking. The identifier
        has to be valid. With ``short_response`` set to ``True``, ``info`` is still complete but ``data`` is left empty.
        Visits are paged: ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are passed back as
        ``next`` or ``previous`` to move between pages.

        :param short_id: ID of the shortlink the request acts on. Example: ``"Xk7Pq"``.
        :param short_response: When ``True``, the response carries the complete ``info`` object and leaves ``data``
            empty.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1400).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /shortlinks/{shortId}``
        """
        return self._call(
            _GET_SHORTLINK_HITS,
            options,
            short_id=short_id,
            short_response=short_response,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_shortlink_hits(
        self,
        short_id: str,
        *,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pages[DataShortlinkDetail, ShortlinkDetailsResponse]:
        """Iterate over all rows of ``get_shortlink_hits``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param short_id: ID of the shortlink the request acts on. Example: ``"Xk7Pq"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.shortlinks.iter_shortlink_hits(short_id):
                print(row)

        Iterating raises what ``get_shortlink_hits`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /shortlinks/{shortId}``, once for each page
        """
        return self._pages(_GET_SHORTLINK_HITS, options, short_id=short_id, limit=page_size, next=start)

    @overload
    def update_shortlink(
        self, short_id: str, *, name: str, url: str, **options: Unpack[RequestOptions]
    ) -> ShortlinkUpdateResponse | None: ...

    @overload
    def update_shortlink(
        self,
        short_id: str,
        shortlink_update_request: ShortlinkUpdateRequest | ShortlinkUpdateRequestDict | ShortlinkUpdateRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> ShortlinkUpdateResponse | None: ...

    def update_shortlink(
        self,
        short_id: str,
        shortlink_update_request: ShortlinkUpdateRequest
        | ShortlinkUpdateRequestDict
        | ShortlinkUpdateRequestWireDict = UNSET,
        *,
        name: str = UNSET,
        url: str = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ShortlinkUpdateResponse | None:
        """Change the name or target of a short link.

        Writes the values you send (``name``, ``url``) to a short link. The API keeps a value that is not in the body,
        and needs at least one; the model of the body requires both, so send the present value of the other one too. If
        the new values equal the stored ones, nothing changes and the response is HTTP ``204`` without a body. A name
        that another of your short links already has is refused.

        :param short_id: ID of the shortlink the request acts on. Example: ``"bT4n2"``.
        :param shortlink_update_request: the request, as ShortlinkUpdateRequest or a dict; or give its fields by name.
        :param name: Name to give the short link in place of its current one. 3 to 25 characters. Example: ``"Summer
            offers"``. Required.
        :param url: Long URL that the short link should point to from now on. A URL. Example:
            ``"https://example.com/summer-offers"``. Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response. None if nothing changed (status 204).
        :raises ResourceNotFoundException: not_found (1400).
        :raises InvalidRequestException: invalid_param (1401, 1402, 1404, 1406).
        :raises DuplicateValueException: duplicate_value (1407).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /shortlinks/{shortId}``
        """
        return self._call_with(
            _UPDATE_SHORTLINK,
            options,
            shortlink_update_request,
            {
                "name": name,
                "url": url,
            },
            short_id=short_id,
        )

    def delete_shortlink(self, short_id: str, **options: Unpack[RequestOptions]) -> ShortlinkDeleteResponse:
        """Remove a short link and its recorded hits.

        Deletes the short link with the given identifier, along with everything recorded about visits to it. The
        identifier has to exist.

        :param short_id: ID of the shortlink the request acts on. Example: ``"mW9zR"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1400).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /shortlinks/{shortId}``
        """
        return self._call(_DELETE_SHORTLINK, options, short_id=short_id)

    @overload
    def export_shortlink_hits_to_csv(
        self, short_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> str: ...

    @overload
    def export_shortlink_hits_to_csv(
        self, short_id: str, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_shortlink_hits_to_csv(
        self, short_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_shortlink_hits_to_csv(
        self, short_id: str, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download a short link's hits as CSV.

        Produces a CSV file with one row per visit to the short link: where the visitor was (country and city), what
        they used (device type and model, browser, operating system) and so on, plus the phone number if the link was
        sent with tracking. A link without visits results in a file with only the header line.

        :param short_id: ID of the shortlink the request acts on. Example: ``"Xk7Pq"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1400).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /shortlinks/{shortId}/csv``
        """
        return self._export(_EXPORT_SHORTLINK_HITS_TO_CSV, options, save_to, progress, short_id=short_id)

    @overload
    def export_shortlink_hits_to_xlsx(
        self, short_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> BinaryIO: ...

    @overload
    def export_shortlink_hits_to_xlsx(
        self, short_id: str, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_shortlink_hits_to_xlsx(
        self, short_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_shortlink_hits_to_xlsx(
        self, short_id: str, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download a short link's hits as an Excel file.

        Produces an XLSX workbook with one row per visit to the short link: where the visitor was (country and city),
        what they used (device type and model, browser, operating system) and so on, plus the phone number if the link
        was sent with tracking. A link without visits results in a workbook with only the header row.

        :param short_id: ID of the shortlink the request acts on. Example: ``"Xk7Pq"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1400).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /shortlinks/{shortId}/xlsx``
        """
        return self._export(_EXPORT_SHORTLINK_HITS_TO_XLSX, options, save_to, progress, short_id=short_id)
