# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from typing import Literal
    from uuid import UUID

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.cancel_otp_response import CancelOtpResponse
    from smscx_client.model.data_otp import DataOtp
    from smscx_client.model.new_otp_request import NewOtpRequest
    from smscx_client.model.new_otp_response import NewOtpResponse
    from smscx_client.model.verify_pin_request import VerifyPinRequest
    from smscx_client.model.verify_pin_response import VerifyPinResponse
    from smscx_client.types import (
        NewOtpRequestDict,
        NewOtpRequestWireDict,
        VerifyPinRequestDict,
        VerifyPinRequestWireDict,
    )


__all__ = ["OtpApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_OTP_STATUS = Operation(
    "get_otp_status",
    "GET",
    "/otp/{otpId}",
    parameters={"otp_id": field("otpId", type="uuid", required=True, format="uuid")},
    returns="data_otp.DataOtp",
    repeat="safe",
)
_VERIFY_OTP = Operation(
    "verify_otp",
    "POST",
    "/otp/{otpId}",
    parameters={"otp_id": field("otpId", type="uuid", required=True, format="uuid")},
    body=("pin", "verify_pin_request.VerifyPinRequest"),
    bare="pin",
    returns="verify_pin_response.VerifyPinResponse",
)
_CANCEL_OTP = Operation(
    "cancel_otp",
    "DELETE",
    "/otp/{otpId}",
    parameters={"otp_id": field("otpId", type="uuid", required=True, format="uuid")},
    returns="cancel_otp_response.CancelOtpResponse",
    repeat="safe",
)
_NEW_OTP = Operation(
    "new_otp",
    "POST",
    "/otp",
    body=("new_otp_request", "new_otp_request.NewOtpRequest"),
    returns="new_otp_response.NewOtpResponse",
    paid=True,
)


class OtpApi(Api):
    """The OTP part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_otp_status(self, otp_id: str, **options: Unpack[RequestOptions]) -> DataOtp:
        """Check the state of a one-time password.

        Returns an OTP request by its identifier, with its status, cost, attempts used and expiry time. The status is
        one of:

        - ``PENDING``: waiting for the recipient to enter the PIN
        - ``VERIFIED``: the correct PIN was entered
        - ``EXPIRED``: the lifetime ran out first
        - ``CANCELLED``: the request was cancelled
        - ``FAILED``: too many wrong PINs were tried

        :param otp_id: ID of the OTP request to check, verify or cancel. A UUID. Example:
            ``"8aea6177-4b5a-43ff-bad0-6c4087388917"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (2021).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /otp/{otpId}``
        """
        return self._call(_GET_OTP_STATUS, options, otp_id=otp_id)

    def verify_otp(
        self,
        otp_id: str,
        pin: VerifyPinRequest | VerifyPinRequestDict | VerifyPinRequestWireDict | str,
        **options: Unpack[RequestOptions],
    ) -> VerifyPinResponse:
        """Verify the PIN a user entered.

        Compares a PIN with the one sent for this OTP request and returns status ``VERIFIED`` when they match. A wrong
        PIN gives an ``invalid_pin`` error and uses up an attempt; when none are left, the request has failed. Requests
        that were already verified, were cancelled or have expired cannot be verified.

        Python callers pass the PIN itself: ``verify_otp(otp_id, "1544")``; a VerifyPinRequest is accepted too.

        :param otp_id: ID of the OTP request to check, verify or cancel. A UUID. Example:
            ``"58341b37-6a27-4400-8a43-8dc8049a3a1b"``.
        :param pin: the request, as VerifyPinRequest or a dict, or only the pin.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (2021).
        :raises InvalidRequestException: invalid_param (2022).
        :raises OtpAlreadyVerifiedException: otp_verified (2023).
        :raises OtpCancelledException: otp_cancelled (2024).
        :raises OtpExpiredException: otp_expired (2025, 2028).
        :raises OtpFailedException: otp_failed (2026, 2027).
        :raises InvalidPinException: invalid_pin (2029).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /otp/{otpId}``
        """
        return self._call(_VERIFY_OTP, options, otp_id=otp_id, pin=pin)

    def cancel_otp(self, otp_id: str, **options: Unpack[RequestOptions]) -> CancelOtpResponse:
        """Withdraw a pending one-time password.

        Cancels the OTP request with the given identifier. Only a request in status ``PENDING`` can be cancelled; one
        that has been verified, has expired, has failed or was cancelled earlier is refused.

        :param otp_id: ID of the OTP request to check, verify or cancel. A UUID. Example:
            ``"c87aff5b-7ba8-4705-ac03-d2c19d62349d"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises OtpCancelledException: access_denied (2030).
        :raises OtpActionNotAllowedException: access_denied (2031).
        :raises ResourceNotFoundException: not_found (2021).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /otp/{otpId}``
        """
        return self._call(_CANCEL_OTP, options, otp_id=otp_id)

    @overload
    def new_otp(
        self,
        *,
        phone_number: str,
        country_iso: str | None = None,
        from_: str | None = None,
        template: str | None = None,
        track_id: str | UUID | None = None,
        ttl: int | None = None,
        max_attempts: int | None = None,
        pin_type: Literal["letters", "numbers", "alphanumeric"] | None = None,
        pin_length: int | None = None,
        otp_callback_url: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> NewOtpResponse: ...

    @overload
    def new_otp(
        self,
        new_otp_request: NewOtpRequest | NewOtpRequestDict | NewOtpRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> NewOtpResponse: ...

    def new_otp(
        self,
        new_otp_request: NewOtpRequest | NewOtpRequestDict | NewOtpRequestWireDict = UNSET,
        *,
        phone_number: str = UNSET,
        country_iso: str | None = UNSET,
        from_: str | None = UNSET,
        template: str | None = UNSET,
        track_id: str | UUID | None = UNSET,
        ttl: int | None = UNSET,
        max_attempts: int | None = UNSET,
        pin_type: Literal["letters", "numbers", "alphanumeric"] | None = UNSET,
        pin_length: int | None = UNSET,
        otp_callback_url: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> NewOtpResponse:
        """Send a one-time password to a phone number.

        Generates a PIN and sends it by SMS to verify a phone number; the request is charged. A PIN has 4 to 10 letters,
        digits or both, is valid for 60 to 1,800 seconds (``ttl``) and allows 1 to 10 attempts. Values you leave out
        come from the OTP settings of the application, and a ``template`` of your own must contain ``{{pin}}``. Status
        changes are posted to ``otp_callback_url``. The request starts as ``PENDING`` and then takes one of these
        statuses:

        - ``VERIFIED``: the correct PIN was entered
        - ``EXPIRED``: the lifetime ran out first
        - ``CANCELLED``: the request was cancelled
        - ``FAILED``: too many wrong PINs were tried

        **Costs money.**

        :param new_otp_request: the request, as NewOtpRequest or a dict; or give its fields by name.
        :param phone_number: Destination or contact number, in international (E.164) or national form. A national number
            should come with ``country_iso``, the country it belongs to, for more reliable validation. At least 1
            character. Example: ``"+31612469333"``. Required.
        :param country_iso: Country of destination numbers given in national form, as an ISO 3166-1 alpha-2 code: ``FR``
            for France, ``GB`` (not ``UK``) for the United Kingdom. It has no effect when ``phone_number`` is in E.164
            format. 2 characters.
        :param from_: Sender name shown on the OTP text message, 3 to 15 characters. Optional; it overrides the OTP
            settings of the SMS API application. A name without approval is replaced by a system default such as
            ``InfoText``. Example: ``"MyShop"``.
        :param template: Body of the OTP SMS; has to include ``{{pin}}`` and may use the general placeholders. Optional:
            send it only to replace the OTP template set for the application. Example: ``"{{pin}} is your MyShop code.
            It is valid for 5 minutes."``.
        :param track_id: UUID (v1 to v5) that the client supplies to track the OTP. It comes back in the response and in
            callbacks. A UUID of version 1 to 5. Example: ``"9b1a9b7e-e4e2-4864-8253-d25d24ac9994"``.
        :param ttl: Seconds for which the PIN stays valid, from 60 (1 minute) to 1800 (30 minutes). A value given in the
            request takes precedence over the application setting. 60 to 1,800. Example: ``300``.
        :param max_attempts: How many verification tries are permitted before the OTP is marked as failed. A value given
            in the request takes precedence over the application setting. 1 to 10. Example: ``3``.
        :param pin_type: Kind of PIN created for each phone number and inserted in place of ``{{pin}}``. Takes
            precedence over the application setting. One of ``letters``, ``numbers``, ``alphanumeric``.
        :param pin_length: Number of characters in the PIN. Takes precedence over the application setting. 4 to 10.
            Example: ``4``.
        :param otp_callback_url: Webhook that is sent the OTP verification status changes; must be a valid URL. Takes
            precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/otp"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises InvalidRequestException: invalid_param (2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010,
            2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019).
        :raises InvalidPhoneNumberException: invalid_param (2020).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /otp``
        """
        return self._call_with(
            _NEW_OTP,
            options,
            new_otp_request,
            {
                "phone_number": phone_number,
                "country_iso": country_iso,
                "from_": from_,
                "template": template,
                "track_id": track_id,
                "ttl": ttl,
                "max_attempts": max_attempts,
                "pin_type": pin_type,
                "pin_length": pin_length,
                "otp_callback_url": otp_callback_url,
            },
        )
