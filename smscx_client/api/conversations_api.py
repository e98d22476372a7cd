# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.model.conversation_details_response import ConversationDetailsResponse
    from smscx_client.model.conversation_read_response import ConversationReadResponse
    from smscx_client.model.conversation_reply_sms_request import ConversationReplySmsRequest
    from smscx_client.model.conversation_reply_sms_response import ConversationReplySmsResponse
    from smscx_client.model.conversation_reply_viber_request import ConversationReplyViberRequest
    from smscx_client.model.conversation_reply_viber_respone import ConversationReplyViberRespone
    from smscx_client.model.conversation_reply_whatsapp_request import ConversationReplyWhatsappRequest
    from smscx_client.model.conversation_reply_whatsapp_response import ConversationReplyWhatsappResponse
    from smscx_client.model.conversations_list_response import ConversationsListResponse
    from smscx_client.types import (
        ConversationReplySmsRequestDict,
        ConversationReplySmsRequestWireDict,
        ConversationReplyViberRequestDict,
        ConversationReplyViberRequestWireDict,
        ConversationReplyWhatsappRequestDict,
        ConversationReplyWhatsappRequestWireDict,
    )


__all__ = ["ConversationsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_CONVERSATION = Operation(
    "get_conversation",
    "GET",
    "/conversations/{conversationId}",
    parameters={"conversation_id": field("conversationId", type="uuid", required=True, format="uuid")},
    returns="conversation_details_response.ConversationDetailsResponse",
    repeat="safe",
)
_GET_CONVERSTIONS_LIST = Operation(
    "get_converstions_list",
    "GET",
    "/conversations",
    returns="conversations_list_response.ConversationsListResponse",
    repeat="safe",
)
_MARK_CONVERSATION_AS_READ = Operation(
    "mark_conversation_as_read",
    "GET",
    "/conversations/{conversationId}/read",
    parameters={"conversation_id": field("conversationId", type="uuid", required=True, format="uuid")},
    returns="conversation_read_response.ConversationReadResponse",
    repeat="safe",
    changes=True,
)
_SEND_CONVERSATION_REPLY_SMS = Operation(
    "send_conversation_reply_sms",
    "POST",
    "/conversations/{conversationId}/sms",
    parameters={"conversation_id": field("conversationId", type="uuid", required=True, format="uuid")},
    body=("conversation_reply_sms_request", "conversation_reply_sms_request.ConversationReplySmsRequest"),
    returns="conversation_reply_sms_response.ConversationReplySmsResponse",
    paid=True,
)
_SEND_CONVERSATION_REPLY_VIBER = Operation(
    "send_conversation_reply_viber",
    "POST",
    "/conversations/{conversationId}/viber",
    parameters={"conversation_id": field("conversationId", type="uuid", required=True, format="uuid")},
    body=("conversation_reply_viber_request", "conversation_reply_viber_request.ConversationReplyViberRequest"),
    returns="conversation_reply_viber_respone.ConversationReplyViberRespone",
    paid=True,
)
_SEND_CONVERSATION_REPLY_WHATSAPP = Operation(
    "send_conversation_reply_whatsapp",
    "POST",
    "/conversations/{conversationId}/whatsapp",
    parameters={"conversation_id": field("conversationId", type="uuid", required=True, format="uuid")},
    body=(
        "conversation_reply_whatsapp_request",
        "conversation_reply_whatsapp_request.ConversationReplyWhatsappRequest",
    ),
    returns="conversation_reply_whatsapp_response.ConversationReplyWhatsappResponse",
    paid=True,
)


class ConversationsApi(Api):
    """The Conversations part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_conversation(self, conversation_id: str, **options: Unpack[RequestOptions]) -> ConversationDetailsResponse:
        """Read the messages of one conversation.

        Returns the contact of a conversation in ``info`` and the exchanged messages in ``data``, each marked as
        ``sent`` or ``received`` and carrying its channel, delivery status and cost. The identifier has to be that of an
        existing conversation.

        :param conversation_id: ID of the conversation to read, mark as read or reply to. A UUID. Example:
            ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1180).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /conversations/{conversationId}``
        """
        return self._call(_GET_CONVERSATION, options, conversation_id=conversation_id)

    def get_converstions_list(self, **options: Unpack[RequestOptions]) -> ConversationsListResponse:
        """List conversations by latest reply.

        Lists all conversations, putting the one with the latest reply at the top. Each entry shows how many messages
        are unread and a preview of the last one. If there are no conversations, ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /conversations``
        """
        return self._call(_GET_CONVERSTIONS_LIST, options)

    get_conversations_list = get_converstions_list

    def mark_conversation_as_read(
        self, conversation_id: str, **options: Unpack[RequestOptions]
    ) -> ConversationReadResponse:
        """Flag a conversation as read.

        Clears the unread state of the given conversation and returns its identifier. Note that this is a ``GET``
        request that changes data.

        :param conversation_id: ID of the conversation to read, mark as read or reply to. A UUID. Example:
            ``"71955a08-7a4d-4d60-bd98-441620b06ee0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1180).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /conversations/{conversationId}/read``
        """
        return self._call(_MARK_CONVERSATION_AS_READ, options, conversation_id=conversation_id)

    @overload
    def send_conversation_reply_sms(
        self, conversation_id: str, *, text: str, **options: Unpack[RequestOptions]
    ) -> ConversationReplySmsResponse: ...

    @overload
    def send_conversation_reply_sms(
        self,
        conversation_id: str,
        conversation_reply_sms_request: ConversationReplySmsRequest
        | ConversationReplySmsRequestDict
        | ConversationReplySmsRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplySmsResponse: ...

    def send_conversation_reply_sms(
        self,
        conversation_id: str,
        conversation_reply_sms_request: ConversationReplySmsRequest
        | ConversationReplySmsRequestDict
        | ConversationReplySmsRequestWireDict = UNSET,
        *,
        text: str = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplySmsResponse:
        """Reply to a conversation by SMS.

        Sends a text to the contact of a conversation over the SMS channel. The reply is charged. ``text`` must not be
        empty. Unlike Viber and WhatsApp, no reply window is documented for SMS.

        **Costs money.**

        :param conversation_id: ID of the conversation to read, mark as read or reply to. A UUID. Example:
            ``"cd16a716-c647-40e8-b29c-7d1d5fd5c781"``.
        :param conversation_reply_sms_request: the request, as ConversationReplySmsRequest or a dict; or give its fields
            by name.
        :param text: Message body to send as the reply. At least 1 character. Example: ``"Thank you, Anna. Your new
            delivery day is Wednesday."``. Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1180).
        :raises InvalidRequestException: invalid_param (1801, 1802, 1111).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /conversations/{conversationId}/sms``
        """
        return self._call_with(
            _SEND_CONVERSATION_REPLY_SMS,
            options,
            conversation_reply_sms_request,
            {
                "text": text,
            },
            conversation_id=conversation_id,
        )

    @overload
    def send_conversation_reply_viber(
        self, conversation_id: str, *, text: str, rich_media: dict[str, Any], **options: Unpack[RequestOptions]
    ) -> ConversationReplyViberRespone: ...

    @overload
    def send_conversation_reply_viber(
        self,
        conversation_id: str,
        conversation_reply_viber_request: ConversationReplyViberRequest
        | ConversationReplyViberRequestDict
        | ConversationReplyViberRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplyViberRespone: ...

    def send_conversation_reply_viber(
        self,
        conversation_id: str,
        conversation_reply_viber_request: ConversationReplyViberRequest
        | ConversationReplyViberRequestDict
        | ConversationReplyViberRequestWireDict = UNSET,
        *,
        text: str = UNSET,
        rich_media: dict[str, Any] = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplyViberRespone:
        """Reply to a conversation on Viber.

        Sends a reply of up to 1,000 characters, with optional rich media, to the contact of a conversation over the
        Viber channel. The reply is charged. It is refused when the last message of the contact is more than 24 hours
        old.

        **Costs money.**

        :param conversation_id: ID of the conversation to read, mark as read or reply to. A UUID. Example:
            ``"71955a08-7a4d-4d60-bd98-441620b06ee0"``.
        :param conversation_reply_viber_request: the request, as ConversationReplyViberRequest or a dict; or give its
            fields by name.
        :param text: Message body to send as the reply. 1 to 1,000 characters. Example: ``"Here is our shop, next to the
            station."``. Required.
        :param rich_media: Rich media content of the message, as an object of key-value pairs. It is empty for a text
            alone (assumed). Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1180).
        :raises AccessDeniedException: access_denied (1181).
        :raises InvalidRequestException: invalid_param (1801, 1802, 1811, 1111).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /conversations/{conversationId}/viber``
        """
        return self._call_with(
            _SEND_CONVERSATION_REPLY_VIBER,
            options,
            conversation_reply_viber_request,
            {
                "text": text,
                "rich_media": rich_media,
            },
            conversation_id=conversation_id,
        )

    @overload
    def send_conversation_reply_whatsapp(
        self, conversation_id: str, *, text: str, rich_media: dict[str, Any], **options: Unpack[RequestOptions]
    ) -> ConversationReplyWhatsappResponse: ...

    @overload
    def send_conversation_reply_whatsapp(
        self,
        conversation_id: str,
        conversation_reply_whatsapp_request: ConversationReplyWhatsappRequest
        | ConversationReplyWhatsappRequestDict
        | ConversationReplyWhatsappRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplyWhatsappResponse: ...

    def send_conversation_reply_whatsapp(
        self,
        conversation_id: str,
        conversation_reply_whatsapp_request: ConversationReplyWhatsappRequest
        | ConversationReplyWhatsappRequestDict
        | ConversationReplyWhatsappRequestWireDict = UNSET,
        *,
        text: str = UNSET,
        rich_media: dict[str, Any] = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConversationReplyWhatsappResponse:
        """Reply to a conversation on WhatsApp.

        Sends a reply of up to 1,000 characters, with optional rich media, to the contact of a conversation over the
        WhatsApp channel. The reply is charged. It is refused when the last message of the contact is more than 24 hours
        old.

        **Costs money.**

        :param conversation_id: ID of the conversation to read, mark as read or reply to. A UUID. Example:
            ``"e1953d58-8194-4a4f-b1bd-05486e6219b9"``.
        :param conversation_reply_whatsapp_request: the request, as ConversationReplyWhatsappRequest or a dict; or give
            its fields by name.
        :param text: Message body to send as the reply. 1 to 1,000 characters. Example: ``"Your table is by the window,
            Lea. See you tonight!"``. Required.
        :param rich_media: Rich media content of the message, as an object of key-value pairs. It is empty for a text
            alone (assumed). Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1180).
        :raises AccessDeniedException: access_denied (1182).
        :raises InvalidRequestException: invalid_param (1801, 1802, 1811, 1111).
        :raises InsufficientBalanceException: insufficient_credit (1113, 1114).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /conversations/{conversationId}/whatsapp``
        """
        return self._call_with(
            _SEND_CONVERSATION_REPLY_WHATSAPP,
            options,
            conversation_reply_whatsapp_request,
            {
                "text": text,
                "rich_media": rich_media,
            },
            conversation_id=conversation_id,
        )
