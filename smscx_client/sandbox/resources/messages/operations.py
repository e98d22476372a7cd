"""Operations of SMS, Viber, WhatsApp and multichannel: send, estimate, delete while scheduled.

They differ only in the channel, and in the recipients: numbers, or the contacts of groups.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from typing import Any

from ...engine.http import Response
from ...engine.list_response import list_response
from ...engine.registry import Call, Finish, Handler, Success, long_operation, operation
from ...engine.steps import SLICE, Steps, at_once
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
    quoted = at_once(_quote(context, call, channel, to_groups))
    messages.charge_and_send(context, quoted)
    return _response(quoted, call.body)


def _send_many(context: Context, call: Call, finish: Finish, channel: str, to_groups: bool) -> Steps[Response]:
    """Send to many recipients while other requests run."""
    quoted = yield from _quote(context, call, channel, to_groups)
    yield lambda: quoted.highest_cost
    try:
        batches = yield from messages.store_in_steps(context, quoted, (call.operation.id, call.idempotency_id))
        success = yield from _response_in_steps(context, call, quoted)
        with context.transaction():
            messages.complete(context, quoted, batches)
            response = finish(success)
    except Exception:
        messages.undo(context, quoted.campaign_id)
        raise
    yield from messages.deliver_in_steps(context)
    return response


def _estimate(context: Context, call: Call, channel: str, to_groups: bool) -> Success:
    """Return the response of a send without sending; insufficient credit is an error too."""
    quoted = at_once(_quote(context, call, channel, to_groups))
    messages.require_credit(context, quoted)
    return _response(quoted, call.body)


def _estimate_many(context: Context, call: Call, finish: Finish, channel: str, to_groups: bool) -> Steps[Response]:
    """Estimate a send to many recipients while other requests run."""
    quoted = yield from _quote(context, call, channel, to_groups)
    yield lambda: quoted.highest_cost
    messages.require_credit(context, quoted)
    return finish((yield from _response_in_steps(context, call, quoted)))


def _has_many_numbers(context: Context, call: Call) -> bool:
    return isinstance(call.body["to"], list) and len(call.body["to"]) > SLICE


def _has_many_contacts(context: Context, call: Call) -> bool:
    (row,) = context.store.all(
        "SELECT count(*) AS contacts FROM (SELECT 1 FROM contacts "
        "WHERE group_id IN (SELECT value FROM json_each(?)) LIMIT ?)",
        *(json.dumps(call.body["groups"]), SLICE + 1),
    )
    return bool(row["contacts"] > SLICE)


def _delete_message(context: Context, call: Call, channel: str) -> dict[str, Any]:
    """Delete a message that is still scheduled, and refund its cost."""
    msg_id = messages.msg_id_value(call.parameters["msgId"])
    (row,) = _scheduled_messages(context, channel, "id = (SELECT id FROM sent_messages WHERE msg_id = ?)", msg_id, 1100)
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
    campaign = f"campaign = {messages.CAMPAIGN_KEY}"
    scheduled = _scheduled_messages(context, channel, campaign, campaign_id, 1150)
    (totals,) = context.store.all(
        f"SELECT sum(messages) AS messages, sum(messages * parts) AS parts FROM message_variants WHERE {campaign}",
        campaign_id,
    )
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


_DELETES: dict[str, Handler] = {
    "delete_scheduled_sms": partial(_delete_message, channel=SMS),
    "delete_scheduled_sms_campaign": partial(_delete_campaign, channel=SMS),
    "delete_scheduled_viber_message": partial(_delete_message, channel=VIBER),
    "delete_scheduled_viber_campaign": partial(_delete_campaign, channel=VIBER),
    "delete_scheduled_whatsapp_message": partial(_delete_message, channel=WHATSAPP),
    "delete_scheduled_multichannel_message": partial(_delete_message, channel=MULTICHANNEL),
    "delete_scheduled_multichannel_campaign": partial(_delete_campaign, channel=MULTICHANNEL),
}
_SENDS = {
    "sms": (SMS, False),
    "sms_campaign": (SMS, True),
    "viber_message": (VIBER, False),
    "viber_campaign": (VIBER, True),
    "whatsapp_message": (WHATSAPP, False),
    "multichannel_message": (MULTICHANNEL, False),
    "multichannel_campaign": (MULTICHANNEL, True),
}
"""The channel, and whether it goes to groups, of each send and its estimate."""

for _operation_id, _handler in _DELETES.items():
    operation(_operation_id)(_handler)
for _name, (_channel, _to_groups) in _SENDS.items():
    _options: dict[str, Any] = {"channel": _channel, "to_groups": _to_groups}
    _is_long = _has_many_contacts if _to_groups else _has_many_numbers
    operation(f"send_{_name}")(partial(_send, **_options))
    operation(f"estimate_{_name}")(partial(_estimate, **_options))
    long_operation(f"send_{_name}", _is_long)(partial(_send_many, **_options))
    long_operation(f"estimate_{_name}", _is_long)(partial(_estimate_many, **_options))


def _quote(context: Context, call: Call, channel: str, to_groups: bool) -> Steps[Quote]:
    """The quote for a request, in steps.

    An error that the operation does not list becomes `INVALID_PARAM`, or is no error.
    """
    codes = call.operation.codes
    try:
        quoted = yield from messages.quote_in_steps(context, call.body, channel, to_groups=to_groups)
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


def _scheduled_messages(context: Context, channel: str, condition: str, value: Any, unknown: int) -> list[Row]:
    """The scheduled messages that meet a condition; an `ApiError` if there are none or none is still scheduled."""
    rows = context.store.all(f"SELECT * FROM messages WHERE {condition} AND report_channel = ?", value, channel)
    if not rows:
        raise ApiError(unknown)
    scheduled = [row for row in rows if row["status"] == "SCHEDULED"]
    if not scheduled:
        raise ApiError(1118)
    return scheduled


def _delete_and_refund(context: Context, scheduled: list[Row]) -> None:
    """Delete messages of one campaign and refund their cost; delete the campaign too if no message is left."""
    ids = json.dumps([message["id"] for message in scheduled])
    messages.delete_messages(context, "id IN (SELECT value FROM json_each(?))", ids)
    context.store.execute(
        "DELETE FROM campaigns WHERE id = ? AND NOT EXISTS (SELECT 1 FROM sent_messages WHERE campaign = campaigns.id)",
        scheduled[0]["campaign"],
    )
    ledger.refund(context, sum(message["cost"] for message in scheduled))


def _response(quoted: Quote, body: dict[str, Any]) -> Success:
    info, omitted = _info(quoted), _omitted(body)
    return Success({"info": info, "data": _data(quoted, quoted.messages, body)}, omitted=omitted)


def _response_in_steps(context: Context, call: Call, quoted: Quote) -> Steps[Success]:
    """The same response as JSON, made of parts."""
    info = yield partial(_info, quoted)

    def rows(part: slice) -> list[dict[str, Any]]:
        return _data(quoted, quoted.messages[part], call.body)

    return (yield from list_response(context, call, info, len(quoted.messages), rows, _omitted(call.body)))


def _omitted(body: dict[str, Any]) -> tuple[str, ...]:
    return _TEXT_DETAILS if body.get("noTextDetails") and not body.get("shortResponse") else ()


def _data(quoted: Quote, part: list[Row], body: dict[str, Any]) -> list[dict[str, Any]]:
    """The JSON of some messages."""
    if body.get("shortResponse"):
        return []
    data = [_message_json(message, quoted.campaign["channel"], _omitted(body)) for message in part]
    if body.get("showTimezone"):
        for message in data:
            message["timezone"] = time_zone(message["to"])
    return data


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
