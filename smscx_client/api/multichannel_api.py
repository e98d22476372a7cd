# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_multichannel_campaign_request import SendMultichannelCampaignRequest
    from smscx_client.model.send_multichannel_campaign_request_estimate import SendMultichannelCampaignRequestEstimate
    from smscx_client.model.send_multichannel_campaign_response import SendMultichannelCampaignResponse
    from smscx_client.model.send_multichannel_message_request import SendMultichannelMessageRequest
    from smscx_client.model.send_multichannel_message_request_estimate import SendMultichannelMessageRequestEstimate
    from smscx_client.model.send_multichannel_message_response import SendMultichannelMessageResponse
    from smscx_client.model.strategy import Strategy
    from smscx_client.types import (
        SendMultichannelCampaignRequestDict,
        SendMultichannelCampaignRequestEstimateDict,
        SendMultichannelCampaignRequestEstimateWireDict,
        SendMultichannelCampaignRequestWireDict,
        SendMultichannelMessageRequestDict,
        SendMultichannelMessageRequestEstimateDict,
        SendMultichannelMessageRequestEstimateWireDict,
        SendMultichannelMessageRequestWireDict,
        StrategyDict,
        StrategyWireDict,
    )


__all__ = ["MultichannelApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_DELETE_SCHEDULED_MULTICHANNEL_CAMPAIGN = Operation(
    "delete_scheduled_multichannel_campaign",
    "DELETE",
    "/multichannel/scheduled/campaign/{campaignId}",
    parameters={"campaign_id": field("campaignId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_campaign.DeleteScheduledCampaign",
    repeat="safe",
)
_DELETE_SCHEDULED_MULTICHANNEL_MESSAGE = Operation(
    "delete_scheduled_multichannel_message",
    "DELETE",
    "/multichannel/scheduled/{msgId}",
    parameters={"msg_id": field("msgId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_msg.DeleteScheduledMsg",
    repeat="safe",
)
_ESTIMATE_MULTICHANNEL_CAMPAIGN = Operation(
    "estimate_multichannel_campaign",
    "POST",
    "/multichannel/campaign/estimate",
    body=(
        "send_multichannel_campaign_request_estimate",
        "send_multichannel_campaign_request_estimate.SendMultichannelCampaignRequestEstimate",
    ),
    returns="send_multichannel_campaign_response.SendMultichannelCampaignResponse",
    repeat="safe",
)
_ESTIMATE_MULTICHANNEL_MESSAGE = Operation(
    "estimate_multichannel_message",
    "POST",
    "/multichannel/estimate",
    body=(
        "send_multichannel_message_request_estimate",
        "send_multichannel_message_request_estimate.SendMultichannelMessageRequestEstimate",
    ),
    returns="send_multichannel_message_response.SendMultichannelMessageResponse",
    repeat="safe",
)
_SEND_MULTICHANNEL_CAMPAIGN = Operation(
    "send_multichannel_campaign",
    "POST",
    "/multichannel/campaign",
    body=("send_multichannel_campaign_request", "send_multichannel_campaign_request.SendMultichannelCampaignRequest"),
    returns="send_multichannel_campaign_response.SendMultichannelCampaignResponse",
    repeat="keyed",
    paid=True,
)
_SEND_MULTICHANNEL_MESSAGE = Operation(
    "send_multichannel_message",
    "POST",
    "/multichannel",
    body=("send_multichannel_message_request", "send_multichannel_message_request.SendMultichannelMessageRequest"),
    returns="send_multichannel_message_response.SendMultichannelMessageResponse",
    repeat="keyed",
    paid=True,
)


class MultichannelApi(Api):
    """The Multichannel part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def delete_scheduled_multichannel_campaign(
        self, campaign_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled multichannel campaign.

        Deletes the part of a multichannel campaign, named by ``campaign_id``, that is still waiting to be sent. What
        those messages cost is credited back to the account. When sending has already begun, only messages still
        scheduled are dropped; those that have gone out cannot be recalled. The response counts the removed numbers and
        message parts and states the credit returned.

        :param campaign_id: ID of the Multichannel campaign to remove from the schedule. A UUID. Example:
            ``"7f4dcaae-1e87-4e1f-8cdb-af28f159f050"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1155).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /multichannel/scheduled/campaign/{campaignId}``
        """
        return self._call(_DELETE_SCHEDULED_MULTICHANNEL_CAMPAIGN, options, campaign_id=campaign_id)

    def delete_scheduled_multichannel_message(
        self, msg_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteScheduledMsg:
        """Cancel a scheduled multichannel message.

        Deletes a multichannel message, named by ``msg_id``, that is still waiting to be sent, and credits its cost back
        to the account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the Multichannel message to remove from the schedule. A UUID. Example:
            ``"6087b220-7b1b-479f-bc45-4f3514b67c97"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /multichannel/scheduled/{msgId}``
        """
        return self._call(_DELETE_SCHEDULED_MULTICHANNEL_MESSAGE, options, msg_id=msg_id)

    @overload
    def estimate_multichannel_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
        ttl: int | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse: ...

    @overload
    def estimate_multichannel_campaign(
        self,
        send_multichannel_campaign_request_estimate: SendMultichannelCampaignRequestEstimate
        | SendMultichannelCampaignRequestEstimateDict
        | SendMultichannelCampaignRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse: ...

    def estimate_multichannel_campaign(
        self,
        send_multichannel_campaign_request_estimate: SendMultichannelCampaignRequestEstimate
        | SendMultichannelCampaignRequestEstimateDict
        | SendMultichannelCampaignRequestEstimateWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict] = UNSET,
        ttl: int | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse:
        """Price a multichannel campaign without sending it.

        Calculates what a multichannel message to one or more contact groups would cost. It is a dry run of
        ``/multichannel/campaign``: the body is the same without ``idempotency_id``, and the response has the same form,
        but nothing is sent and nothing is billed.

        :param send_multichannel_campaign_request_estimate: the request, as SendMultichannelCampaignRequestEstimate or a
            dict; or give its fields by name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param strategy: Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If
            delivery fails (Viber not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be
            ``sms``. ``viber`` and ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms``
            entry takes ``text``. At least 2 items. Required.
        :param ttl: Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no
            ``DELIVERED`` report arrives in time, the next channel in ``strategy`` is triggered, and so on until the
            final ``sms`` failover. 300 to 1,209,600. Default: ``300``. Example: ``600``.
        :param scheduled_date: When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Multichannel message; must be a valid
            URL. Takes precedence over the application setting. A URL.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1112,
            1116, 1124, 1125, 1134, 1120, 1121, 1122, 1129, 1123, 1126, 1127, 1128).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114, 1130).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises NoCoverageException: no_coverage (1119).
        :raises ChannelNotActiveException: access_denied (1131).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /multichannel/campaign/estimate``
        """
        return self._call_with(
            _ESTIMATE_MULTICHANNEL_CAMPAIGN,
            options,
            send_multichannel_campaign_request_estimate,
            {
                "groups": groups,
                "from_": from_,
                "strategy": strategy,
                "ttl": ttl,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
            },
        )

    @overload
    def estimate_multichannel_message(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
        ttl: int | None = None,
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
    ) -> SendMultichannelMessageResponse: ...

    @overload
    def estimate_multichannel_message(
        self,
        send_multichannel_message_request_estimate: SendMultichannelMessageRequestEstimate
        | SendMultichannelMessageRequestEstimateDict
        | SendMultichannelMessageRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelMessageResponse: ...

    def estimate_multichannel_message(
        self,
        send_multichannel_message_request_estimate: SendMultichannelMessageRequestEstimate
        | SendMultichannelMessageRequestEstimateDict
        | SendMultichannelMessageRequestEstimateWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict] = UNSET,
        ttl: int | None = UNSET,
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
    ) -> SendMultichannelMessageResponse:
        """Price a multichannel message without sending it.

        Calculates what a multichannel message to the given numbers would cost. It is a dry run of ``/multichannel``:
        the body is the same without ``idempotency_id``, and the response has the same form, but nothing is sent and
        nothing is billed.

        :param send_multichannel_message_request_estimate: the request, as SendMultichannelMessageRequestEstimate or a
            dict; or give its fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param strategy: Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If
            delivery fails (Viber not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be
            ``sms``. ``viber`` and ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms``
            entry takes ``text``. At least 2 items. Required.
        :param ttl: Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no
            ``DELIVERED`` report arrives in time, the next channel in ``strategy`` is triggered, and so on until the
            final ``sms`` failover. 300 to 1,209,600. Default: ``300``. Example: ``600``.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Multichannel message; must be a valid
            URL. Takes precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1106, 1107, 1108, 1109, 1112, 1116, 1103, 1124,
            1125, 1134, 1120, 1121, 1122, 1129, 1123, 1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114, 1130).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ChannelNotActiveException: access_denied (1131).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /multichannel/estimate``
        """
        return self._call_with(
            _ESTIMATE_MULTICHANNEL_MESSAGE,
            options,
            send_multichannel_message_request_estimate,
            {
                "to": to,
                "from_": from_,
                "strategy": strategy,
                "ttl": ttl,
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
    def send_multichannel_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
        ttl: int | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        idempotency_id: str | UUID | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse: ...

    @overload
    def send_multichannel_campaign(
        self,
        send_multichannel_campaign_request: SendMultichannelCampaignRequest
        | SendMultichannelCampaignRequestDict
        | SendMultichannelCampaignRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse: ...

    def send_multichannel_campaign(
        self,
        send_multichannel_campaign_request: SendMultichannelCampaignRequest
        | SendMultichannelCampaignRequestDict
        | SendMultichannelCampaignRequestWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict] = UNSET,
        ttl: int | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        idempotency_id: str | UUID | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelCampaignResponse:
        """Send a multichannel campaign to contact groups.

        Messages every contact of the given groups (up to 25,000 numbers) with a failover plan: the channels in
        ``strategy`` are tried in order, and the last one is always ``sms``. The campaign is charged. To be able to
        repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotency_id``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every multichannel campaign is
        recommended. With ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_multichannel_campaign_request: the request, as SendMultichannelCampaignRequest or a dict; or give
            its fields by name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param strategy: Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If
            delivery fails (Viber not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be
            ``sms``. ``viber`` and ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms``
            entry takes ``text``. At least 2 items. Required.
        :param ttl: Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no
            ``DELIVERED`` report arrives in time, the next channel in ``strategy`` is triggered, and so on until the
            final ``sms`` failover. 300 to 1,209,600. Default: ``300``. Example: ``600``.
        :param scheduled_date: When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. Example: ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is
            False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Multichannel message; must be a valid
            URL. Takes precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1111,
            1112, 1116, 1124, 1125, 1134, 1120, 1121, 1122, 1129, 1123, 1126, 1127, 1128).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114, 1130).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ChannelNotActiveException: access_denied (1131).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /multichannel/campaign``
        """
        return self._call_with(
            _SEND_MULTICHANNEL_CAMPAIGN,
            options,
            send_multichannel_campaign_request,
            {
                "groups": groups,
                "from_": from_,
                "strategy": strategy,
                "ttl": ttl,
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
    def send_multichannel_message(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict],
        ttl: int | None = None,
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
    ) -> SendMultichannelMessageResponse: ...

    @overload
    def send_multichannel_message(
        self,
        send_multichannel_message_request: SendMultichannelMessageRequest
        | SendMultichannelMessageRequestDict
        | SendMultichannelMessageRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendMultichannelMessageResponse: ...

    def send_multichannel_message(
        self,
        send_multichannel_message_request: SendMultichannelMessageRequest
        | SendMultichannelMessageRequestDict
        | SendMultichannelMessageRequestWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        strategy: Sequence[Strategy | StrategyDict | StrategyWireDict] = UNSET,
        ttl: int | None = UNSET,
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
    ) -> SendMultichannelMessageResponse:
        """Send a multichannel message to one or more numbers.

        Messages one number or a list of up to 25,000 per request with a failover plan: the channels in ``strategy`` are
        tried in order, and the last one is always ``sms``. Messages are charged. Rather than calling it in a loop,
        collect the recipients and make one request, which takes less time overall and avoids parallel calls. To be able
        to repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotency_id``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. With ``short_response`` set to ``True``,
        ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_multichannel_message_request: the request, as SendMultichannelMessageRequest or a dict; or give its
            fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param strategy: Channels in sending order: ``viber``, ``whatsapp`` or both, each once, then ``sms``. If
            delivery fails (Viber not installed, ``ttl`` expired), the next ``channel`` is tried; the last must be
            ``sms``. ``viber`` and ``whatsapp`` entries take ``template_id``, an approved text template; the ``sms``
            entry takes ``text``. At least 2 items. Required.
        :param ttl: Seconds each channel has to deliver; default 300 (5 minutes), maximum 1209600 (14 days). If no
            ``DELIVERED`` report arrives in time, the next channel in ``strategy`` is triggered, and so on until the
            final ``sms`` failover. 300 to 1,209,600. Default: ``300``. Example: ``600``.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed Multichannel message, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With
            ``is_utc`` set to ``False``, the value counts as local time at the destination and the API converts it to
            UTC. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the Multichannel message; must be a valid
            URL. Takes precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5. Example:
            ``"ea625bf5-3cc9-414e-8405-530dbf0f0e8c"``.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1106, 1107, 1108, 1109, 1111, 1112, 1116, 1103,
            1124, 1125, 1134, 1120, 1121, 1122, 1129, 1123, 1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114, 1130).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ChannelNotActiveException: access_denied (1131).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /multichannel``
        """
        return self._call_with(
            _SEND_MULTICHANNEL_MESSAGE,
            options,
            send_multichannel_message_request,
            {
                "to": to,
                "from_": from_,
                "strategy": strategy,
                "ttl": ttl,
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
