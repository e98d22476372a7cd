"""Conversations: what contacts wrote, and replies to them."""

from __future__ import annotations

import json
from typing import Any

from smscx_client.text.segments import MAX_PARTS, analyse

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...spec.schemas import is_uuid
from ...state import ledger as billing
from ...state.context import World
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number
from ..account import channels
from ..applications.service import callback
from ..messages import delivery as lifecycle
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
def get_converstions_list(world: World, call: Call) -> dict[str, Any]:
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
            for row in conversations.listed(world)
        ]
    }


@operation("get_conversation")
def get_conversation(world: World, call: Call) -> dict[str, Any]:
    """Show a conversation; reading it leaves it unread (assumed: there is a call to mark it)."""
    found = _conversation(world, call)
    info = {
        "conversationId": found["conversation_id"],
        "phoneNumber": found["phone_number"],
        "countryIso": found["country_iso"],
        "firstName": found["first_name"] or "",
        "lastName": found["last_name"] or "",
    }
    return {"info": info, "data": [_message(row) for row in conversations.messages(world, found)]}


@operation("mark_conversation_as_read")
def mark_conversation_as_read(world: World, call: Call) -> dict[str, Any]:
    """Leave nothing unread in a conversation."""
    found = _conversation(world, call)
    conversations.mark_read(world, found)
    return {"info": {"id": found["conversation_id"]}}


@operation("send_conversation_reply_sms")
def send_conversation_reply_sms(world: World, call: Call) -> dict[str, Any]:
    """Reply by SMS, at any time."""
    message = _reply(world, call, "sms")
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
def send_conversation_reply_viber(world: World, call: Call) -> dict[str, Any]:
    """Reply on Viber to a contact who wrote there within 24 hours."""
    return _rich_reply(world, call, "viber")


@operation("send_conversation_reply_whatsapp")
def send_conversation_reply_whatsapp(world: World, call: Call) -> dict[str, Any]:
    """Reply on WhatsApp to a contact who wrote there within 24 hours."""
    return _rich_reply(world, call, "whatsapp")


def _rich_reply(world: World, call: Call, channel: str) -> dict[str, Any]:
    message = _reply(world, call, channel)
    return {"info": _info(message), "data": {**basics(message), "text": message["text"], "parts": message["parts"]}}


def _conversation(world: World, call: Call) -> Row:
    found = conversations.find(world, call.parameters["conversationId"])
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


def _reply(world: World, call: Call, channel: str) -> Row:
    """Send the reply from whom the contact wrote to, unless that is a number rented no more, and charge for it."""
    found = _conversation(world, call)
    if call.body.get("idempotencyId") is not None and not is_uuid(call.body["idempotencyId"]):
        raise ApiError(1111)
    last = conversations.written_last(world, found, channel)
    if channel in _CLOSED and (last is None or last["age"] > conversations.WINDOW):
        raise ApiError(_CLOSED[channel])
    originator = last["originator"] if last else SYSTEM_ORIGINATOR
    if rentals.was_rented(world, originator):
        originator = originator_for(world, originator)
    message = _written(world, call.body, channel, Number(found["phone_number"], found["country_iso"]), originator)
    billing.charge(world, message["cost"])
    world.store.insert("messages", [message])
    if call.body.get("richMedia"):
        media = {"msg_id": message["msg_id"], "rich_media": json.dumps(call.body["richMedia"])}
        world.store.insert("reply_media", [media])
    conversations.open_with(world, found["id"], channel, originator)
    lifecycle.begin(world, message["campaign_id"], [message])
    return message


def _written(world: World, body: dict[str, Any], channel: str, to: Number, originator: str) -> Row:
    """The reply as a message: its text as it stands, without placeholders, and at any hour (both assumed)."""
    analysis = analyse(body["text"])
    parts = analysis.parts if channel == channels.SMS else 1
    if parts > MAX_PARTS:
        raise ApiError(1802, detail=f"It takes {parts} parts; the limit is {MAX_PARTS}.")
    if channel == channels.SMS:
        prices = rentals.sms_prices(world, originator)
    else:
        prices = channels.prices(world, channel, is_promotional=bool(body.get("richMedia")))
    price = prices.get(to.country)
    refusal = _refusal(world, to, price)
    return {
        "msg_id": world.rng.uuid(),
        "campaign_id": world.rng.uuid(),
        "channel": channel,
        "source": "api",
        "status": refusal or "ACCEPTED",
        "error_code": None,
        "life": lifecycle.lives_of(world, [to.e164], channel)[0],
        "created_at": world.stamp(),
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
        "dlr_callback_url": callback(world, channel, "dlrCallback"),
    }


def _refusal(world: World, to: Number, price: int | None) -> str | None:
    """Why the reply is not to be sent: an opt-out counts although the contact has written since (assumed)."""
    if world.store.among("optouts", "phone_number", [to.e164]):
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
