"""SMS, Viber, WhatsApp and multichannel: send, estimate, call off. They differ in channel and audience alone."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from ...engine.registry import Call, Success, operation
from ...spec.errors import INVALID_PARAM, ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import time_zone
from ..account.channels import MULTICHANNEL, SMS
from . import recipients
from . import service as sending
from .message_json import basics, text_analysis
from .service import Quote

_TEXT_DETAILS = ("text", "textAnalysis")


def _send(context: Context, call: Call, channel: str, to_groups: bool) -> Success:
    """Send to numbers, or to the contacts of groups."""
    quoted = _quote(context, call, channel, to_groups)
    sending.dispatch(context, quoted)
    return _answer(quoted, call.body)


def _estimate(context: Context, call: Call, channel: str, to_groups: bool) -> Success:
    """Show what a send would answer, and do nothing; lack of money is an error here too."""
    quoted = _quote(context, call, channel, to_groups)
    sending.require_credit(context, quoted)
    return _answer(quoted, call.body)


def _delete_message(context: Context, call: Call, channel: str) -> dict[str, Any]:
    """Call off a message that is still scheduled, and give back what it cost."""
    (row,) = _still_scheduled(context, channel, "msg_id", call.parameters["msgId"], unknown=1100)
    _call_off(context, [row])
    return {
        "info": {
            "msgId": row["msg_id"],
            "parts": row["parts"],
            "creditReturned": as_number(row["cost"]),
            "channel": channel,
        }
    }


def _delete_campaign(context: Context, call: Call, channel: str) -> dict[str, Any]:
    """Call off what of a campaign is still scheduled, and give back what that cost."""
    campaign_id = call.parameters["campaignId"].lower()
    scheduled = _still_scheduled(context, channel, "campaign_id", campaign_id, unknown=1150)
    totals = context.store.all(
        "SELECT COUNT(*) AS messages, SUM(parts) AS parts FROM messages WHERE campaign_id = ?", campaign_id
    )[0]
    _call_off(context, scheduled)
    return {
        "info": {
            "campaignId": campaign_id,
            "totalPhoneNumbers": totals["messages"],
            "totalParts": totals["parts"],
            "phoneNumbersDeleted": len(scheduled),
            "partsDeleted": sum(row["parts"] for row in scheduled),
            "creditReturned": as_number(sum(row["cost"] for row in scheduled)),
            "channel": channel,
        }
    }


_RESOURCES = {
    SMS: ("sms", "sms_campaign"),
    "viber": ("viber_message", "viber_campaign"),
    "whatsapp": ("whatsapp_message",),
    MULTICHANNEL: ("multichannel_message", "multichannel_campaign"),
}
"""What the operations of a channel are called: those for numbers, and those for groups if it has any."""

for _channel, _names in _RESOURCES.items():
    for _name, _to_groups, _delete in zip(_names, (False, True), (_delete_message, _delete_campaign)):
        operation(f"send_{_name}")(partial(_send, channel=_channel, to_groups=_to_groups))
        operation(f"estimate_{_name}")(partial(_estimate, channel=_channel, to_groups=_to_groups))
        operation(f"delete_scheduled_{_name}")(partial(_delete, channel=_channel))


def _quote(context: Context, call: Call, channel: str, to_groups: bool) -> Quote:
    """The quote for a request; what the operation lists no code for is a wrong parameter, or no obstacle."""
    codes = call.operation.codes
    try:
        quoted = sending.quote(context, call.body, channel, to_groups=to_groups)
    except ApiError as error:
        if error.code in {*codes, INVALID_PARAM}:
            raise
        detail = f"{context.spec.error(error.code).meaning} {error.detail}"
        raise ApiError(INVALID_PARAM, detail=detail, invalid=error.invalid) from error
    if to_groups and 1207 in codes:
        recipients.require_valid(quoted.audience)
    if 1119 in codes:
        recipients.require_coverage(quoted.audience.numbers)
    return quoted


def _still_scheduled(context: Context, channel: str, column: str, value: str, unknown: int) -> list[Row]:
    """The scheduled messages of the channel, of one id; an ApiError if there are none or they are on their way."""
    rows = context.store.all(
        f"SELECT * FROM messages WHERE {column} = ? AND ? = CASE WHEN fallbacks IS NULL THEN channel ELSE ? END",
        *(value.lower(), channel, MULTICHANNEL),
    )
    if not rows:
        raise ApiError(unknown)
    scheduled = [row for row in rows if row["status"] == "SCHEDULED"]
    if not scheduled:
        raise ApiError(1118)
    return scheduled


def _call_off(context: Context, messages: list[Row]) -> None:
    """Delete messages of one campaign, the campaign too if nothing is left of it, and give the money back."""
    campaign_id = messages[0]["campaign_id"]
    for message in messages:
        context.store.execute("DELETE FROM messages WHERE id = ?", message["id"])
    context.store.execute(
        "DELETE FROM campaigns WHERE campaign_id = ? AND NOT EXISTS (SELECT 1 FROM messages WHERE campaign_id = ?)",
        *(campaign_id, campaign_id),
    )
    ledger.refund(context, sum(message["cost"] for message in messages))


def _answer(quoted: Quote, body: dict[str, Any]) -> Success:
    info = _info(quoted)
    if body.get("shortResponse"):
        return Success({"info": info, "data": []})
    omitted = _TEXT_DETAILS if body.get("noTextDetails") else ()
    data = [_data(message, quoted.campaign["channel"], omitted) for message in quoted.messages]
    if body.get("showTimezone"):
        for shown in data:
            shown["timezone"] = time_zone(shown["to"])
    return Success({"info": info, "data": data}, omitted=omitted)


def _info(quoted: Quote) -> dict[str, Any]:
    messages, audience = quoted.messages, quoted.audience
    of_groups = {"duplicatesRemoved": audience.duplicates_removed} if audience.groups else {}
    info = {
        "campaignId": quoted.campaign_id,
        "totalPhoneNumbers": len(messages) + len(audience.invalid),
        "totalValid": len(messages),
        "totalInvalid": len(audience.invalid),
        "totalCost": as_number(quoted.cost),
        "totalParts": sum(message["parts"] for message in messages),
        **of_groups,
        "dlrCallbackUrl": quoted.dlr_callback_url,
        **({"groups": list(audience.groups)} if audience.groups else {}),
        "scheduled": quoted.is_scheduled,
        "totalInQuietHours": sum(message["in_quiet_hours"] for message in messages),
        "invalid": list(audience.invalid),
        "phoneNumbersByCountry": dict(Counter(message["country_iso"] for message in messages)),
    }
    if quoted.transliteration:
        info["transliterationAnalysis"] = quoted.transliteration
    return info


def _data(message: Row, channel: str, omitted: tuple[str, ...]) -> dict[str, Any]:
    data = basics(message)
    if not omitted:
        data["text"] = message["text"]
    data["parts"] = message["parts"]
    if channel == SMS and not omitted:
        data["textAnalysis"] = text_analysis(message)
    if channel == MULTICHANNEL:
        data["channel"] = message["channel"]
    for name, column in (("trackData", "track_data"), ("scheduledAt", "scheduled_at")):
        if message[column]:
            data[name] = message[column]
    return data
