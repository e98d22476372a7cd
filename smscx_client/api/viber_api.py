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
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_viber_campaign_request import SendViberCampaignRequest
    from smscx_client.model.send_viber_campaign_request_estimate import SendViberCampaignRequestEstimate
    from smscx_client.model.send_viber_campaign_response import SendViberCampaignResponse
    from smscx_client.model.send_viber_message_request import SendViberMessageRequest
    from smscx_client.model.send_viber_message_request_estimate import SendViberMessageRequestEstimate
    from smscx_client.model.send_viber_message_response import SendViberMessageResponse
    from smscx_client.types import (
        SendViberCampaignRequestDict,
        SendViberCampaignRequestEstimateDict,
        SendViberCampaignRequestEstimateWireDict,
        SendViberCampaignRequestWireDict,
        SendViberMessageRequestDict,
        SendViberMessageRequestEstimateDict,
        SendViberMessageRequestEstimateWireDict,
        SendViberMessageRequestWireDict,
    )


__all__ = ["ViberApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_DELETE_SCHEDULED_VIBER_CAMPAIGN = Operation(
    "delete_scheduled_viber_campaign",
    "DELETE",
    "/viber/scheduled/campaign/{campaignId}",
    parameters={"campaign_id": field("campaignId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_campaign.DeleteScheduledCampaign",
    repeat="safe",
)
_DELETE_SCHEDULED_VIBER_MESSAGE = Operation(
    "delete_scheduled_viber_message",
    "DELETE",
    "/viber/scheduled/{msgId}",
    parameters={"msg_id": field("msgId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_msg.DeleteScheduledMsg",
    repeat="safe",
)
_ESTIMATE_VIBER_CAMPAIGN = Operation(
    "estimate_viber_campaign",
    "POST",
    "/viber/campaign/estimate",
    body=(
        "send_viber_campaign_request_estimate",
        "send_viber_campaign_request_estimate.SendViberCampaignRequestEstimate",
    ),
    returns="send_viber_campaign_response.SendViberCampaignResponse",
    repeat="safe",
)
_ESTIMATE_VIBER_MESSAGE = Operation(
    "estimate_viber_message",
    "POST",
    "/viber/estimate",
    body=("send_viber_message_request_estimate", "send_viber_message_request_estimate.SendViberMessageRequestEstimate"),
    returns="send_viber_message_response.SendViberMessageResponse",
    repeat="safe",
)
_SEND_VIBER_CAMPAIGN = Operation(
    "send_viber_campaign",
    "POST",
    "/viber/campaign",
    body=("send_viber_campaign_request", "send_viber_campaign_request.SendViberCampaignRequest"),
    returns="send_viber_campaign_response.SendViberCampaignResponse",
    repeat="keyed",
    paid=True,
)
_SEND_VIBER_MESSAGE = Operation(
    "send_viber_message",
    "POST",
    "/viber",
    body=("send_viber_message_request", "send_viber_message_request.SendViberMessageRequest"),
    returns="send_viber_message_response.SendViberMessageResponse",
    repeat="keyed",
    paid=True,
)


class ViberApi(Api):
    """The Viber part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def delete_scheduled_viber_campaign(
        self, campaign_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled Viber campaign.

        Deletes the part of a Viber campaign, named by ``campaign_id``, that is still waiting to be sent. What those
        messages cost is credited back to the account. When sending has already begun, only messages still scheduled are
        dropped; those that have gone out cannot be recalled. The response counts the removed numbers and message parts
        and states the credit returned.

        :param campaign_id: ID of the Viber campaign to remove from the schedule. A UUID. Example:
            ``"d0a56e8b-86d1-4250-9c37-ceb1f762c09b"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1155).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /viber/scheduled/campaign/{campaignId}``
        """
        return self._call(_DELETE_SCHEDULED_VIBER_CAMPAIGN, options, campaign_id=campaign_id)

    def delete_scheduled_viber_message(self, msg_id: str, **options: Unpack[RequestOptions]) -> DeleteScheduledMsg:
        """Cancel a scheduled Viber message.

        Deletes a Viber message, named by ``msg_id``, that is still waiting to be sent, and credits its cost back to the
        account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the Viber message to remove from the schedule. A UUID. Example:
            ``"d6dd2e79-ed60-47ad-879f-5ce898478861"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /viber/scheduled/{msgId}``
        """
        return self._call(_DELETE_SCHEDULED_VIBER_MESSAGE, options, msg_id=msg_id)

    @overload
    def estimate_viber_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        template_id: int,
        custom_fields: CustomFields | Mapping[str, str] | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse: ...

    @overload
    def estimate_viber_campaign(
        self,
        send_viber_campaign_request_estimate: SendViberCampaignRequestEstimate
        | SendViberCampaignRequestEstimateDict
        | SendViberCampaignRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse: ...

    def estimate_viber_campaign(
        self,
        send_viber_campaign_request_estimate: SendViberCampaignRequestEstimate
        | SendViberCampaignRequestEstimateDict
        | SendViberCampaignRequestEstimateWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        template_id: int = UNSET,
        custom_fields: CustomFields | Mapping[str, str] | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse:
        """Price a Viber campaign without sending it.

        Calculates what a Viber message to one or more contact groups would cost. It is a dry run of
        ``/viber/campaign``: the body is the same without ``idempotency_id``, and the response has the same form, but
        nothing is sent and nothing is billed.

        :param send_viber_campaign_request_estimate: the request, as SendViberCampaignRequestEstimate or a dict; or give
            its fields by name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
            WhatsApp). Example: ``701``. Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param scheduled_date: When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc``
            set to ``False``, the value counts as local time at the destination and the API converts it to UTC. A
            datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL.
            Takes precedence over the application setting. A URL.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1108, 1109, 1112, 1116, 1126,
            1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /viber/campaign/estimate``
        """
        return self._call_with(
            _ESTIMATE_VIBER_CAMPAIGN,
            options,
            send_viber_campaign_request_estimate,
            {
                "groups": groups,
                "from_": from_,
                "template_id": template_id,
                "custom_fields": custom_fields,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
            },
        )

    @overload
    def estimate_viber_message(
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
    ) -> SendViberMessageResponse: ...

    @overload
    def estimate_viber_message(
        self,
        send_viber_message_request_estimate: SendViberMessageRequestEstimate
        | SendViberMessageRequestEstimateDict
        | SendViberMessageRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendViberMessageResponse: ...

    def estimate_viber_message(
        self,
        send_viber_message_request_estimate: SendViberMessageRequestEstimate
        | SendViberMessageRequestEstimateDict
        | SendViberMessageRequestEstimateWireDict = UNSET,
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
    ) -> SendViberMessageResponse:
        """Price a Viber message without sending it.

        Calculates what a Viber message to the given numbers would cost. It is a dry run of ``/viber``: the body is the
        same without ``idempotency_id``, and the response has the same form, but nothing is sent and nothing is billed.

        :param send_viber_message_request_estimate: the request, as SendViberMessageRequestEstimate or a dict; or give
            its fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
            WhatsApp). Example: ``703``. Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc``
            set to ``False``, the value counts as local time at the destination and the API converts it to UTC. A
            datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Viber message; must be a valid URL.
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
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /viber/estimate``
        """
        return self._call_with(
            _ESTIMATE_VIBER_MESSAGE,
            options,
            send_viber_message_request_estimate,
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
    def send_viber_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        template_id: int,
        custom_fields: CustomFields | Mapping[str, str] | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        idempotency_id: str | UUID | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse: ...

    @overload
    def send_viber_campaign(
        self,
        send_viber_campaign_request: SendViberCampaignRequest
        | SendViberCampaignRequestDict
        | SendViberCampaignRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse: ...

    def send_viber_campaign(
        self,
        send_viber_campaign_request: SendViberCampaignRequest
        | SendViberCampaignRequestDict
        | SendViberCampaignRequestWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        template_id: int = UNSET,
        custom_fields: CustomFields | Mapping[str, str] | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        idempotency_id: str | UUID | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendViberCampaignResponse:
        """Send a Viber campaign to contact groups.

        Sends an approved Viber template to every contact of the given groups (up to 25,000 numbers), and charges for
        it. To be able to repeat the request safely after a network error or timeout, put a UUID of your own (version 1
        to 5) into ``idempotency_id``; a repeat with the same value is neither carried out nor billed again. The server
        confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every Viber campaign
        is recommended. Each message starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out)
        or ``NO COVERAGE``. With ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays
        complete.

        **Costs money.**

        :param send_viber_campaign_request: the request, as SendViberCampaignRequest or a dict; or give its fields by
            name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
            WhatsApp). Example: ``701``. Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param scheduled_date: When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc``
            set to ``False``, the value counts as local time at the destination and the API converts it to UTC. Example:
            ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Viber campaign; must be a valid URL.
            Takes precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1108, 1109, 1111, 1112, 1116,
            1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /viber/campaign``
        """
        return self._call_with(
            _SEND_VIBER_CAMPAIGN,
            options,
            send_viber_campaign_request,
            {
                "groups": groups,
                "from_": from_,
                "template_id": template_id,
                "custom_fields": custom_fields,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
                "idempotency_id": idempotency_id,
            },
        )

    @overload
    def send_viber_message(
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
    ) -> SendViberMessageResponse: ...

    @overload
    def send_viber_message(
        self,
        send_viber_message_request: SendViberMessageRequest
        | SendViberMessageRequestDict
        | SendViberMessageRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendViberMessageResponse: ...

    def send_viber_message(
        self,
        send_viber_message_request: SendViberMessageRequest
        | SendViberMessageRequestDict
        | SendViberMessageRequestWireDict = UNSET,
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
    ) -> SendViberMessageResponse:
        """Send a Viber message to one or more numbers.

        Sends an approved Viber template to one number or to a list of up to 25,000 per request, and charges for it.
        Rather than calling it in a loop, collect the recipients and make one request, which takes less time overall and
        avoids parallel calls. To be able to repeat the request safely after a network error or timeout, put a UUID of
        your own (version 1 to 5) into ``idempotency_id``; a repeat with the same value is neither carried out nor
        billed again. The server confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Each
        message starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``.
        With ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_viber_message_request: the request, as SendViberMessageRequest or a dict; or give its fields by
            name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param template_id: ID of the template to send; it has to be an approved one for the channel in use (Viber or
            WhatsApp). Example: ``703``. Required.
        :param custom_fields: Custom field values for the template, keyed by field name.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed Viber message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc``
            set to ``False``, the value counts as local time at the destination and the API converts it to UTC. A
            datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Viber message; must be a valid URL.
            Takes precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5. Example:
            ``"fcbc06bb-4c35-4a5e-8905-c482838fcceb"``.
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
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /viber``
        """
        return self._call_with(
            _SEND_VIBER_MESSAGE,
            options,
            send_viber_message_request,
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
