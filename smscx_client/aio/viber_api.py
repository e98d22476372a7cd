# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi
from smscx_client.api.viber_api import (
    _DELETE_SCHEDULED_VIBER_CAMPAIGN,
    _DELETE_SCHEDULED_VIBER_MESSAGE,
    _ESTIMATE_VIBER_CAMPAIGN,
    _ESTIMATE_VIBER_MESSAGE,
    _SEND_VIBER_CAMPAIGN,
    _SEND_VIBER_MESSAGE,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.delete_scheduled_campaign import DeleteScheduledCampaign
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_viber_campaign_request import SendViberCampaignRequest
    from smscx_client.model.send_viber_campaign_request_estimate import SendViberCampaignRequestEstimate
    from smscx_client.model.send_viber_campaign_response import SendViberCampaignResponse
    from smscx_client.model.send_viber_message_request import SendViberMessageRequest
    from smscx_client.model.send_viber_message_request_estimate import SendViberMessageRequestEstimate
    from smscx_client.model.send_viber_message_response import SendViberMessageResponse

__all__ = ["AsyncViberApi"]


class AsyncViberApi(AsyncApi):
    """The Viber part of the API, for ``AsyncClient``."""

    async def delete_scheduled_viber_campaign(
        self, campaign_id: str, **options: Unpack[CallOptions]
    ) -> DeleteScheduledCampaign:
        """Cancel a scheduled Viber campaign.

        Deletes the part of a Viber campaign, named by ``campaignId``, that is still waiting to be sent. What those
        messages cost is credited back to the account. When sending has already begun, only messages still scheduled are
        dropped; those that have gone out cannot be recalled. The response counts the removed numbers and message parts
        and states the credit returned.

        :param campaign_id: ID of the Viber campaign to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1155).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1150).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /viber/scheduled/campaign/{campaignId}``
        """
        return await self._call(_DELETE_SCHEDULED_VIBER_CAMPAIGN, options, campaign_id=campaign_id)

    async def delete_scheduled_viber_message(self, msg_id: str, **options: Unpack[CallOptions]) -> DeleteScheduledMsg:
        """Cancel a scheduled Viber message.

        Deletes a Viber message, named by ``msgId``, that is still waiting to be sent, and credits its cost back to the
        account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the Viber message to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /viber/scheduled/{msgId}``
        """
        return await self._call(_DELETE_SCHEDULED_VIBER_MESSAGE, options, msg_id=msg_id)

    async def estimate_viber_campaign(
        self,
        send_viber_campaign_request_estimate: SendViberCampaignRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendViberCampaignResponse:
        """Price a Viber campaign without sending it.

        Calculates what a Viber message to one or more contact groups would cost. It is a dry run of
        ``/viber/campaign``: the body is the same without ``idempotencyId``, and the response has the same form, but
        nothing is sent and nothing is billed.

        :param send_viber_campaign_request_estimate: the request, as SendViberCampaignRequestEstimate or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _ESTIMATE_VIBER_CAMPAIGN, options, send_viber_campaign_request_estimate=send_viber_campaign_request_estimate
        )

    async def estimate_viber_message(
        self,
        send_viber_message_request_estimate: SendViberMessageRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendViberMessageResponse:
        """Price a Viber message without sending it.

        Calculates what a Viber message to the given numbers would cost. It is a dry run of ``/viber``: the body is the
        same without ``idempotencyId``, and the response has the same form, but nothing is sent and nothing is billed.

        :param send_viber_message_request_estimate: the request, as SendViberMessageRequestEstimate or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1108, 1109, 1112, 1116, 1103, 1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises NoCoverageException: no_coverage (1119).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /viber/estimate``
        """
        return await self._call(
            _ESTIMATE_VIBER_MESSAGE, options, send_viber_message_request_estimate=send_viber_message_request_estimate
        )

    async def send_viber_campaign(
        self, send_viber_campaign_request: SendViberCampaignRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendViberCampaignResponse:
        """Send a Viber campaign to contact groups.

        Sends an approved Viber template to every contact of the given groups (up to 25,000 numbers), and charges for
        it. To be able to repeat the request safely after a network error or timeout, put a UUID of your own (version 1
        to 5) into ``idempotencyId``; a repeat with the same value is neither carried out nor billed again. The server
        confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Using it for every Viber campaign
        is recommended. Each message starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out)
        or ``NO COVERAGE``. With ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays
        complete.

        **Costs money.**

        :param send_viber_campaign_request: the request, as SendViberCampaignRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(_SEND_VIBER_CAMPAIGN, options, send_viber_campaign_request=send_viber_campaign_request)

    async def send_viber_message(
        self, send_viber_message_request: SendViberMessageRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendViberMessageResponse:
        """Send a Viber message to one or more numbers.

        Sends an approved Viber template to one number or to a list of up to 25,000 per request, and charges for it.
        Rather than calling it in a loop, collect the recipients and make one request, which takes less time overall and
        avoids parallel calls. To be able to repeat the request safely after a network error or timeout, put a UUID of
        your own (version 1 to 5) into ``idempotencyId``; a repeat with the same value is neither carried out nor billed
        again. The server confirms it by echoing the value in the ``X-Idempotency-Id`` response header. Each message
        starts as ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``. With
        ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_viber_message_request: the request, as SendViberMessageRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(_SEND_VIBER_MESSAGE, options, send_viber_message_request=send_viber_message_request)
