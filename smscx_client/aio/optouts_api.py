# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi

if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest
    from smscx_client.model.optouts_delete_response import OptoutsDeleteResponse
    from smscx_client.model.optouts_list_response import OptoutsListResponse
    from smscx_client.model.optouts_new_request import OptoutsNewRequest
    from smscx_client.model.optouts_new_response import OptoutsNewResponse

__all__ = ["AsyncOptoutsApi"]


class AsyncOptoutsApi(AsyncApi):
    """The Optouts part of the API, for ``AsyncClient``."""

    _namespace = "optouts"

    async def get_optouts_list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[CallOptions],
    ) -> OptoutsListResponse:
        """List contacts who opted out.

        Lists the contacts on the opt-out list, the latest one first, and says whether each was added by you (``admin``)
        or used an opt-out link (``link``). If nobody has opted out, ``data`` comes back empty. Entries are paged:
        ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are passed back as ``next`` or
        ``previous`` to move between pages.

        :param limit: Maximum number of objects the response may hold. 1 to 500.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts``
        """
        return await self._call("get_optouts_list", limit=limit, next=next, previous=previous, **options)

    async def add_contact_to_optouts_list(
        self,
        add_contacts_to_group_request: OptoutsNewRequest | AddContactsToGroupRequest | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> OptoutsNewResponse:
        """Put phone numbers on the opt-out list.

        Adds contacts to the list of people who no longer want messages. The platform recognises a listed number even
        when you send to it by mistake: the SMS is held back and recorded at cost ``0``, so you are not billed. By
        default an invalid number makes the request fail; with ``allowInvalid`` set to ``true``, invalid numbers are
        merely counted and listed. A request without a single valid number that is new to the list is refused.

        The body may be an AddContactsToGroupRequest too.

        :param add_contacts_to_group_request: the request, as OptoutsNewRequest or AddContactsToGroupRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208, 1441).
        :raises InvalidPhoneNumberException: invalid_param (1210).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /optouts``
        """
        return await self._call("add_contact_to_optouts_list", add_contacts_to_group_request, **options)

    async def delete_contact_from_optouts_list(
        self, optout_id: int, **options: Unpack[CallOptions]
    ) -> OptoutsDeleteResponse:
        """Take a contact off the opt-out list.

        Removes one entry from the opt-out list by its identifier. This is possible only for entries that you added
        yourself (type ``admin``). A contact who opted out through a link (type ``link``) stays on the list.

        :param optout_id: ID under which the optout list holds the phone number to remove.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1202).
        :raises AccessDeniedException: access_denied (1443).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /optouts/{optoutId}``
        """
        return await self._call("delete_contact_from_optouts_list", optout_id, **options)

    async def export_optouts_to_csv(self, **options: Unpack[CallOptions]) -> str:
        """Download the opt-out list as CSV.

        Produces a CSV file with the contacts on the opt-out list. If nobody has opted out, the file contains only the
        header line.

        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the CSV text.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts/csv``
        """
        return await self._call("export_optouts_to_csv", **options)

    async def export_optouts_to_xlsx(self, **options: Unpack[CallOptions]) -> BinaryIO:
        """Download the opt-out list as an Excel file.

        Produces an XLSX workbook with the contacts on the opt-out list. If nobody has opted out, the workbook contains
        only the header row.

        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the XLSX file, opened for reading in binary mode.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /optouts/xlsx``
        """
        return await self._call("export_optouts_to_xlsx", **options)
