"""Operations of conversations: list, read, mark as read, reply."""

from __future__ import annotations

import json
from typing import Any

from smscx_client.text import MAX_PARTS, analyze

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...spec.schemas import is_uuid
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number
from ..account.service import SMS, VIBER, WHATSAPP, channel_prices
from ..applications.service import callback
from ..messages.service import (
    basics,
    insert_messages,
    message_row,
    new_batches,
    scenarios_for,
    start_delivery,
    text_analysis,
)
from ..optouts.service import opted_out
from ..originators.service import SYSTEM_ORIGINATOR, approved_or_system
from ..rentals import service as rentals
from . import service as conversations

_STATUSES = {"ACCEPTED": "SENT", "REJECTED": "FAILED", "NO COVERAGE": "FAILED"}
"""The status in a conversation of messages with a status that conversations do not have (assumed)."""

_MAX_LAST_REPLY = 100
"""Characters of `lastReply`; a longer text is cut off (assumed)."""

_LATE_REPLY_ERRORS = {VIBER: 1181, WHATSAPP: 1182}
"""The error for a reply after the reply window, on the channels that have one."""


@operation("get_converstions_list")
def get_converstions_list(context: Context, call: Call) -> dict[str, Any]:
    """List all conversations; the one with the latest message from a contact is first."""
    return {
        "data": [
            {
                "conversationId": row["conversation_id"],
                "phoneNumber": row["phone_number"],
                "countryIso": row["country_iso"],
                "firstName": row["first_name"],
                "lastName": row["last_name"] or "",
                "unreadMessages": row["unread"],
                "lastReply": row["last_reply"][:_MAX_LAST_REPLY],
                "lastUpdate": row["last_update"],
            }
            for row in conversations.all_conversations(context)
        ]
    }


@operation("get_conversation")
def get_conversation(context: Context, call: Call) -> dict[str, Any]:
    """Return a conversation. It stays unread (assumed: another operation marks it as read)."""
    conversation = _conversation(context, call)
    info = {
        "conversationId": conversation["conversation_id"],
        "phoneNumber": conversation["phone_number"],
        "countryIso": conversation["country_iso"],
        "firstName": conversation["first_name"] or "",
        "lastName": conversation["last_name"] or "",
    }
    return {"info": info, "data": [_message_json(row) for row in conversations.messages(context, conversation)]}


@operation("mark_conversation_as_read")
def mark_conversation_as_read(context: Context, call: Call) -> dict[str, Any]:
    """Mark all messages of a conversation as read."""
    conversation = _conversation(context, call)
    conversations.mark_read(context, conversation)
    return {"info": {"id": conversation["conversation_id"]}}


@operation("send_conversation_reply_sms")
def send_conversation_reply_sms(context: Context, call: Call) -> dict[str, Any]:
    """Reply by SMS; there is no time limit."""
    message = _reply(context, call, SMS)
    data = {
        "msgId": message["msg_id"],
        "status": _STATUSES[message["status"]],
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
    """Reply on Viber to a contact that has written there in the last 24 hours."""
    return _rich_reply(context, call, VIBER)


@operation("send_conversation_reply_whatsapp")
def send_conversation_reply_whatsapp(context: Context, call: Call) -> dict[str, Any]:
    """Reply on WhatsApp to a contact that has written there in the last 24 hours."""
    return _rich_reply(context, call, WHATSAPP)


def _rich_reply(context: Context, call: Call, channel: str) -> dict[str, Any]:
    message = _reply(context, call, channel)
    return {"info": _info(message), "data": {**basics(message), "text": message["text"], "parts": message["parts"]}}


def _conversation(context: Context, call: Call) -> Row:
    conversation = conversations.find(context, call.parameters["conversationId"])
    if conversation is None:
        raise ApiError(1180)
    return conversation


def _message_json(row: Row) -> dict[str, Any]:
    return {
        "msgId": row["msg_id"],
        "type": row["type"],
        "text": row["text"],
        "richMedia": json.loads(row["rich_media"]),
        "status": _STATUSES.get(row["status"], row["status"]),
        "cost": as_number(row["cost"]),
        "channel": row["channel"],
        "datetime": row["datetime"],
    }


def _reply(context: Context, call: Call, channel: str) -> Row:
    """Send a reply and charge for it.

    The originator is the one that the contact wrote to; if that is a rented number, only while it is rented.
    """
    conversation = _conversation(context, call)
    if call.body.get("idempotencyId") is not None and not is_uuid(call.body["idempotencyId"]):
        raise ApiError(1111)
    last = conversations.last_received(context, conversation, channel)
    if channel in _LATE_REPLY_ERRORS and (last is None or last["age"] > conversations.REPLY_WINDOW):
        raise ApiError(_LATE_REPLY_ERRORS[channel])
    originator = last["originator"] if last else SYSTEM_ORIGINATOR
    if rentals.was_rented(context, originator):
        originator = approved_or_system(context, originator)
    recipient = Number(conversation["phone_number"], conversation["country_iso"])
    message = _reply_row(context, call.body, channel, recipient, originator)
    ledger.charge(context, message["cost"])
    batches = new_batches(context, [message])
    insert_messages(context, [message])
    if call.body.get("richMedia"):
        media = {"msg_id": message["msg_id"], "rich_media": json.dumps(call.body["richMedia"])}
        context.store.insert("reply_media", [media])
    conversations.add_originator(context, conversation["id"], channel, originator)
    start_delivery(context, batches)
    return message


def _reply_row(context: Context, body: dict[str, Any], channel: str, recipient: Number, originator: str) -> Row:
    """The row of a reply. It has no placeholders and ignores quiet hours (both assumed)."""
    analysis = analyze(body["text"])
    parts = analysis.parts if channel == SMS else 1
    if parts > MAX_PARTS:
        raise ApiError(1802, detail=f"The text has {parts} parts; the limit is {MAX_PARTS}.")
    if channel == SMS:
        prices = rentals.sms_prices(context, originator)
    else:
        prices = channel_prices(context, channel, is_promotional=bool(body.get("richMedia")))
    price = prices.get(recipient.country)
    refusal = _refusal(context, recipient, price)
    return message_row(
        recipient,
        msg_id=context.rng.uuid(),
        campaign_id=context.rng.uuid(),
        channel=channel,
        status=refusal or "ACCEPTED",
        scenario=scenarios_for(context, [recipient.e164], channel)[0],
        created_at=context.stamp(),
        originator=originator,
        text=body["text"],
        encoding=analysis.encoding,
        parts=parts,
        cost=0 if refusal else (price or 0) * parts,
        dlr_callback_url=callback(context, channel, "dlrCallback"),
    )


def _refusal(context: Context, recipient: Number, price: int | None) -> str | None:
    """The status of a reply that is not sent. An opt-out counts even if the contact has written since (assumed)."""
    if opted_out(context, [recipient]):
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
