# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi
from smscx_client.api.sms_api import (
    _DELETE_SCHEDULED_SMS,
    _DELETE_SCHEDULED_SMS_CAMPAIGN,
    _ESTIMATE_SMS,
    _ESTIMATE_SMS_CAMPAIGN,
    _SEND_SMS,
    _SEND_SMS_CAMPAIGN,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_sms_campaign_request import SendSmsCampaignRequest
    from smscx_client.model.send_sms_campaign_request_estimate import SendSmsCampaignRequestEstimate
    from smscx_client.model.send_sms_campaign_response import SendSmsCampaignResponse
    from smscx_client.model.send_sms_message_request import SendSmsMessageRequest
    from smscx_client.model.send_sms_message_response import SendSmsMessageResponse
    from smscx_client.model.send_sms_request_estimate import SendSmsRequestEstimate

__all__ = ["AsyncSmsApi"]


class AsyncSmsApi(AsyncApi):
    """The SMS part of the API, for ``AsyncClient``."""

    async def delete_scheduled_sms(self, msg_id: str, **options: Unpack[CallOptions]) -> DeleteScheduledMsg:
        """Cancel a scheduled SMS.

        Deletes an SMS, named by ``msgId``, that is still waiting to be sent, and credits its cost back to the account.
        Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the SMS to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises InvalidRequestException: invalid_param (1115).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /sms/scheduled/{msgId}``
        """
        return await self._call(_DELETE_SCHEDULED_SMS, options, msg_id=msg_id)

    async def delete_scheduled_sms_campaign(
        self, campaign_id: str, **options: Unpack[CallOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled SMS campaign.

        Deletes the part of an SMS campaign, named by ``campaignId``, that is still waiting to be sent. What those
        messages cost is credited back to the account. When sending has already begun, only messages still scheduled are
        dropped; those that have gone out cannot be recalled. The response counts the removed numbers and message parts
        and states the credit returned.

        :param campaign_id: ID of the SMS campaign to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises InvalidRequestException: invalid_param (1155).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /sms/scheduled/campaign/{campaignId}``
        """
        return await self._call(_DELETE_SCHEDULED_SMS_CAMPAIGN, options, campaign_id=campaign_id)

    async def estimate_sms(
        self, send_sms_request_estimate: SendSmsRequestEstimate | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendSmsMessageResponse:
        """Price an SMS without sending it.

        Calculates what an SMS to the given numbers would cost. The response has the same form as that of ``/sms``.
        Estimating is not charged.

        :param send_sms_request_estimate: the request, as SendSmsRequestEstimate or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1106, 1107, 1108, 1109, 1112, 1116, 1103, 1110,
            1135, 1503, 1136, 1137).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/estimate``
        """
        return await self._call(_ESTIMATE_SMS, options, send_sms_request_estimate=send_sms_request_estimate)

    async def estimate_sms_campaign(
        self,
        send_sms_campaign_request_estimate: SendSmsCampaignRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendSmsCampaignResponse:
        """Price an SMS campaign without sending it.

        Calculates what an SMS to every contact of one or more groups would cost. The response has the same form as that
        of ``/sms/campaign``. Estimating is not charged.

        :param send_sms_campaign_request_estimate: the request, as SendSmsCampaignRequestEstimate or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1112,
            1116, 1110, 1135, 1503, 1136, 1137).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/campaign/estimate``
        """
        return await self._call(
            _ESTIMATE_SMS_CAMPAIGN, options, send_sms_campaign_request_estimate=send_sms_campaign_request_estimate
        )

    async def send_sms(
        self, send_sms_message_request: SendSmsMessageRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendSmsMessageResponse:
        """Send an SMS to one or more numbers.

        Sends a text to one number or to a list of up to 25,000 per request, and charges for it. Rather than calling it
        in a loop, collect the recipients and make one request, which takes less time overall and avoids parallel calls.
        To be able to repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to
        5) into ``idempotencyId``; a repeat with the same value is neither carried out nor billed again. The server
        confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Each message starts as
        ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``. With
        ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_sms_message_request: the request, as SendSmsMessageRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1103, 1104, 1105, 1106, 1107, 1108, 1109, 1111, 1112, 1116,
            1110, 1135, 1503, 1136, 1137).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms``
        """
        return await self._call(_SEND_SMS, options, send_sms_message_request=send_sms_message_request)

    async def send_sms_campaign(
        self, send_sms_campaign_request: SendSmsCampaignRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendSmsCampaignResponse:
        """Send an SMS campaign to contact groups.

        Sends a text to every contact of the given groups (up to 25,000 numbers), and charges for it. To be able to
        repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotencyId``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every SMS campaign is
        recommended. Each message starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or
        ``NO COVERAGE``. With ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_sms_campaign_request: the request, as SendSmsCampaignRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1101, 1140, 1102, 1103, 1105, 1106, 1107, 1108, 1109, 1111,
            1112, 1116, 1110, 1135, 1503, 1136, 1137).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /sms/campaign``
        """
        return await self._call(_SEND_SMS_CAMPAIGN, options, send_sms_campaign_request=send_sms_campaign_request)
