"""SMS: send, estimate, call off."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .. import billing
from ..errors import ApiError
from ..money import as_number
from ..sending import Quote, dispatch, quote
from ..store import Row
from ..telecom.numbers import time_zone
from ..world import World
from . import Answer, Call, operation
from .messages import basics, text_analysis

_TEXT_DETAILS = ("text", "textAnalysis")


@operation("send_sms")
def send_sms(world: World, call: Call) -> Answer:
    """Send a text to one number or many."""
    quoted = quote(world, call.body)
    dispatch(world, quoted)
    return _answer(quoted, call.body)


@operation("estimate_sms")
def estimate_sms(world: World, call: Call) -> Answer:
    """Show what a send would answer, and do nothing; lack of money is an error here too."""
    quoted = quote(world, call.body)
    billing.require_credit(world, quoted.cost)
    return _answer(quoted, call.body)


@operation("delete_scheduled_sms")
def delete_scheduled_sms(world: World, call: Call) -> dict[str, Any]:
    """Call off an SMS that is still scheduled, and give back what it cost."""
    msg_id = call.parameters["msgId"].lower()
    row = world.store.one("SELECT * FROM messages WHERE msg_id = ? AND channel = 'sms'", msg_id)
    if row is None:
        raise ApiError(1100)
    if row["status"] != "SCHEDULED":
        raise ApiError(1118)
    world.store.execute("DELETE FROM messages WHERE id = ?", row["id"])
    billing.refund(world, row["cost"])
    deleted = {
        "msgId": row["msg_id"],
        "parts": row["parts"],
        "creditReturned": as_number(row["cost"]),
        "channel": row["channel"],
    }
    return {"info": deleted}


def _answer(quoted: Quote, body: dict[str, Any]) -> Answer:
    info = _info(quoted)
    if body.get("shortResponse"):
        return Answer({"info": info, "data": []})
    omitted = _TEXT_DETAILS if body.get("noTextDetails") else ()
    data = [_data(message, omitted) for message in quoted.messages]
    if body.get("showTimezone"):
        for shown in data:
            shown["timezone"] = time_zone(shown["to"])
    return Answer({"info": info, "data": data}, omitted=omitted)


def _info(quoted: Quote) -> dict[str, Any]:
    messages = quoted.messages
    info = {
        "campaignId": quoted.campaign_id,
        "totalPhoneNumbers": len(messages) + len(quoted.invalid),
        "totalValid": len(messages),
        "totalInvalid": len(quoted.invalid),
        "totalCost": as_number(quoted.cost),
        "totalParts": sum(message["parts"] for message in messages),
        "dlrCallbackUrl": quoted.dlr_callback_url,
        "scheduled": quoted.is_scheduled,
        "totalInQuietHours": sum(message["in_quiet_hours"] for message in messages),
        "invalid": quoted.invalid,
        "phoneNumbersByCountry": dict(Counter(message["country_iso"] for message in messages)),
    }
    if quoted.transliteration:
        info["transliterationAnalysis"] = quoted.transliteration
    return info


def _data(message: Row, omitted: tuple[str, ...]) -> dict[str, Any]:
    data = {**basics(message), "parts": message["parts"]}
    if not omitted:
        data |= {"text": message["text"], "textAnalysis": text_analysis(message)}
    for name, column in (("trackData", "track_data"), ("scheduledAt", "scheduled_at")):
        if message[column]:
            data[name] = message[column]
    return data
