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
    from typing import BinaryIO, Literal
    from uuid import UUID

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.bulk_lookup_campaigns_response import BulkLookupCampaignsResponse
    from smscx_client.model.cancel_rent_response import CancelRentResponse
    from smscx_client.model.data_lookup_campaigns import DataLookupCampaigns
    from smscx_client.model.data_number_lookup import DataNumberLookup
    from smscx_client.model.data_receive_sms import DataReceiveSms
    from smscx_client.model.edit_rent_request import EditRentRequest
    from smscx_client.model.edit_rent_response import EditRentResponse
    from smscx_client.model.get_inbound_sms_response import GetInboundSMSResponse
    from smscx_client.model.get_rent_status_response import GetRentStatusResponse
    from smscx_client.model.number_lookup_response import NumberLookupResponse
    from smscx_client.model.number_validate_response import NumberValidateResponse
    from smscx_client.model.numbers_bulk_lookup_result import NumbersBulkLookupResult
    from smscx_client.model.numbers_lookup_request import NumbersLookupRequest
    from smscx_client.model.numbers_lookup_response import NumbersLookupResponse
    from smscx_client.model.numbers_validate_request import NumbersValidateRequest
    from smscx_client.model.numbers_validate_response import NumbersValidateResponse
    from smscx_client.model.renew_number_response import RenewNumberResponse
    from smscx_client.model.renew_rent_request import RenewRentRequest
    from smscx_client.model.rent_number_request import RentNumberRequest
    from smscx_client.model.rent_number_response import RentNumberResponse
    from smscx_client.model.rent_numbers_response import RentNumbersResponse
    from smscx_client.model.rented_numbers_response import RentedNumbersResponse
    from smscx_client.paging import Pages
    from smscx_client.types import (
        EditRentRequestDict,
        EditRentRequestWireDict,
        NumbersLookupRequestDict,
        NumbersLookupRequestWireDict,
        NumbersValidateRequestDict,
        NumbersValidateRequestWireDict,
        RenewRentRequestDict,
        RenewRentRequestWireDict,
        RentNumberRequestDict,
        RentNumberRequestWireDict,
    )


__all__ = ["NumbersApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_RENT_STATUS = Operation(
    "get_rent_status",
    "GET",
    "/numbers/rent/{rentId}",
    parameters={"rent_id": field("rentId", type="uuid", required=True, format="uuid")},
    returns="get_rent_status_response.GetRentStatusResponse",
    repeat="safe",
)
_RENEW_RENT = Operation(
    "renew_rent",
    "PATCH",
    "/numbers/rent/{rentId}",
    parameters={"rent_id": field("rentId", type="uuid", required=True, format="uuid")},
    body=("renew_rent_request", "renew_rent_request.RenewRentRequest"),
    returns="renew_number_response.RenewNumberResponse",
    paid=True,
)
_CANCEL_RENT = Operation(
    "cancel_rent",
    "DELETE",
    "/numbers/rent/{rentId}",
    parameters={"rent_id": field("rentId", type="uuid", required=True, format="uuid")},
    returns="cancel_rent_response.CancelRentResponse",
    repeat="safe",
)
_EDIT_RENT_SETTINGS = Operation(
    "edit_rent_settings",
    "PATCH",
    "/numbers/rent/{rentId}/edit",
    parameters={"rent_id": field("rentId", type="uuid", required=True, format="uuid")},
    body=("edit_rent_request", "edit_rent_request.EditRentRequest"),
    returns="edit_rent_response.EditRentResponse",
)
_EXPORT_NUMBER_LOOKUP_REPORT_TO_CSV = Operation(
    "export_number_lookup_report_to_csv",
    "GET",
    "/numbers/lookup/lookupBulkId/{lookupBulkId}/csv",
    parameters={"lookup_bulk_id": field("lookupBulkId", type="uuid", required=True, format="uuid")},
    returns="csv",
    repeat="safe",
)
_EXPORT_NUMBER_LOOKUP_REPORT_TO_XLSX = Operation(
    "export_number_lookup_report_to_xlsx",
    "GET",
    "/numbers/lookup/lookupBulkId/{lookupBulkId}/xlsx",
    parameters={"lookup_bulk_id": field("lookupBulkId", type="uuid", required=True, format="uuid")},
    returns="xlsx",
    repeat="safe",
)
_GET_AVAILABLE_NUMBERS = Operation(
    "get_available_numbers",
    "GET",
    "/numbers/rent/available/{countryIso}",
    parameters={
        "country_iso": field("countryIso", required=True, min_length=2, max_length=2, format="country"),
        "features": field("features", type=int, default=None, enum=(1, 2, 3)),
        "number_type": field("number_type", default=None, enum=("mobile", "landline")),
        "setup_time": field("setup_time", default=None, enum=("instant", "delayed")),
        "registration": field("registration", type=bool, default=None),
        "inbound_sms_sender": field("inbound_sms_sender", type=bool, default=None),
        "include": field("include", default=None, min_length=1, max_length=17),
        "exclude": field("exclude", default=None, min_length=1, max_length=17),
    },
    returns="rent_numbers_response.RentNumbersResponse",
    repeat="safe",
)
_GET_BULK_LOOKUP_CAMPAIGNS = Operation(
    "get_bulk_lookup_campaigns",
    "GET",
    "/numbers/lookup",
    parameters={
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="bulk_lookup_campaigns_response.BulkLookupCampaignsResponse",
    repeat="safe",
)
_LOOKUP_NUMBERS = Operation(
    "lookup_numbers",
    "POST",
    "/numbers/lookup",
    body=("numbers_lookup_request", "numbers_lookup_request.NumbersLookupRequest"),
    returns="numbers_lookup_response.NumbersLookupResponse",
    paid=True,
)
_GET_BULK_LOOKUP_STATUS = Operation(
    "get_bulk_lookup_status",
    "GET",
    "/numbers/lookup/lookupBulkId/{lookupBulkId}",
    parameters={
        "lookup_bulk_id": field("lookupBulkId", type="uuid", required=True, format="uuid"),
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="numbers_bulk_lookup_result.NumbersBulkLookupResult",
    repeat="safe",
)
_GET_INBOUND_SMS = Operation(
    "get_inbound_sms",
    "GET",
    "/numbers/rent/{rentId}/inbound",
    parameters={
        "rent_id": field("rentId", type="uuid", required=True, format="uuid"),
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="get_inbound_sms_response.GetInboundSMSResponse",
    repeat="safe",
)
_GET_RENTED_NUMBERS = Operation(
    "get_rented_numbers",
    "GET",
    "/numbers/rent",
    parameters={
        "features": field("features", type=int, default=None, enum=(1, 2, 3)),
        "country_iso": field("country_iso", default=None, format="country"),
        "number_type": field("number_type", default=None, enum=("mobile", "landline")),
        "active_rent": field("active_rent", type=bool, default=None),
        "inbound_sms_sender": field("inbound_sms_sender", type=bool, default=None),
        "include": field("include", default=None, min_length=1, max_length=17),
        "exclude": field("exclude", default=None, min_length=1, max_length=17),
    },
    returns="rented_numbers_response.RentedNumbersResponse",
    repeat="safe",
)
_RENT_NUMBER = Operation(
    "rent_number",
    "POST",
    "/numbers/rent",
    body=("rent_number_request", "rent_number_request.RentNumberRequest"),
    returns="rent_number_response.RentNumberResponse",
    paid=True,
)
_GET_SINGLE_LOOKUP_STATUS = Operation(
    "get_single_lookup_status",
    "GET",
    "/numbers/lookup/lookupId/{lookupId}",
    parameters={"lookup_id": field("lookupId", type="uuid", required=True, format="uuid")},
    returns="data_number_lookup.DataNumberLookup",
    repeat="safe",
)
_LOOKUP_NUMBER = Operation(
    "lookup_number",
    "GET",
    "/numbers/lookup/{phoneNumber}",
    parameters={"phone_number": field("phoneNumber", required=True)},
    returns="number_lookup_response.NumberLookupResponse",
    paid=True,
)
_VALIDATE_NUMBER = Operation(
    "validate_number",
    "GET",
    "/numbers/validate/{phoneNumber}",
    parameters={"phone_number": field("phoneNumber", required=True)},
    returns="number_validate_response.NumberValidateResponse",
    repeat="safe",
)
_VALIDATE_NUMBERS = Operation(
    "validate_numbers",
    "POST",
    "/numbers/validate",
    body=("numbers_validate_request", "numbers_validate_request.NumbersValidateRequest"),
    returns="numbers_validate_response.NumbersValidateResponse",
    repeat="safe",
)


class NumbersApi(Api):
    """The Numbers part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_rent_status(self, rent_id: str, **options: Unpack[RequestOptions]) -> GetRentStatusResponse:
        """Read the details of a number rental.

        Returns everything about one rental: number, features, period with start and end in UTC, prices for renewal,
        totals of received and sent SMS, callback URL and auto-renewal. ``active_rent`` is ``False`` for a rental that
        was cancelled or has run out. For numbers that need registration, ``approved`` stays ``False`` while the
        registration is being processed.

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1221).
        :raises ResourceNotFoundException: not_found (1223).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/rent/{rentId}``
        """
        return self._call(_GET_RENT_STATUS, options, rent_id=rent_id)

    @overload
    def renew_rent(
        self,
        rent_id: str,
        *,
        rent_period: Literal[1, 7, 30] | None = None,
        auto_renew: bool | None = None,
        callback_url: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RenewNumberResponse: ...

    @overload
    def renew_rent(
        self,
        rent_id: str,
        renew_rent_request: RenewRentRequest | RenewRentRequestDict | RenewRentRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> RenewNumberResponse: ...

    def renew_rent(
        self,
        rent_id: str,
        renew_rent_request: RenewRentRequest | RenewRentRequestDict | RenewRentRequestWireDict = UNSET,
        *,
        rent_period: Literal[1, 7, 30] | None = UNSET,
        auto_renew: bool | None = UNSET,
        callback_url: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> RenewNumberResponse:
        """Extend the rental of a phone number.

        Renews a rental for 1, 7 or 30 days, or for its current period when ``rent_period`` is left out. The renewal is
        charged. The period may not be below the minimum of the number, and a rental that has run out, or whose number
        is no longer offered, cannot be renewed.

        **Costs money.**

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``.
        :param renew_rent_request: the request, as RenewRentRequest or a dict; or give its fields by name.
        :param rent_period: New rental length in days. Optional; when left out, the rental renews for its current
            period. One of ``1``, ``7``, ``30``.
        :param auto_renew: Whether the number is rented again without further request once the rental period finishes.
            Default: ``False``.
        :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be
            ``None``. A URL. Example: ``"https://example.com/webhooks/inbound"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1221, 1224, 1225, 1226, 1229).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises AccessDeniedException: access_denied (1228).
        :raises ResourceNotFoundException: not_found (1223).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /numbers/rent/{rentId}``
        """
        return self._call_with(
            _RENEW_RENT,
            options,
            renew_rent_request,
            {
                "rent_period": rent_period,
                "auto_renew": auto_renew,
                "callback_url": callback_url,
            },
            rent_id=rent_id,
        )

    def cancel_rent(self, rent_id: str, **options: Unpack[RequestOptions]) -> CancelRentResponse:
        """End a number rental early and get a refund.

        Returns a rented phone number during the first 30 minutes of the rental and credits the rental price to your
        account. A one-time setup fee is not refunded. Later cancellation is refused, and so is cancelling a number that
        has already received an SMS.

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"db3fcf54-ec79-4812-bb92-30bd15901c51"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1221).
        :raises AccessDeniedException: access_denied (1227, 1232).
        :raises ResourceNotFoundException: not_found (1223).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /numbers/rent/{rentId}``
        """
        return self._call(_CANCEL_RENT, options, rent_id=rent_id)

    @overload
    def edit_rent_settings(
        self,
        rent_id: str,
        *,
        auto_renew: bool | None = None,
        callback_url: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> EditRentResponse: ...

    @overload
    def edit_rent_settings(
        self,
        rent_id: str,
        edit_rent_request: EditRentRequest | EditRentRequestDict | EditRentRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> EditRentResponse: ...

    def edit_rent_settings(
        self,
        rent_id: str,
        edit_rent_request: EditRentRequest | EditRentRequestDict | EditRentRequestWireDict = UNSET,
        *,
        auto_renew: bool | None = UNSET,
        callback_url: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> EditRentResponse:
        """Change auto-renewal or callback of a rental.

        Updates a running rental: whether it renews by itself at the end of the period (``auto_renew``) and which URL
        receives its inbound SMS (``callback_url``). Send at least one of the two.

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``.
        :param edit_rent_request: the request, as EditRentRequest or a dict; or give its fields by name.
        :param auto_renew: Whether the number is rented again without further request once the rental period finishes.
            Default: ``False``.
        :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be
            ``None``. A URL. Example: ``"https://example.com/webhooks/inbound"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1221, 1225, 1226, 1233).
        :raises ResourceNotFoundException: not_found (1223).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /numbers/rent/{rentId}/edit``
        """
        return self._call_with(
            _EDIT_RENT_SETTINGS,
            options,
            edit_rent_request,
            {
                "auto_renew": auto_renew,
                "callback_url": callback_url,
            },
            rent_id=rent_id,
        )

    @overload
    def export_number_lookup_report_to_csv(
        self, lookup_bulk_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> str: ...

    @overload
    def export_number_lookup_report_to_csv(
        self,
        lookup_bulk_id: str,
        *,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def export_number_lookup_report_to_csv(
        self, lookup_bulk_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_number_lookup_report_to_csv(
        self,
        lookup_bulk_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a bulk lookup's results as CSV.

        Produces a CSV file with the details of one bulk number lookup, named by its ``lookup_bulk_id``.

        :param lookup_bulk_id: ID of the bulk number lookup to report on or export. A UUID. Example:
            ``"5a628974-9698-467a-8db5-c1550da34146"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1218).
        :raises ResourceNotFoundException: not_found (1220).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup/lookupBulkId/{lookupBulkId}/csv``
        """
        return self._export(
            _EXPORT_NUMBER_LOOKUP_REPORT_TO_CSV, options, save_to, progress, lookup_bulk_id=lookup_bulk_id
        )

    @overload
    def export_number_lookup_report_to_xlsx(
        self, lookup_bulk_id: str, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> BinaryIO: ...

    @overload
    def export_number_lookup_report_to_xlsx(
        self,
        lookup_bulk_id: str,
        *,
        save_to: StrPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def export_number_lookup_report_to_xlsx(
        self, lookup_bulk_id: str, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_number_lookup_report_to_xlsx(
        self,
        lookup_bulk_id: str,
        *,
        save_to: Any = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Download a bulk lookup's results as an Excel file.

        Produces an XLSX workbook with the details of one bulk number lookup, named by its ``lookup_bulk_id``.

        :param lookup_bulk_id: ID of the bulk number lookup to report on or export. A UUID. Example:
            ``"5a628974-9698-467a-8db5-c1550da34146"``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises InvalidRequestException: invalid_param (1218).
        :raises ResourceNotFoundException: not_found (1220).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup/lookupBulkId/{lookupBulkId}/xlsx``
        """
        return self._export(
            _EXPORT_NUMBER_LOOKUP_REPORT_TO_XLSX, options, save_to, progress, lookup_bulk_id=lookup_bulk_id
        )

    def get_available_numbers(
        self,
        country_iso: str,
        *,
        features: Literal[1, 2, 3] | None = None,
        number_type: Literal["mobile", "landline"] | None = None,
        setup_time: Literal["instant", "delayed"] | None = None,
        registration: bool | None = None,
        inbound_sms_sender: bool | None = None,
        include: str | None = None,
        exclude: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RentNumbersResponse:
        """List phone numbers that can be rented.

        Lists the numbers on offer in one country with their features, setup fee, shortest rental period and price per
        period. Filters narrow the list by feature (``_1`` receive, ``2`` send, ``3`` both), number type, setup time,
        registration requirement, support for inbound SMS from alphanumeric senders, and digits that must or must not
        occur. ``phone_number`` can be ``None`` for numbers that are picked at random from a pool.

        :param country_iso: Country to return results for, as a two-letter ISO 3166-1 alpha-2 code. 2 characters; an ISO
            3166-1 alpha-2 code. Example: ``"SE"``.
        :param features: Keeps numbers with these features: ``_1`` receives SMS, ``2`` sends SMS, ``3`` (1 + 2) does
            both. One of ``1``, ``2``, ``3``.
        :param number_type: Returns only numbers whose ``number_type`` matches this value. One of ``mobile``,
            ``landline``.
        :param setup_time: Returns only numbers whose ``setup_time`` matches this value. One of ``instant``,
            ``delayed``.
        :param registration: Selects numbers by whether they require registration.
        :param inbound_sms_sender: Selects numbers by whether an alphanumeric sender ID can send SMS to them.
        :param include: Digits that a returned phone number must contain. 1 to 17 characters. Example: ``"7017"``.
        :param exclude: Digits that must not occur in a returned phone number. 1 to 17 characters. Example: ``"99"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (2003).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/rent/available/{countryIso}``
        """
        return self._call(
            _GET_AVAILABLE_NUMBERS,
            options,
            country_iso=country_iso,
            features=features,
            number_type=number_type,
            setup_time=setup_time,
            registration=registration,
            inbound_sms_sender=inbound_sms_sender,
            include=include,
            exclude=exclude,
        )

    def get_bulk_lookup_campaigns(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> BulkLookupCampaignsResponse:
        """List past bulk number lookups.

        Lists the bulk lookups you have requested, each with how many numbers were submitted, how many were valid and
        the total cost. Results are paged: ``limit`` caps the page (500 unless given), and the tokens in ``paging`` are
        passed back as ``next`` or ``previous`` to move between pages.

        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup``
        """
        return self._call(_GET_BULK_LOOKUP_CAMPAIGNS, options, limit=limit, next=next, previous=previous)

    def iter_bulk_lookup_campaigns(
        self, *, page_size: int | None = None, start: str | None = None, **options: Unpack[RequestOptions]
    ) -> Pages[DataLookupCampaigns, BulkLookupCampaignsResponse]:
        """Iterate over all rows of ``get_bulk_lookup_campaigns``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.numbers.iter_bulk_lookup_campaigns():
                print(row)

        Iterating raises what ``get_bulk_lookup_campaigns`` raises. The ``cursor`` of an ``ApiException`` is for
        ``start``.

        HTTP: ``GET /numbers/lookup``, once for each page
        """
        return self._pages(_GET_BULK_LOOKUP_CAMPAIGNS, options, limit=page_size, next=start)

    @overload
    def lookup_numbers(
        self,
        *,
        phone_numbers: str | Sequence[str],
        country_iso: str | None = None,
        lookup_callback_url: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> NumbersLookupResponse: ...

    @overload
    def lookup_numbers(
        self,
        numbers_lookup_request: NumbersLookupRequest | NumbersLookupRequestDict | NumbersLookupRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> NumbersLookupResponse: ...

    def lookup_numbers(
        self,
        numbers_lookup_request: NumbersLookupRequest | NumbersLookupRequestDict | NumbersLookupRequestWireDict = UNSET,
        *,
        phone_numbers: str | Sequence[str] = UNSET,
        country_iso: str | None = UNSET,
        lookup_callback_url: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> NumbersLookupResponse:
        """Look up many phone numbers in one request.

        Starts a lookup of up to 40,000 numbers and establishes for each whether it is reachable, ported or roaming,
        along with its original and current operator. The lookups are charged. Individual invalid numbers do not cause
        an error but are counted and listed in ``info``; a list with no usable number at all is refused. The response
        holds the identifiers and costs, and the outcomes are posted to ``lookup_callback_url`` or read from the bulk
        result. The status of a number is one of:

        - ``ACTIVE``: the phone can be reached
        - ``ABSENT``: the phone cannot be reached
        - ``BARRED``: the operator blocks the number
        - ``UNKNOWN``: the network knows no such subscriber, so it cannot be reached
        - ``FAILED``: no result could be obtained

        **Costs money.**

        :param numbers_lookup_request: the request, as NumbersLookupRequest or a dict; or give its fields by name.
        :param phone_numbers: Phone numbers to look up, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation and lookup are reliable. 1 to 40,000 items. Example:
            ``["+31612469333"]``. A single string counts as a list of one. Required.
        :param country_iso: ISO 3166-1 alpha-2 country of the numbers to look up. Has no effect on numbers already in
            E.164 format. 2 characters; an ISO 3166-1 alpha-2 code.
        :param lookup_callback_url: Webhook that is sent the lookup results; must be a valid URL. Takes precedence over
            the application setting. A URL. Example: ``"https://example.com/webhooks/lookup"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208, 1205, 1209, 1216).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises NoCoverageException: no_coverage (1214).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /numbers/lookup``
        """
        return self._call_with(
            _LOOKUP_NUMBERS,
            options,
            numbers_lookup_request,
            {
                "phone_numbers": phone_numbers,
                "country_iso": country_iso,
                "lookup_callback_url": lookup_callback_url,
            },
        )

    def get_bulk_lookup_status(
        self,
        lookup_bulk_id: str,
        *,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> NumbersBulkLookupResult:
        """Read the results of a bulk number lookup.

        Returns the totals of a bulk lookup in ``info`` and the outcome for each number in ``data``, in the form of a
        single lookup result. Numbers are paged: ``limit`` caps the page (500 unless given), and the tokens in
        ``paging`` are passed back as ``next`` or ``previous`` to move between pages.

        :param lookup_bulk_id: ID of the bulk number lookup to report on or export. A UUID. Example:
            ``"5a628974-9698-467a-8db5-c1550da34146"``.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: not_found (1218).
        :raises ResourceNotFoundException: invalid_param (1220).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup/lookupBulkId/{lookupBulkId}``
        """
        return self._call(
            _GET_BULK_LOOKUP_STATUS, options, lookup_bulk_id=lookup_bulk_id, limit=limit, next=next, previous=previous
        )

    def iter_bulk_lookup_status(
        self,
        lookup_bulk_id: str,
        *,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pages[DataNumberLookup, NumbersBulkLookupResult]:
        """Iterate over all rows of ``get_bulk_lookup_status``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param lookup_bulk_id: ID of the bulk number lookup to report on or export. A UUID. Example:
            ``"5a628974-9698-467a-8db5-c1550da34146"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.numbers.iter_bulk_lookup_status(lookup_bulk_id):
                print(row)

        Iterating raises what ``get_bulk_lookup_status`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /numbers/lookup/lookupBulkId/{lookupBulkId}``, once for each page
        """
        return self._pages(_GET_BULK_LOOKUP_STATUS, options, lookup_bulk_id=lookup_bulk_id, limit=page_size, next=start)

    def get_inbound_sms(
        self,
        rent_id: str,
        *,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> GetInboundSMSResponse:
        """List SMS received on a rented number.

        Lists the messages that arrived on a rented number, latest first, with sender, text, time of arrival and the
        receiving cost (mostly zero). Messages are paged: ``limit`` caps the page (500 unless given), and the tokens in
        ``paging`` are passed back as ``next`` or ``previous`` to move between pages.

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``.
        :param limit: Maximum number of inbound SMS the response may hold. 1 to 500. Example: ``100``.
        :param next: Token for fetching the page of inbound SMS after the current one. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Token for fetching the page of inbound SMS before the current one. Example:
            ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1221).
        :raises ResourceNotFoundException: not_found (1223).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/rent/{rentId}/inbound``
        """
        return self._call(_GET_INBOUND_SMS, options, rent_id=rent_id, limit=limit, next=next, previous=previous)

    def iter_inbound_sms(
        self, rent_id: str, *, page_size: int | None = None, start: str | None = None, **options: Unpack[RequestOptions]
    ) -> Pages[DataReceiveSms, GetInboundSMSResponse]:
        """Iterate over all rows of ``get_inbound_sms``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param rent_id: ID of the number rental the request refers to. A UUID. Example:
            ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.numbers.iter_inbound_sms(rent_id):
                print(row)

        Iterating raises what ``get_inbound_sms`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /numbers/rent/{rentId}/inbound``, once for each page
        """
        return self._pages(_GET_INBOUND_SMS, options, rent_id=rent_id, limit=page_size, next=start)

    def get_rented_numbers(
        self,
        *,
        features: Literal[1, 2, 3] | None = None,
        country_iso: str | None = None,
        number_type: Literal["mobile", "landline"] | None = None,
        active_rent: bool | None = None,
        inbound_sms_sender: bool | None = None,
        include: str | None = None,
        exclude: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RentedNumbersResponse:
        """List the phone numbers you have rented.

        Lists your rentals with the same details as a single rental. Filters narrow the list by feature, country, number
        type, active or ended rental, support for inbound SMS from alphanumeric senders, and digits that must or must
        not occur.

        :param features: Keeps numbers with these features: ``_1`` receives SMS, ``2`` sends SMS, ``3`` (1 + 2) does
            both. One of ``1``, ``2``, ``3``.
        :param country_iso: Keeps numbers of one country, given as an ISO 3166-1 alpha-2 code (two letters, upper or
            lower case). Example: ``"SE"``.
        :param number_type: Returns only numbers whose ``number_type`` matches this value. One of ``mobile``,
            ``landline``.
        :param active_rent: Selects rented numbers by whether their rent is still active.
        :param inbound_sms_sender: Selects numbers by whether an alphanumeric sender ID can send SMS to them.
        :param include: Digits that a returned phone number must contain. 1 to 17 characters. Example: ``"7017"``.
        :param exclude: Digits that must not occur in a returned phone number. 1 to 17 characters. Example: ``"99"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/rent``
        """
        return self._call(
            _GET_RENTED_NUMBERS,
            options,
            features=features,
            country_iso=country_iso,
            number_type=number_type,
            active_rent=active_rent,
            inbound_sms_sender=inbound_sms_sender,
            include=include,
            exclude=exclude,
        )

    @overload
    def rent_number(
        self,
        *,
        number_id: str | UUID,
        rent_period: Literal[1, 7, 30],
        auto_renew: bool | None = None,
        callback_url: str | None = None,
        registration_id: str | UUID | None = None,
        **options: Unpack[RequestOptions],
    ) -> RentNumberResponse: ...

    @overload
    def rent_number(
        self,
        rent_number_request: RentNumberRequest | RentNumberRequestDict | RentNumberRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> RentNumberResponse: ...

    def rent_number(
        self,
        rent_number_request: RentNumberRequest | RentNumberRequestDict | RentNumberRequestWireDict = UNSET,
        *,
        number_id: str | UUID = UNSET,
        rent_period: Literal[1, 7, 30] = UNSET,
        auto_renew: bool | None = UNSET,
        callback_url: str | None = UNSET,
        registration_id: str | UUID | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> RentNumberResponse:
        """Rent a phone number.

        Rents an available number, named by its ``number_id``, for 1, 7 or 30 days, though never for less than the
        minimum of that number. The rental price is charged, plus a one-time setup fee where the number has one.
        ``auto_renew`` extends the rental automatically, ``callback_url`` receives the inbound SMS, and
        ``registration_id`` is needed for numbers that require registration. A number that is already rented or no
        longer on offer is refused.

        **Costs money.**

        :param rent_number_request: the request, as RentNumberRequest or a dict; or give its fields by name.
        :param number_id: Identifier of the number to rent, as given in the list of numbers available for rent. A UUID.
            Example: ``"8b134d16-2369-463b-984c-002dafd2a71e"``. Required.
        :param rent_period: How many days the number is rented for. One of ``1``, ``7``, ``30``. Required.
        :param auto_renew: Whether the rental renews by itself when its period ends. Default: ``False``.
        :param callback_url: Webhook address to which SMS arriving on the rented number are delivered. May be ``None``.
            A URL. Example: ``"https://example.com/webhooks/inbound"``.
        :param registration_id: Refers to the registration record of the number by its unique ID. Needed only where the
            number has to be registered. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1222, 1224, 1225, 1226, 1229, 1234).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises AccessDeniedException: access_denied (1231).
        :raises ResourceNotFoundException: not_found (1230).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /numbers/rent``
        """
        return self._call_with(
            _RENT_NUMBER,
            options,
            rent_number_request,
            {
                "number_id": number_id,
                "rent_period": rent_period,
                "auto_renew": auto_renew,
                "callback_url": callback_url,
                "registration_id": registration_id,
            },
        )

    def get_single_lookup_status(self, lookup_id: str, **options: Unpack[RequestOptions]) -> DataNumberLookup:
        """Read the result of a single number lookup.

        Returns the outcome of an earlier lookup of one number, named by its ``lookup_id``: reachability status,
        country, porting, roaming and network operators, and what it cost.

        :param lookup_id: ID of the single-number lookup to read. A UUID. Example:
            ``"77db2f49-4b88-4047-a925-64cbc0b8516e"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1217).
        :raises ResourceNotFoundException: not_found (1219).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup/lookupId/{lookupId}``
        """
        return self._call(_GET_SINGLE_LOOKUP_STATUS, options, lookup_id=lookup_id)

    def lookup_number(self, phone_number: str, **options: Unpack[RequestOptions]) -> NumberLookupResponse:
        """Look up one phone number on its network.

        Queries the network about a number given in E.164 format and reports whether it is reachable, ported or roaming,
        along with its original and current operator. The lookup is charged. An invalid number causes an error. The
        status is one of:

        - ``ACTIVE``: the phone can be reached
        - ``ABSENT``: the phone cannot be reached
        - ``BARRED``: the operator blocks the number
        - ``UNKNOWN``: the network knows no such subscriber, so it cannot be reached
        - ``FAILED``: no result could be obtained

        **Costs money.**

        :param phone_number: Phone number to look up or validate, in international E.164 format. Example:
            ``"+31612469333"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidPhoneNumberException: invalid_param (1207).
        :raises NoCoverageException: no_coverage (1214).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises InvalidRequestException: invalid_param (1212).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/lookup/{phoneNumber}``
        """
        return self._call(_LOOKUP_NUMBER, options, phone_number=phone_number)

    def validate_number(self, phone_number: str, **options: Unpack[RequestOptions]) -> NumberValidateResponse:
        """Check whether a phone number is valid.

        Checks one number given in E.164 notation and returns its country, network operator and time zone. An invalid
        number causes an error.

        :param phone_number: Phone number to look up or validate, in international E.164 format. Example:
            ``"+31612469333"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidPhoneNumberException: invalid_param (1207).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /numbers/validate/{phoneNumber}``
        """
        return self._call(_VALIDATE_NUMBER, options, phone_number=phone_number)

    @overload
    def validate_numbers(
        self, *, phone_numbers: str | Sequence[str], country_iso: str | None = None, **options: Unpack[RequestOptions]
    ) -> NumbersValidateResponse: ...

    @overload
    def validate_numbers(
        self,
        numbers_validate_request: NumbersValidateRequest | NumbersValidateRequestDict | NumbersValidateRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> NumbersValidateResponse: ...

    def validate_numbers(
        self,
        numbers_validate_request: NumbersValidateRequest
        | NumbersValidateRequestDict
        | NumbersValidateRequestWireDict = UNSET,
        *,
        phone_numbers: str | Sequence[str] = UNSET,
        country_iso: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> NumbersValidateResponse:
        """Check a list of phone numbers in one request.

        Checks up to 40,000 phone numbers and returns one object per number. The result keeps the order of your list and
        leaves nothing out: a number that fails the check stays in place with ``invalid`` set to ``True``.

        :param numbers_validate_request: the request, as NumbersValidateRequest or a dict; or give its fields by name.
        :param phone_numbers: Phone numbers to validate, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. 1 to 40,000 items. Example: ``["+31612469333"]``. A single
            string counts as a list of one. Required.
        :param country_iso: ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those
            already in international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code. Example: ``"DE"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208, 1205).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /numbers/validate``
        """
        return self._call_with(
            _VALIDATE_NUMBERS,
            options,
            numbers_validate_request,
            {
                "phone_numbers": phone_numbers,
                "country_iso": country_iso,
            },
        )
