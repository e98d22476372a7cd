# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest
    from smscx_client.model.data_optouts import DataOptouts
    from smscx_client.model.optouts_delete_response import OptoutsDeleteResponse
    from smscx_client.model.optouts_list_response import OptoutsListResponse
    from smscx_client.model.optouts_new_request import OptoutsNewRequest
    from smscx_client.model.optouts_new_response import OptoutsNewResponse
    from smscx_client.paging import Pages
    from smscx_client.types import (
        AddContactsToGroupRequestDict,
        AddContactsToGroupRequestWireDict,
        OptoutsNewRequestDict,
        OptoutsNewRequestWireDict,
    )


__all__ = ["OptoutsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_OPTOUTS_LIST = Operation(
    "get_optouts_list",
    "GET",
    "/optouts",
    parameters={
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="optouts_list_response.OptoutsListResponse",
    repeat="safe",
)
_ADD_CONTACT_TO_OPTOUTS_LIST = Operation(
    "add_contact_to_optouts_list",
    "POST",
    "/optouts",
    body=(
        "add_contacts_to_group_request",
        "optouts_new_request.OptoutsNewRequest",
        "add_contacts_to_group_request.AddContactsToGroupRequest",
    ),
    returns="optouts_new_response.OptoutsNewResponse",
)
_DELETE_CONTACT_FROM_OPTOUTS_LIST = Operation(
    "delete_contact_from_optouts_list",
    "DELETE",
    "/optouts/{optoutId}",
    parameters={"optout_id": field("optoutId", type=int, required=True)},
    returns="optouts_delete_response.OptoutsDeleteResponse",
    repeat="safe",
)
_EXPORT_OPTOUTS_TO_CSV = Operation(
    "export_optouts_to_csv",
    "GET",
    "/optouts/csv",
    returns="csv",
    repeat="safe",
)
_EXPORT_OPTOUTS_TO_XLSX = Operation(
    "export_optouts_to_xlsx",
    "GET",
    "/optouts/xlsx",
    returns="xlsx",
    repeat="safe",
)


class OptoutsApi(Api):
    """The Optouts part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_optouts_list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> OptoutsListResponse:
        """List contacts who opted out.

        Lists the contacts on the opt-out list, the latest one first, and says whether each was added by you (``admin``)
        or used an opt-out link (``link``). If nobody has opted out, ``data`` comes back empty. Entries are paged:
        ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are passed back as ``next`` or
        ``previous`` to move between pages.

        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts``
        """
        return self._call(_GET_OPTOUTS_LIST, options, limit=limit, next=next, previous=previous)

    def iter_optouts_list(
        self, *, page_size: int | None = None, start: str | None = None, **options: Unpack[RequestOptions]
    ) -> Pages[DataOptouts, OptoutsListResponse]:
        """Iterate over all rows of ``get_optouts_list``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.optouts.iter_optouts_list():
                print(row)

        Iterating raises what ``get_optouts_list`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /optouts``, once for each page
        """
        return self._pages(_GET_OPTOUTS_LIST, options, limit=page_size, next=start)

    @overload
    def add_contact_to_optouts_list(
        self,
        *,
        phone_numbers: str | Sequence[str],
        allow_invalid: bool | None = None,
        country_iso: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> OptoutsNewResponse: ...

    @overload
    def add_contact_to_optouts_list(
        self,
        add_contacts_to_group_request: OptoutsNewRequest
        | OptoutsNewRequestDict
        | OptoutsNewRequestWireDict
        | AddContactsToGroupRequest
        | AddContactsToGroupRequestDict
        | AddContactsToGroupRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> OptoutsNewResponse: ...

    def add_contact_to_optouts_list(
        self,
        add_contacts_to_group_request: OptoutsNewRequest
        | OptoutsNewRequestDict
        | OptoutsNewRequestWireDict
        | AddContactsToGroupRequest
        | AddContactsToGroupRequestDict
        | AddContactsToGroupRequestWireDict = UNSET,
        *,
        phone_numbers: str | Sequence[str] = UNSET,
        allow_invalid: bool | None = UNSET,
        country_iso: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OptoutsNewResponse:
        """Put phone numbers on the opt-out list.

        Adds contacts to the list of people who no longer want messages. The platform recognises a listed number even
        when you send to it by mistake: the SMS is held back and recorded at cost ``0``, so you are not billed. By
        default an invalid number makes the request fail; with ``allow_invalid`` set to ``True``, invalid numbers are
        merely counted and listed. A request without a single valid number that is new to the list is refused.

        The body may be an AddContactsToGroupRequest too.

        :param add_contacts_to_group_request: the request, as OptoutsNewRequest or AddContactsToGroupRequest or a dict;
            or give its fields by name.
        :param phone_numbers: Phone numbers to put on the opt-out list. At least 1 item. Example: ``["+491729973186"]``.
            A single string counts as a list of one. Required.
        :param allow_invalid: Whether the request is processed even if some of the phone numbers are invalid.
        :param country_iso: ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those
            already in international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208, 1441).
        :raises InvalidPhoneNumberException: invalid_param (1210).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /optouts``
        """
        return self._call_with(
            _ADD_CONTACT_TO_OPTOUTS_LIST,
            options,
            add_contacts_to_group_request,
            {
                "phone_numbers": phone_numbers,
                "allow_invalid": allow_invalid,
                "country_iso": country_iso,
            },
        )

    def delete_contact_from_optouts_list(
        self, optout_id: int, **options: Unpack[RequestOptions]
    ) -> OptoutsDeleteResponse:
        """Take a contact off the opt-out list.

        Removes one entry from the opt-out list by its identifier. This is possible only for entries that you added
        yourself (type ``admin``). A contact who opted out through a link (type ``link``) stays on the list.

        :param optout_id: ID under which the optout list holds the phone number to remove. Example: ``9101``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1202).
        :raises AccessDeniedException: access_denied (1443).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /optouts/{optoutId}``
        """
        return self._call(_DELETE_CONTACT_FROM_OPTOUTS_LIST, options, optout_id=optout_id)

    @overload
    def export_optouts_to_csv(self, *, save_to: None = None, **options: Unpack[RequestOptions]) -> str: ...

    @overload
    def export_optouts_to_csv(
        self, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_optouts_to_csv(
        self, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_optouts_to_csv(
        self, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download the opt-out list as CSV.

        Produces a CSV file with the contacts on the opt-out list. If nobody has opted out, the file contains only the
        header line.

        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts/csv``
        """
        return self._export(_EXPORT_OPTOUTS_TO_CSV, options, save_to, progress)

    @overload
    def export_optouts_to_xlsx(self, *, save_to: None = None, **options: Unpack[RequestOptions]) -> BinaryIO: ...

    @overload
    def export_optouts_to_xlsx(
        self, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_optouts_to_xlsx(
        self, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_optouts_to_xlsx(
        self, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download the opt-out list as an Excel file.

        Produces an XLSX workbook with the contacts on the opt-out list. If nobody has opted out, the workbook contains
        only the header row.

        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts/xlsx``
        """
        return self._export(_EXPORT_OPTOUTS_TO_XLSX, options, save_to, progress)
