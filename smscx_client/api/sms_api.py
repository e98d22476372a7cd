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
    from smscx_client.model.send_sms_campaign_request import SendSmsCampaignRequest
    from smscx_client.model.send_sms_campaign_request_estimate import SendSmsCampaignRequestEstimate
    from smscx_client.model.send_sms_campaign_response import SendSmsCampaignResponse
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
    from smscx_client.model.send_sms_message_response import SendSmsMessageResponse
    from smscx_client.model.send_sms_request_estimate import SendSmsRequestEstimate
    from smscx_client.model.transliteration import Transliteration
    from smscx_client.types import (
        SendSmsCampaignRequestDict,
        SendSmsCampaignRequestEstimateDict,
        SendSmsCampaignRequestEstimateWireDict,
        SendSmsCampaignRequestWireDict,
        SendSmsMessageRequestDict,
        SendSmsMessageRequestWireDict,
        SendSmsRequestEstimateDict,
        SendSmsRequestEstimateWireDict,
        TransliterationDict,
        TransliterationWireDict,
    )


__all__ = ["SmsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_DELETE_SCHEDULED_SMS = Operation(
    "delete_scheduled_sms",
    "DELETE",
    "/sms/scheduled/{msgId}",
    parameters={"msg_id": field("msgId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_msg.DeleteScheduledMsg",
    repeat="safe",
)
_DELETE_SCHEDULED_SMS_CAMPAIGN = Operation(
    "delete_scheduled_sms_campaign",
    "DELETE",
    "/sms/scheduled/campaign/{campaignId}",
    parameters={"campaign_id": field("campaignId", type="uuid", required=True, format="uuid")},
    returns="delete_scheduled_campaign.DeleteScheduledCampaign",
    repeat="safe",
)
_ESTIMATE_SMS = Operation(
    "estimate_sms",
    "POST",
    "/sms/estimate",
    body=("send_sms_request_estimate", "send_sms_request_estimate.SendSmsRequestEstimate"),
    returns="send_sms_message_response.SendSmsMessageResponse",
    repeat="safe",
)
_ESTIMATE_SMS_CAMPAIGN = Operation(
    "estimate_sms_campaign",
    "POST",
    "/sms/campaign/estimate",
    body=("send_sms_campaign_request_estimate", "send_sms_campaign_request_estimate.SendSmsCampaignRequestEstimate"),
    returns="send_sms_campaign_response.SendSmsCampaignResponse",
    repeat="safe",
)
_SEND_SMS = Operation(
    "send_sms",
    "POST",
    "/sms",
    body=("send_sms_message_request", "send_sms_message_request.SendSmsMessageRequest"),
    returns="send_sms_message_response.SendSmsMessageResponse",
    repeat="keyed",
    paid=True,
)
_SEND_SMS_CAMPAIGN = Operation(
    "send_sms_campaign",
    "POST",
    "/sms/campaign",
    body=("send_sms_campaign_request", "send_sms_campaign_request.SendSmsCampaignRequest"),
    returns="send_sms_campaign_response.SendSmsCampaignResponse",
    repeat="keyed",
    paid=True,
)


class SmsApi(Api):
    """The SMS part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def delete_scheduled_sms(self, msg_id: str, **options: Unpack[RequestOptions]) -> DeleteScheduledMsg:
        """Cancel a scheduled SMS.

        Deletes an SMS, named by ``msg_id``, that is still waiting to be sent, and credits its cost back to the account.
        Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the SMS to remove from the schedule. A UUID. Example:
            ``"7c9d4a52-1e6b-4f38-8a0d-5b2e9f3c6d71"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises InvalidRequestException: invalid_param (1115).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /sms/scheduled/{msgId}``
        """
        return self._call(_DELETE_SCHEDULED_SMS, options, msg_id=msg_id)

    def delete_scheduled_sms_campaign(
        self, campaign_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled SMS campaign.

        Deletes the part of an SMS campaign, named by ``campaign_id``, that is still waiting to be sent. What those
        messages cost is credited back to the account. When sending has already begun, only messages still scheduled are
        dropped; those that have gone out cannot be recalled. The response counts the removed numbers and message parts
        and states the credit returned.

        :param campaign_id: ID of the SMS campaign to remove from the schedule. A UUID. Example:
            ``"d658b586-93b0-441a-9eb1-dc433430c9c9"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises InvalidRequestException: invalid_param (1155).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /sms/scheduled/campaign/{campaignId}``
        """
        return self._call(_DELETE_SCHEDULED_SMS_CAMPAIGN, options, campaign_id=campaign_id)

    @overload
    def estimate_sms(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        text: str,
        country_iso: str | None = None,
        allow_invalid: bool | None = None,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        track_data: str | UUID | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse: ...

    @overload
    def estimate_sms(
        self,
        send_sms_request_estimate: SendSmsRequestEstimate | SendSmsRequestEstimateDict | SendSmsRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse: ...

    def estimate_sms(
        self,
        send_sms_request_estimate: SendSmsRequestEstimate
        | SendSmsRequestEstimateDict
        | SendSmsRequestEstimateWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        text: str = UNSET,
        country_iso: str | None = UNSET,
        allow_invalid: bool | None = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        track_data: str | UUID | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse:
        """Price an SMS without sending it.

        Calculates what an SMS to the given numbers would cost. The response has the same form as that of ``/sms``.
        Estimating is not charged.

        :param send_sms_request_estimate: the request, as SendSmsRequestEstimate or a dict; or give its fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Required.
        :param text: SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count
            as two. With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer
            texts are sent in up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part).
            Links: ``{{optoutLink}}`` (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked
            short link, unique per contact, showing which number clicked); an unknown ID is an error. Random strings, 4
            characters by default or a given length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits);
            ``{{letters}}``, ``{{letters:10}}`` (letters); ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current
            date, as in ``7 Aug 2022``: ``{{today}}``. At least 1 character. Required.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
            ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime
            without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes
            precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param transliteration: Transliteration options for the text.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1106, 1107, 1108, 1109, 1112, 1116, 1103, 1110,
            1135, 1503, 1136, 1137).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/estimate``
        """
        return self._call_with(
            _ESTIMATE_SMS,
            options,
            send_sms_request_estimate,
            {
                "to": to,
                "from_": from_,
                "text": text,
                "country_iso": country_iso,
                "allow_invalid": allow_invalid,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "track_data": track_data,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
                "transliteration": transliteration,
            },
        )

    @overload
    def estimate_sms_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        text: str,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse: ...

    @overload
    def estimate_sms_campaign(
        self,
        send_sms_campaign_request_estimate: SendSmsCampaignRequestEstimate
        | SendSmsCampaignRequestEstimateDict
        | SendSmsCampaignRequestEstimateWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse: ...

    def estimate_sms_campaign(
        self,
        send_sms_campaign_request_estimate: SendSmsCampaignRequestEstimate
        | SendSmsCampaignRequestEstimateDict
        | SendSmsCampaignRequestEstimateWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        text: str = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse:
        """Price an SMS campaign without sending it.

        Calculates what an SMS to every contact of one or more groups would cost. The response has the same form as that
        of ``/sms/campaign``. Estimating is not charged.

        :param send_sms_campaign_request_estimate: the request, as SendSmsCampaignRequestEstimate or a dict; or give its
            fields by name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Required.
        :param text: SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count
            as two. With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer
            texts are sent in up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part).
            Contact data saved in the group, an empty text if the contact has none: ``{{firstName}}``, ``{{lastName}}``,
            ``{{email}}``, ``{{field1}}`` to ``{{field5}}``, ``{{<CUSTOM-FIELD>}}`` (a saved custom field, as in
            ``{{height}}``). Links: ``{{optoutLink}}`` (opt-out), ``{{attachement:<ID>}}`` (attachment),
            ``{{shortlink:<ID>}}`` (tracked short link, unique per contact, showing which number clicked); an unknown ID
            is an error. Random strings, 4 characters by default or a given length of 1 to 20: ``{{numbers}}``,
            ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters); ``{{alphanumeric}}``,
            ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least 1 character.
            Required.
        :param scheduled_date: When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
            ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime
            without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes
            precedence over the application setting. A URL.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param transliteration: Transliteration options for the text.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1112,
            1116, 1110, 1135, 1503, 1136, 1137).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/campaign/estimate``
        """
        return self._call_with(
            _ESTIMATE_SMS_CAMPAIGN,
            options,
            send_sms_campaign_request_estimate,
            {
                "groups": groups,
                "from_": from_,
                "text": text,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
                "transliteration": transliteration,
            },
        )

    @overload
    def send_sms(
        self,
        *,
        to: str | Sequence[str],
        from_: str,
        text: str,
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
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse: ...

    @overload
    def send_sms(
        self,
        send_sms_message_request: SendSmsMessageRequest | SendSmsMessageRequestDict | SendSmsMessageRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse: ...

    def send_sms(
        self,
        send_sms_message_request: SendSmsMessageRequest
        | SendSmsMessageRequestDict
        | SendSmsMessageRequestWireDict = UNSET,
        *,
        to: str | Sequence[str] = UNSET,
        from_: str = UNSET,
        text: str = UNSET,
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
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendSmsMessageResponse:
        """Send an SMS to one or more numbers.

        Sends a text to one number or to a list of up to 25,000 per request, and charges for it. Rather than calling it
        in a loop, collect the recipients and make one request, which takes less time overall and avoids parallel calls.
        To be able to repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to
        5) into ``idempotency_id``; a repeat with the same value is neither carried out nor billed again. The server
        confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Each message starts as
        ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``. With
        ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_sms_message_request: the request, as SendSmsMessageRequest or a dict; or give its fields by name.
        :param to: Recipients: a list of phone numbers, in E.164 or national format. With national numbers, supply
            ``country_iso`` so that validation is reliable. A number that is in the list twice gets the message twice,
            and both are charged. 1 to 25,000 items. Example: ``["+31612469333"]``. A single string counts as a list of
            one. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Required.
        :param text: SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count
            as two. With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer
            texts are sent in up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part).
            Links: ``{{optoutLink}}`` (opt-out), ``{{attachement:<ID>}}`` (attachment), ``{{shortlink:<ID>}}`` (tracked
            short link, unique per contact, showing which number clicked); an unknown ID is an error. Random strings, 4
            characters by default or a given length of 1 to 20: ``{{numbers}}``, ``{{numbers:8}}`` (digits);
            ``{{letters}}``, ``{{letters:10}}`` (letters); ``{{alphanumeric}}``, ``{{alphanumeric:6}}`` (both). Current
            date, as in ``7 Aug 2022``: ``{{today}}``. At least 1 character. Example: ``"Your parcel arrives today
            between 14:00 and 16:00."``. Required.
        :param country_iso: ISO 3166-1 alpha-2 country of recipients given in national format, such as ``FR`` for France
            or ``GB`` (not ``UK``) for the United Kingdom. Has no effect on ``to`` numbers in E.164 format. 2
            characters; an ISO 3166-1 alpha-2 code.
        :param allow_invalid: When ``True``, the request goes ahead even if ``to`` holds invalid numbers, and these are
            listed in ``info.invalid``. By default, invalid numbers cause an error. Default: ``False``.
        :param scheduled_date: When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
            ``False``, the value counts as local time at the destination and the API converts it to UTC. A datetime
            without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes
            precedence over the application setting. A URL.
        :param track_data: Client's own tracking ID, a UUID (v1-v5), returned in the response and in every callback. A
            value that is not a valid UUID is dropped without an error. A UUID of version 1 to 5.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param transliteration: Transliteration options for the text.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1103, 1104, 1105, 1106, 1107, 1108, 1109, 1111, 1112, 1116,
            1110, 1135, 1503, 1136, 1137).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms``
        """
        return self._call_with(
            _SEND_SMS,
            options,
            send_sms_message_request,
            {
                "to": to,
                "from_": from_,
                "text": text,
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
                "transliteration": transliteration,
            },
        )

    @overload
    def send_sms_campaign(
        self,
        *,
        groups: Sequence[int],
        from_: str,
        text: str,
        scheduled_date: datetime | str | None = None,
        is_utc: bool | None = None,
        dlr_callback_url: str | None = None,
        short_response: bool | None = None,
        no_text_details: bool | None = None,
        show_timezone: bool | None = None,
        idempotency_id: str | UUID | None = None,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse: ...

    @overload
    def send_sms_campaign(
        self,
        send_sms_campaign_request: SendSmsCampaignRequest | SendSmsCampaignRequestDict | SendSmsCampaignRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse: ...

    def send_sms_campaign(
        self,
        send_sms_campaign_request: SendSmsCampaignRequest
        | SendSmsCampaignRequestDict
        | SendSmsCampaignRequestWireDict = UNSET,
        *,
        groups: Sequence[int] = UNSET,
        from_: str = UNSET,
        text: str = UNSET,
        scheduled_date: datetime | str | None = UNSET,
        is_utc: bool | None = UNSET,
        dlr_callback_url: str | None = UNSET,
        short_response: bool | None = UNSET,
        no_text_details: bool | None = UNSET,
        show_timezone: bool | None = UNSET,
        idempotency_id: str | UUID | None = UNSET,
        transliteration: Transliteration | TransliterationDict | TransliterationWireDict | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SendSmsCampaignResponse:
        """Send an SMS campaign to contact groups.

        Sends a text to every contact of the given groups (up to 25,000 numbers), and charges for it. To be able to
        repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotency_id``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every SMS campaign is
        recommended. Each message starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or
        ``NO COVERAGE``. With ``short_response`` set to ``True``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_sms_campaign_request: the request, as SendSmsCampaignRequest or a dict; or give its fields by name.
        :param groups: Identifiers of the contact groups that the campaign is sent to. At least 1 item. Example:
            ``[4501]``. Required.
        :param from_: Originator (sender name) shown on the message, 3 to 15 characters. An unapproved one is swapped
            for a system default such as ``InfoText``. Example: ``"MyShop"``. Required.
        :param text: SMS text. One message holds 160 characters of GSM-7, where ``€``, ``[``, ``{`` and some more count
            as two. With a character outside GSM-7 (such as ``ç`` or ``ł``, not ``ö`` or ``ü``) it holds 70. Longer
            texts are sent in up to 10 parts: 1530 characters in GSM-7 (153 per part), 670 with others (67 per part).
            Contact data saved in the group, an empty text if the contact has none: ``{{firstName}}``, ``{{lastName}}``,
            ``{{email}}``, ``{{field1}}`` to ``{{field5}}``, ``{{<CUSTOM-FIELD>}}`` (a saved custom field, as in
            ``{{height}}``). Links: ``{{optoutLink}}`` (opt-out), ``{{attachement:<ID>}}`` (attachment),
            ``{{shortlink:<ID>}}`` (tracked short link, unique per contact, showing which number clicked); an unknown ID
            is an error. Random strings, 4 characters by default or a given length of 1 to 20: ``{{numbers}}``,
            ``{{numbers:8}}`` (digits); ``{{letters}}``, ``{{letters:10}}`` (letters); ``{{alphanumeric}}``,
            ``{{alphanumeric:6}}`` (both). Current date, as in ``7 Aug 2022``: ``{{today}}``. At least 1 character.
            Required.
        :param scheduled_date: When to send a delayed SMS, as ``YYYY-MM-DD HH:MM:SS`` in UTC. With ``is_utc`` set to
            ``False``, the value counts as local time at the destination and the API converts it to UTC. Example:
            ``"2035-06-01 09:00:00"``. A datetime without a time zone counts as UTC, unless ``is_utc`` is False.
        :param is_utc: Set to ``False`` when ``scheduled_date`` is in the local time of the destination number instead
            of UTC; the API then calculates the offset and converts it to UTC. Default: ``True``.
        :param dlr_callback_url: Webhook that is sent the delivery reports of the SMS; must be a valid URL. Takes
            precedence over the application setting. A URL. Example: ``"https://example.com/webhooks/dlr"``.
        :param short_response: When ``True``, ``data`` comes back empty and only ``info`` is filled in, which reduces
            the response size. Default: ``False``.
        :param no_text_details: Leaves ``data.text`` and ``data.text_analysis`` out of the response, to keep it small
            when sending to long lists of numbers. Default: ``False``.
        :param show_timezone: Includes a ``timezone`` value with every phone number returned. Default: ``False``.
        :param idempotency_id: Idempotency key: a unique UUID (v1-v5) created by the client. Anything that is not a
            valid UUID is rejected with an error. A UUID of version 1 to 5. The client generates one if you pass none.
        :param transliteration: Transliteration options for the text.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1111,
            1112, 1116, 1110, 1135, 1503, 1136, 1137).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/campaign``
        """
        return self._call_with(
            _SEND_SMS_CAMPAIGN,
            options,
            send_sms_campaign_request,
            {
                "groups": groups,
                "from_": from_,
                "text": text,
                "scheduled_date": scheduled_date,
                "is_utc": is_utc,
                "dlr_callback_url": dlr_callback_url,
                "short_response": short_response,
                "no_text_details": no_text_details,
                "show_timezone": show_timezone,
                "idempotency_id": idempotency_id,
                "transliteration": transliteration,
            },
        )
