"""Example data: a conversation on each channel, each with a message recent enough for a reply."""

from __future__ import annotations

from typing import Any

from smscx_client.text import analyze

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number
from ..account.service import SMS, VIBER, WHATSAPP
from ..messages.service import insert_messages, message_row
from ..rentals import service as rentals
from . import service as conversations

_REPLIES = {
    SMS: "send_conversation_reply_sms",
    VIBER: "send_conversation_reply_viber",
    WHATSAPP: "send_conversation_reply_whatsapp",
}
_GREETING = "Hello, I have a question."
"""The text of earlier messages, where the example has more than one unread message."""


def fill(context: Context) -> None:
    """Add the conversations of the examples, oldest first."""
    operations = context.spec.operations
    channels = {operations[name].example("conversationId"): channel for channel, name in _REPLIES.items()}
    messages = data(context, "get_conversation")
    for conversation in reversed(data(context, "get_converstions_list")):
        channel = channels[conversation["conversationId"]]
        originator = data(context, _REPLIES[channel])["from"]
        context.store.insert("conversations", [_conversation(conversation)])
        number = Number(conversation["phoneNumber"], conversation["countryIso"])
        for row in _received(context, conversation, channel, originator):
            conversations.add_message(context, number, row)
        if channel == SMS:
            context.store.execute("UPDATE received SET msg_id = ? WHERE channel = 'sms'", messages[0]["msgId"])
            insert_messages(context, [_sent(context, messages[1], number, originator)])


def _conversation(conversation: dict[str, Any]) -> Row:
    return {
        "conversation_id": conversation["conversationId"],
        "phone_number": conversation["phoneNumber"],
        "country_iso": conversation["countryIso"],
    }


def _received(context: Context, conversation: dict[str, Any], channel: str, originator: str) -> list[Row]:
    unread = conversation["unreadMessages"]
    texts = [*([_GREETING] * (unread - 1)), conversation["lastReply"]]
    return [
        {
            "msg_id": context.rng.uuid(),
            "channel": channel,
            "originator": originator,
            "text": text,
            "cost": 0,
            "received_at": at(context, conversation["lastUpdate"]),
            "unread": unread > 0,
        }
        for text in texts
    ]


def _sent(context: Context, message: dict[str, Any], recipient: Number, originator: str) -> Row:
    analysis = analyze(message["text"])
    time = at(context, message["datetime"])
    return message_row(
        recipient,
        msg_id=message["msgId"],
        campaign_id=context.rng.uuid(),
        channel=message["channel"],
        status=message["status"],
        created_at=time,
        updated_at=time,
        originator=originator,
        text=message["text"],
        encoding=analysis.encoding,
        parts=analysis.parts,
        cost=rentals.sms_prices(context, originator)[recipient.country] * analysis.parts,
    )
