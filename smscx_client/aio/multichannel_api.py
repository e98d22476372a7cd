# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi
from smscx_client.api.multichannel_api import (
    _DELETE_SCHEDULED_MULTICHANNEL_CAMPAIGN,
    _DELETE_SCHEDULED_MULTICHANNEL_MESSAGE,
    _ESTIMATE_MULTICHANNEL_CAMPAIGN,
    _ESTIMATE_MULTICHANNEL_MESSAGE,
    _SEND_MULTICHANNEL_CAMPAIGN,
    _SEND_MULTICHANNEL_MESSAGE,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_multichannel_campaign_request import SendMultichannelCampaignRequest
    from smscx_client.model.send_multichannel_campaign_request_estimate import SendMultichannelCampaignRequestEstimate
    from smscx_client.model.send_multichannel_campaign_response import SendMultichannelCampaignResponse
    from smscx_client.model.send_multichannel_message_request import SendMultichannelMessageRequest
    from smscx_client.model.send_multichannel_message_request_estimate import SendMultichannelMessageRequestEstimate
    from smscx_client.model.send_multichannel_message_response import SendMultichannelMessageResponse

__all__ = ["AsyncMultichannelApi"]


class AsyncMultichannelApi(AsyncApi):
    """The Multichannel part of the API, for ``AsyncClient``."""

    async def delete_scheduled_multichannel_campaign(
        self, campaign_id: str, **options: Unpack[CallOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled multichannel campaign.

        Deletes the part of a multichannel campaign, named by ``campaignId``, that is still waiting to be sent. What
        those messages cost is credited back to the account. When sending has already begun, only messages still
        scheduled are dropped; those that have gone out cannot be recalled. The response counts the removed numbers and
        message parts and states the credit returned.

        :param campaign_id: ID of the Multichannel campaign to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1155).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /multichannel/scheduled/campaign/{campaignId}``
        """
        return await self._call(_DELETE_SCHEDULED_MULTICHANNEL_CAMPAIGN, options, campaign_id=campaign_id)

    async def delete_scheduled_multichannel_message(
        self, msg_id: str, **options: Unpack[CallOptions]
    ) -> DeleteScheduledMsg:
        """Cancel a scheduled multichannel message.

        Deletes a multichannel message, named by ``msgId``, that is still waiting to be sent, and credits its cost back
        to the account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the Multichannel message to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /multichannel/scheduled/{msgId}``
        """
        return await self._call(_DELETE_SCHEDULED_MULTICHANNEL_MESSAGE, options, msg_id=msg_id)

    async def estimate_multichannel_campaign(
        self,
        send_multichannel_campaign_request_estimate: SendMultichannelCampaignRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendMultichannelCampaignResponse:
        """Price a multichannel campaign without sending it.

        Calculates what a multichannel message to one or more contact groups would cost. It is a dry run of
        ``/multichannel/campaign``: the body is the same without ``idempotencyId``, and the response has the same form,
        but nothing is sent and nothing is billed.

        :param send_multichannel_campaign_request_estimate: the request, as SendMultichannelCampaignRequestEstimate or a
            dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _ESTIMATE_MULTICHANNEL_CAMPAIGN,
            options,
            send_multichannel_campaign_request_estimate=send_multichannel_campaign_request_estimate,
        )

    async def estimate_multichannel_message(
        self,
        send_multichannel_message_request_estimate: SendMultichannelMessageRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendMultichannelMessageResponse:
        """Price a multichannel message without sending it.

        Calculates what a multichannel message to the given numbers would cost. It is a dry run of ``/multichannel``:
        the body is the same without ``idempotencyId``, and the response has the same form, but nothing is sent and
        nothing is billed.

        :param send_multichannel_message_request_estimate: the request, as SendMultichannelMessageRequestEstimate or a
            dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _ESTIMATE_MULTICHANNEL_MESSAGE,
            options,
            send_multichannel_message_request_estimate=send_multichannel_message_request_estimate,
        )

    async def send_multichannel_campaign(
        self,
        send_multichannel_campaign_request: SendMultichannelCampaignRequest | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendMultichannelCampaignResponse:
        """Send a multichannel campaign to contact groups.

        Messages every contact of the given groups (up to 25,000 numbers) with a failover plan: the channels in
        ``strategy`` are tried in order, and the last one is always ``sms``. The campaign is charged. To be able to
        repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotencyId``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every multichannel campaign is
        recommended. With ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_multichannel_campaign_request: the request, as SendMultichannelCampaignRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _SEND_MULTICHANNEL_CAMPAIGN, options, send_multichannel_campaign_request=send_multichannel_campaign_request
        )

    async def send_multichannel_message(
        self,
        send_multichannel_message_request: SendMultichannelMessageRequest | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendMultichannelMessageResponse:
        """Send a multichannel message to one or more numbers.

        Messages one number or a list of up to 25,000 per request with a failover plan: the channels in ``strategy`` are
        tried in order, and the last one is always ``sms``. Messages are charged. Rather than calling it in a loop,
        collect the recipients and make one request, which takes less time overall and avoids parallel calls. To be able
        to repeat the request safely after a network error or timeout, put a UUID of your own (version 1 to 5) into
        ``idempotencyId``; a repeat with the same value is neither carried out nor billed again. The server confirms it
        by echoing the value in the ``X-Idempotency-Id`` response header. With ``shortResponse`` set to ``true``,
        ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_multichannel_message_request: the request, as SendMultichannelMessageRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _SEND_MULTICHANNEL_MESSAGE, options, send_multichannel_message_request=send_multichannel_message_request
        )
