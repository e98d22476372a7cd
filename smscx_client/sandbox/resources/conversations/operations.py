"""Conversations: what contacts wrote, and replies to them."""

from __future__ import annotations

import json
from typing import Any

from smscx_client.text.segments import MAX_PARTS, analyse

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...spec.schemas import is_uuid
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number
from ..account import channels
from ..applications.service import callback
from ..messages import delivery
from ..messages.message_json import basics, text_analysis
from ..messages.service import SYSTEM_ORIGINATOR, originator_for
from ..rentals import service as rentals
from . import service as conversations

_SHOWN_AS = {"ACCEPTED": "SENT", "REJECTED": "FAILED", "NO COVERAGE": "FAILED"}
"""How a conversation, which knows fewer statuses, shows some (assumed)."""

_LONGEST_EXTRACT = 100
"""Characters of `lastReply` (assumed)."""

_CLOSED = {"viber": 1181, "whatsapp": 1182}
"""The error for a reply that comes too late, on the channels where it can."""


@operation("get_converstions_list")
def get_converstions_list(context: Context, call: Call) -> dict[str, Any]:
    """List all conversations, that with the latest reply first."""
    return {
        "data": [
            {
                "conversationId": row["conversation_id"],
                "phoneNumber": row["phone_number"],
                "countryIso": row["country_iso"],
                "firstName": row["first_name"],
                "lastName": row["last_name"] or "",
                "unreadMessages": row["unread"],
                "lastReply": row["last_reply"][:_LONGEST_EXTRACT],
                "lastUpdate": row["last_update"],
            }
            for row in conversations.listed(context)
        ]
    }


@operation("get_conversation")
def get_conversation(context: Context, call: Call) -> dict[str, Any]:
    """Show a conversation; reading it leaves it unread (assumed: there is a call to mark it)."""
    found = _conversation(context, call)
    info = {
        "conversationId": found["conversation_id"],
        "phoneNumber": found["phone_number"],
        "countryIso": found["country_iso"],
        "firstName": found["first_name"] or "",
        "lastName": found["last_name"] or "",
    }
    return {"info": info, "data": [_message(row) for row in conversations.messages(context, found)]}


@operation("mark_conversation_as_read")
def mark_conversation_as_read(context: Context, call: Call) -> dict[str, Any]:
    """Leave nothing unread in a conversation."""
    found = _conversation(context, call)
    conversations.mark_read(context, found)
    return {"info": {"id": found["conversation_id"]}}


@operation("send_conversation_reply_sms")
def send_conversation_reply_sms(context: Context, call: Call) -> dict[str, Any]:
    """Reply by SMS, at any time."""
    message = _reply(context, call, "sms")
    data = {
        "msgId": message["msg_id"],
        "status": _SHOWN_AS[message["status"]],
        "createdAt": message["created_at"],
        "cost": as_number(message["cost"]),
        "to": message["recipient"],
        "countryIso": message["country_iso"],
        "from": message["originator"],
        "text": message["text"],
        "parts": message["parts"],
        "textAnalysis": text_analysis(message),
    }
    return {"info": _info(message), "data": data}


@operation("send_conversation_reply_viber")
def send_conversation_reply_viber(context: Context, call: Call) -> dict[str, Any]:
    """Reply on Viber to a contact who wrote there within 24 hours."""
    return _rich_reply(context, call, "viber")


@operation("send_conversation_reply_whatsapp")
def send_conversation_reply_whatsapp(context: Context, call: Call) -> dict[str, Any]:
    """Reply on WhatsApp to a contact who wrote there within 24 hours."""
    return _rich_reply(context, call, "whatsapp")


def _rich_reply(context: Context, call: Call, channel: str) -> dict[str, Any]:
    message = _reply(context, call, channel)
    return {"info": _info(message), "data": {**basics(message), "text": message["text"], "parts": message["parts"]}}


def _conversation(context: Context, call: Call) -> Row:
    found = conversations.find(context, call.parameters["conversationId"])
    if found is None:
        raise ApiError(1180)
    return found


def _message(row: Row) -> dict[str, Any]:
    return {
        "msgId": row["msg_id"],
        "type": row["type"],
        "text": row["text"],
        "richMedia": json.loads(row["rich_media"]),
        "status": _SHOWN_AS.get(row["status"], row["status"]),
        "cost": as_number(row["cost"]),
        "channel": row["channel"],
        "datetime": row["datetime"],
    }


def _reply(context: Context, call: Call, channel: str) -> Row:
    """Send the reply from whom the contact wrote to, unless that is a number rented no more, and charge for it."""
    found = _conversation(context, call)
    if call.body.get("idempotencyId") is not None and not is_uuid(call.body["idempotencyId"]):
        raise ApiError(1111)
    last = conversations.written_last(context, found, channel)
    if channel in _CLOSED and (last is None or last["age"] > conversations.WINDOW):
        raise ApiError(_CLOSED[channel])
    originator = last["originator"] if last else SYSTEM_ORIGINATOR
    if rentals.was_rented(context, originator):
        originator = originator_for(context, originator)
    message = _written(context, call.body, channel, Number(found["phone_number"], found["country_iso"]), originator)
    ledger.charge(context, message["cost"])
    context.store.insert("messages", [message])
    if call.body.get("richMedia"):
        media = {"msg_id": message["msg_id"], "rich_media": json.dumps(call.body["richMedia"])}
        context.store.insert("reply_media", [media])
    conversations.open_with(context, found["id"], channel, originator)
    delivery.begin(context, message["campaign_id"], [message])
    return message


def _written(context: Context, body: dict[str, Any], channel: str, to: Number, originator: str) -> Row:
    """The reply as a message: its text as it stands, without placeholders, and at any hour (both assumed)."""
    analysis = analyse(body["text"])
    parts = analysis.parts if channel == channels.SMS else 1
    if parts > MAX_PARTS:
        raise ApiError(1802, detail=f"It takes {parts} parts; the limit is {MAX_PARTS}.")
    if channel == channels.SMS:
        prices = rentals.sms_prices(context, originator)
    else:
        prices = channels.prices(context, channel, is_promotional=bool(body.get("richMedia")))
    price = prices.get(to.country)
    refusal = _refusal(context, to, price)
    return {
        "msg_id": context.rng.uuid(),
        "campaign_id": context.rng.uuid(),
        "channel": channel,
        "source": "api",
        "status": refusal or "ACCEPTED",
        "error_code": None,
        "life": delivery.lives_of(context, [to.e164], channel)[0],
        "created_at": context.stamp(),
        "updated_at": None,
        "scheduled_at": None,
        "in_quiet_hours": 0,
        "recipient": to.e164,
        "country_iso": to.country,
        "originator": originator,
        "text": body["text"],
        "encoding": analysis.encoding,
        "parts": parts,
        "cost": 0 if refusal else (price or 0) * parts,
        "track_data": None,
        "dlr_callback_url": callback(context, channel, "dlrCallback"),
    }


def _refusal(context: Context, to: Number, price: int | None) -> str | None:
    """Why the reply is not to be sent: an opt-out counts although the contact has written since (assumed)."""
    if context.store.among("optouts", "phone_number", [to.e164]):
        return "REJECTED"
    return "NO COVERAGE" if price is None else None


def _info(message: Row) -> dict[str, Any]:
    return {
        "campaignId": message["campaign_id"],
        "totalPhoneNumbers": 1,
        "totalValid": 1,
        "totalInvalid": 0,
        "totalCost": as_number(message["cost"]),
        "totalParts": message["parts"],
        "dlrCallbackUrl": message["dlr_callback_url"],
        "scheduled": False,
        "phoneNumbersByCountry": {message["country_iso"]: 1},
    }
