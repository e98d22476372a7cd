"""Conversations: one on each channel, all with a message that can still be replied to."""

from __future__ import annotations

from typing import Any

from smscx_client.text.segments import analyse

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number
from ..messages.delivery import DEFAULT_LIFE
from ..rentals import service as rentals
from . import service as conversations

_CHANNELS = ("sms", "viber", "whatsapp")
_GREETING = "Hello, I have a question."
"""What a contact wrote before the last message, where the example counts two unread ones."""


def fill(context: Context) -> None:
    """Add the conversations of the examples, the earliest first."""
    replies = {channel: context.spec.operations[f"send_conversation_reply_{channel}"] for channel in _CHANNELS}
    used = {each.example("conversationId"): channel for channel, each in replies.items()}
    exchanged = data(context, "get_conversation")
    for listed in reversed(data(context, "get_converstions_list")):
        channel = used[listed["conversationId"]]
        originator = data(context, f"send_conversation_reply_{channel}")["from"]
        context.store.insert("conversations", [_conversation(listed)])
        number = Number(listed["phoneNumber"], listed["countryIso"])
        for row in _received(context, listed, channel, originator):
            conversations.take_in(context, number, row)
        if channel == "sms":
            context.store.execute("UPDATE received SET msg_id = ? WHERE channel = 'sms'", exchanged[0]["msgId"])
            context.store.insert("messages", [_sent(context, exchanged[1], number, originator)])


def _conversation(listed: dict[str, Any]) -> Row:
    return {
        "conversation_id": listed["conversationId"],
        "phone_number": listed["phoneNumber"],
        "country_iso": listed["countryIso"],
    }


def _received(context: Context, listed: dict[str, Any], channel: str, originator: str) -> list[Row]:
    unread = listed["unreadMessages"]
    texts = [*([_GREETING] * (unread - 1)), listed["lastReply"]]
    return [
        {
            "msg_id": context.rng.uuid(),
            "channel": channel,
            "originator": originator,
            "text": text,
            "cost": 0,
            "received_at": at(context, listed["lastUpdate"]),
            "unread": unread > 0,
        }
        for text in texts
    ]


def _sent(context: Context, shown: dict[str, Any], to: Number, originator: str) -> Row:
    """A message to the contact, as the example of `get_conversation` shows it."""
    analysis = analyse(shown["text"])
    time = at(context, shown["datetime"])
    return {
        "msg_id": shown["msgId"],
        "campaign_id": context.rng.uuid(),
        "channel": shown["channel"],
        "source": "api",
        "status": shown["status"],
        "error_code": None,
        "life": DEFAULT_LIFE,
        "created_at": time,
        "updated_at": time,
        "scheduled_at": None,
        "in_quiet_hours": 0,
        "recipient": to.e164,
        "country_iso": to.country,
        "originator": originator,
        "text": shown["text"],
        "encoding": analysis.encoding,
        "parts": analysis.parts,
        "cost": rentals.sms_prices(context, originator)[to.country] * analysis.parts,
        "track_data": None,
        "dlr_callback_url": None,
    }
