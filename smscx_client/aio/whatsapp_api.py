# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client.aio.api import AsyncApi
from smscx_client.api.whatsapp_api import (
    _DELETE_SCHEDULED_WHATSAPP_MESSAGE,
    _ESTIMATE_WHATSAPP_MESSAGE,
    _SEND_WHATSAPP_MESSAGE,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import CallOptions
    from smscx_client.model.delete_scheduled_msg import DeleteScheduledMsg
    from smscx_client.model.send_whatsapp_message_request import SendWhatsappMessageRequest
    from smscx_client.model.send_whatsapp_message_request_estimate import SendWhatsappMessageRequestEstimate
    from smscx_client.model.send_whatsapp_message_response import SendWhatsappMessageResponse

__all__ = ["AsyncWhatsappApi"]


class AsyncWhatsappApi(AsyncApi):
    """The WhatsApp part of the API, for ``AsyncClient``."""

    async def delete_scheduled_whatsapp_message(
        self, msg_id: str, **options: Unpack[CallOptions]
    ) -> DeleteScheduledMsg:
        """Cancel a scheduled WhatsApp message.

        Deletes a WhatsApp message, named by ``msgId``, that is still waiting to be sent, and credits its cost back to
        the account. Messages that are not scheduled cannot be deleted. The response states the credit returned.

        :param msg_id: ID of the WhatsApp message to remove from the schedule. A UUID.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1115).
        :raises AccessDeniedException: access_denied (1118).
        :raises ResourceNotFoundException: not_found (1100).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /whatsapp/scheduled/{msgId}``
        """
        return await self._call(_DELETE_SCHEDULED_WHATSAPP_MESSAGE, options, msg_id=msg_id)

    async def estimate_whatsapp_message(
        self,
        send_whatsapp_message_request_estimate: SendWhatsappMessageRequestEstimate | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> SendWhatsappMessageResponse:
        """Price a WhatsApp message without sending it.

        Calculates what a WhatsApp message would cost. It is a dry run of ``/whatsapp``: the body is the same without
        ``idempotencyId``, and the response has the same form, but nothing is sent and nothing is billed.

        :param send_whatsapp_message_request_estimate: the request, as SendWhatsappMessageRequestEstimate or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1104, 1105, 1108, 1109, 1112, 1116, 1103, 1126, 1127, 1128).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises TemplateNotApprovedException: access_denied (1132, 1133).
        :raises NoCoverageException: no_coverage (1119).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /whatsapp/estimate``
        """
        return await self._call(
            _ESTIMATE_WHATSAPP_MESSAGE,
            options,
            send_whatsapp_message_request_estimate=send_whatsapp_message_request_estimate,
        )

    async def send_whatsapp_message(
        self, send_whatsapp_message_request: SendWhatsappMessageRequest | dict[str, Any], **options: Unpack[CallOptions]
    ) -> SendWhatsappMessageResponse:
        """Send a WhatsApp message to a single number.

        Sends an approved WhatsApp template, and charges for it. The API describes it for one phone number; ``to`` is a
        list of them. To be able to repeat the request safely after a network error or timeout, put a UUID of your own
        (version 1 to 5) into ``idempotencyId``; a repeat with the same value is neither carried out nor billed again.
        The server confirms it by echoing the value in the ``X-Idempotency-Id`` response header. The message starts as
        ``ACCEPTED`` or ``SCHEDULED``, or at no cost as ``REJECTED`` (opted out) or ``NO COVERAGE``. With
        ``shortResponse`` set to ``true``, ``data`` is left empty while ``info`` stays complete.

        **Costs money.**

        :param send_whatsapp_message_request: the request, as SendWhatsappMessageRequest or a dict.
        :param options: options of every method; see :class:`~smscx_client.api_client.CallOptions`.
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
        return await self._call(
            _SEND_WHATSAPP_MESSAGE, options, send_whatsapp_message_request=send_whatsapp_message_request
        )
