# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.custom_fields import CustomFields
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_whatsapp_message_request import SendWhatsappMessageRequest
    from smscx_client.model.send_whatsapp_message_request_estimate import SendWhatsappMessageRequestEstimate
    from smscx_client.model.send_whatsapp_message_response import SendWhatsappMessageResponse
    from smscx_client.types import (
        SendWhatsappMessageRequestDict,
        SendWhatsappMessageRequestEstimateDict,
        SendWhatsappMessageRequestEstimateWireDict,
        SendWhatsappMessageRequestWireDict,
    )


__all__ = ["WhatsappApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_DELETE_SCHEDULED_WHATSAPP_MESSAGE = Operation(
    "delete_scheduled_whatsapp_message",
    "DELETE",
    "/whatsapp/scheduled/{msgId}",
    parameters={"msg_id": field("msgId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_msg.DeleteScheduledMsg",
    repeat="safe",
)
_ESTIMATE_WHATSAPP_MESSAGE = Operation(
    "estimate_whatsapp_message",
    "POST",
    "/whatsapp/estimate",
    body=(
        "send_whatsapp_message_request_estimate",
        "send_whatsapp_message_request_estimate.SendWhatsappMessageRequestEstimate",
    ),
    returns="send_whatsapp_message_response.SendWhatsappMessageResponse",
    repeat="safe",
)
_SEND_WHATSAPP_MESSAGE = Operation(
    "send_whatsapp_message",
    "POST",
    "/whatsapp",
    body=("send_whatsapp_message_request", "send_whatsapp_message_request.SendWhatsappMessageRequest"),
    returns="send_whatsapp_message_response.SendWhatsappMessageResponse",
    repeat="keyed",
    paid=True,
)


class WhatsappApi(Api):
    """The WhatsApp part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def delete_scheduled_whatsapp_message(self, msg_id: str, **options: Unpack[RequestOptions]) -> DeleteScheduledMsg:
        """Cancel a scheduled WhatsApp message.

        Deletes a WhatsApp message, named by ``msg_id``, that is still waiting to be sent, and credits its cost back to
        the account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the WhatsApp message to remove from the schedule. A UUID. Example:
            ``"dcec5638-ec64-4582-bb59-a13871021714"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /whatsapp/scheduled/{msgId}``
        """
        return self._call(_DELETE_SCHEDULED_WHATSAPP_MESSAGE, options, msg_id=msg_id)

    @overload
    def estimate_whatsapp_message(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        template_id: int,
        custom_fields: CustomFields | Mapping[str, str] | None = None,
        country_iso: str | None = None,
        allow_invalid: bool | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        track_data: str | UUID | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse: ...

    @overload
    def estimate_whatsapp_message(
        self,
        send_whatsapp_message_request_estimate: SendWhatsappMessageRequestEstimate
        | SendWhatsappMessageRequestEstimateDict
        | SendWhatsappMessageRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse: ...

    def estimate_whatsapp_message(
        self,
        send_whatsapp_message_request_estimate: SendWhatsappMessageRequestEstimate
        | SendWhatsappMessageRequestEstimateDict
        | SendWhatsappMessageRequestEstimateWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        template_id: int = UNSET,
        custom_fields: CustomFields | Mapping[str, str] | None = UNSET,
        country_iso: str | None = UNSET,
        allow_invalid: bool | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        track_data: str | UUID | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse:
        """Price a WhatsApp message without sending it.

        Calculates what a WhatsApp message would cost. It is a dry run of ``/whatsapp``: the body is the same without
        ``idempotency_id``, and the response has the same form, but nothing is sent and nothing is billed.

        :param send_whatsapp_message_request_estimate: the request, as SendWhatsappMessageRequestEstimate or a dict; or
            give its fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
            WhatsApp). Example: ``704``. Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL.
            Takes precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1108, 1109, 1112, 1116, 1103, 1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /whatsapp/estimate``
        """
        return self._call_with(
            _ESTIMATE_WHATSAPP_MESSAGE,
            options,
            send_whatsapp_message_request_estimate,
            {
                "to": to,
                "from_": from_,
                "template_id": template_id,
                "custom_fields": custom_fields,
                "country_iso": country_iso,
                "allow_invalid": allow_invalid,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "track_data": track_data,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
            },
        )

    @overload
    def send_whatsapp_message(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        template_id: int,
        custom_fields: CustomFields | Mapping[str, str] | None = None,
        country_iso: str | None = None,
        allow_invalid: bool | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        track_data: str | UUID | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        idempotency_id: str | UUID | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse: ...

    @overload
    def send_whatsapp_message(
        self,
        send_whatsapp_message_request: SendWhatsappMessageRequest
        | SendWhatsappMessageRequestDict
        | SendWhatsappMessageRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse: ...

    def send_whatsapp_message(
        self,
        send_whatsapp_message_request: SendWhatsappMessageRequest
        | SendWhatsappMessageRequestDict
        | SendWhatsappMessageRequestWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        template_id: int = UNSET,
        custom_fields: CustomFields | Mapping[str, str] | None = UNSET,
        country_iso: str | None = UNSET,
        allow_invalid: bool | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        track_data: str | UUID | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        idempotency_id: str | UUID | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendWhatsappMessageResponse:
        """Send a WhatsApp message to a single number.

        Sends an approved WhatsApp template, and charges for it. The API describes it for one phone number; ``to`` is a
        list of them. To be able to repeat the request safely after a network error or timeout, put a UUID of your own
        (version 1 to 5) into ``idempotency_id``; a repeat with the same value is neither carried out nor billed again.
        The server confirms it by echoing the value in the ``X-Idempotency-Id`` response header. The message starts as
        ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``. With
        ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_whatsapp_message_request: the request, as SendWhatsappMessageRequest or a dict; or give its fields
            by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the WhatsApp template to send; it has to be an approved one. Example: ``704``.
            Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed WhatsApp message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. Example: ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is
            False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the WhatsApp message; must be a valid URL.
            Takes precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1108, 1109, 1111, 1112, 1116, 1103, 1126, 1127,
            1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /whatsapp``
        """
        return self._call_with(
            _SEND_WHATSAPP_MESSAGE,
            options,
            send_whatsapp_message_request,
            {
                "to": to,
                "from_": from_,
                "template_id": template_id,
                "custom_fields": custom_fields,
                "country_iso": country_iso,
                "allow_invalid": allow_invalid,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "track_data": track_data,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
                "idempotency_id": idempotency_id,
            },
        )
