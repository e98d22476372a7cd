"""Operations of SMS, Viber, WhatsApp and multichannel: send, estimate, delete while scheduled.

They differ only in the channel, and in the recipients: numbers, or the contacts of groups.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from ...engine.registry import Call, Handler, Success, operation
from ...spec.errors import INVALID_PARAM, ApiError
from ...state import ledger
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import time_zone
from ..account.service import MULTICHANNEL, SMS, VIBER, WHATSAPP
from . import service as messages
from .recipients import require_coverage, require_valid
from .rows import basics, text_analysis
from .service import Quote

_TEXT_DETAILS = ("text", "textAnalysis")


def _send(context: Context, call: Call, channel: str, to_groups: bool) -> Success:
    """Send to numbers, or to the contacts of groups."""
    quoted = _quote(context, call, channel, to_groups)
    messages.charge_and_send(context, quoted)
    return _response(quoted, call.body)


def _estimate(context: Context, call: Call, channel: str, to_groups: bool) -> Success:
    """Return the response of a send without sending; insufficient credit is an error too."""
    quoted = _quote(context, call, channel, to_groups)
    messages.require_credit(context, quoted)
    return _response(quoted, call.body)


def _delete_message(context: Context, call: Call, channel: str) -> dict[str, Any]:
    """Delete a message that is still scheduled, and refund its cost."""
    (row,) = _scheduled_messages(context, channel, "msg_id", call.parameters["msgId"], unknown=1100)
    _delete_and_refund(context, [row])
    return {
        "info": {
            "msgId": row["msg_id"],
            "parts": row["parts"],
            "creditReturned": as_number(row["cost"]),
            "channel": channel,
        }
    }


def _delete_campaign(context: Context, call: Call, channel: str) -> dict[str, Any]:
    """Delete the messages of a campaign that are still scheduled, and refund their cost."""
    campaign_id = call.parameters["campaignId"].lower()
    scheduled = _scheduled_messages(context, channel, "campaign_id", campaign_id, unknown=1150)
    totals = context.store.all(
        "SELECT COUNT(*) AS messages, SUM(parts) AS parts FROM messages WHERE campaign_id = ?", campaign_id
    )[0]
    _delete_and_refund(context, scheduled)
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


_HANDLERS: dict[str, Handler] = {
    "send_sms": partial(_send, channel=SMS, to_groups=False),
    "estimate_sms": partial(_estimate, channel=SMS, to_groups=False),
    "delete_scheduled_sms": partial(_delete_message, channel=SMS),
    "send_sms_campaign": partial(_send, channel=SMS, to_groups=True),
    "estimate_sms_campaign": partial(_estimate, channel=SMS, to_groups=True),
    "delete_scheduled_sms_campaign": partial(_delete_campaign, channel=SMS),
    "send_viber_message": partial(_send, channel=VIBER, to_groups=False),
    "estimate_viber_message": partial(_estimate, channel=VIBER, to_groups=False),
    "delete_scheduled_viber_message": partial(_delete_message, channel=VIBER),
    "send_viber_campaign": partial(_send, channel=VIBER, to_groups=True),
    "estimate_viber_campaign": partial(_estimate, channel=VIBER, to_groups=True),
    "delete_scheduled_viber_campaign": partial(_delete_campaign, channel=VIBER),
    "send_whatsapp_message": partial(_send, channel=WHATSAPP, to_groups=False),
    "estimate_whatsapp_message": partial(_estimate, channel=WHATSAPP, to_groups=False),
    "delete_scheduled_whatsapp_message": partial(_delete_message, channel=WHATSAPP),
    "send_multichannel_message": partial(_send, channel=MULTICHANNEL, to_groups=False),
    "estimate_multichannel_message": partial(_estimate, channel=MULTICHANNEL, to_groups=False),
    "delete_scheduled_multichannel_message": partial(_delete_message, channel=MULTICHANNEL),
    "send_multichannel_campaign": partial(_send, channel=MULTICHANNEL, to_groups=True),
    "estimate_multichannel_campaign": partial(_estimate, channel=MULTICHANNEL, to_groups=True),
    "delete_scheduled_multichannel_campaign": partial(_delete_campaign, channel=MULTICHANNEL),
}
for _operation_id, _handler in _HANDLERS.items():
    operation(_operation_id)(_handler)


def _quote(context: Context, call: Call, channel: str, to_groups: bool) -> Quote:
    """The quote for a request. An error that the operation does not list becomes `INVALID_PARAM`, or is no error."""
    codes = call.operation.codes
    try:
        quoted = messages.quote(context, call.body, channel, to_groups=to_groups)
    except ApiError as error:
        if error.code in {*codes, INVALID_PARAM}:
            raise
        detail = f"{context.spec.error(error.code).meaning} {error.detail}"
        raise ApiError(INVALID_PARAM, detail=detail, invalid=error.invalid) from error
    if to_groups and 1207 in codes:
        require_valid(quoted.recipients)
    if 1119 in codes:
        require_coverage(quoted.recipients.numbers)
    return quoted


def _scheduled_messages(context: Context, channel: str, column: str, value: str, unknown: int) -> list[Row]:
    """The scheduled messages with an id on a channel; an `ApiError` if there are none or none is still scheduled."""
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


def _delete_and_refund(context: Context, scheduled: list[Row]) -> None:
    """Delete messages of one campaign and refund their cost; delete the campaign too if no message is left."""
    campaign_id = scheduled[0]["campaign_id"]
    for message in scheduled:
        context.store.execute("DELETE FROM messages WHERE id = ?", message["id"])
    context.store.execute(
        "DELETE FROM campaigns WHERE campaign_id = ? AND NOT EXISTS (SELECT 1 FROM messages WHERE campaign_id = ?)",
        *(campaign_id, campaign_id),
    )
    ledger.refund(context, sum(message["cost"] for message in scheduled))


def _response(quoted: Quote, body: dict[str, Any]) -> Success:
    info = _info(quoted)
    if body.get("shortResponse"):
        return Success({"info": info, "data": []})
    omitted = _TEXT_DETAILS if body.get("noTextDetails") else ()
    data = [_message_json(message, quoted.campaign["channel"], omitted) for message in quoted.messages]
    if body.get("showTimezone"):
        for message in data:
            message["timezone"] = time_zone(message["to"])
    return Success({"info": info, "data": data}, omitted=omitted)


def _info(quoted: Quote) -> dict[str, Any]:
    sent, recipients = quoted.messages, quoted.recipients
    info = {
        "campaignId": quoted.campaign_id,
        "totalPhoneNumbers": len(sent) + len(recipients.invalid),
        "totalValid": len(sent),
        "totalInvalid": len(recipients.invalid),
        "totalCost": as_number(quoted.cost),
        "totalParts": sum(message["parts"] for message in sent),
        **({"duplicatesRemoved": recipients.duplicates_removed} if recipients.groups else {}),
        "dlrCallbackUrl": quoted.dlr_callback_url,
        **({"groups": list(recipients.groups)} if recipients.groups else {}),
        "scheduled": quoted.is_scheduled,
        "totalInQuietHours": sum(message["in_quiet_hours"] for message in sent),
        "invalid": list(recipients.invalid),
        "phoneNumbersByCountry": dict(Counter(message["country_iso"] for message in sent)),
    }
    if quoted.transliteration:
        info["transliterationAnalysis"] = quoted.transliteration
    return info


def _message_json(message: Row, channel: str, omitted: tuple[str, ...]) -> dict[str, Any]:
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
