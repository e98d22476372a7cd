"""Simulated phones: reply, opt out, follow a link, read a PIN, be unreachable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resources.account.service import MESSAGE_CHANNELS
from ..resources.conversations import service as conversations
from ..resources.hits.service import record_hit
from ..resources.links import service as links
from ..resources.messages.service import SCENARIOS, set_outcome
from ..resources.optouts import service as optouts
from ..resources.otp import service as otp
from ..spec.errors import INVALID_PARAM, ApiError
from ..state import ledger
from .endpoint import LINE, PAGE, PHONE, PREFIX, TEXT, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime
    from ..state.context import Context

__all__ = ["ENDPOINTS"]


_MOST_SEARCHED = 5000
_MESSAGES_FOR_PHONES = 2000
"""How many of the latest messages are searched for phones, or those to a phone for delivered ones."""


def _receive(runtime: Runtime, values: Values) -> Values:
    """Receive a message from a phone; without `to` it is a reply to the last originator."""
    context, channel, phone = runtime.context, values["channel"], values["from"]
    to = values.get("to") or _last_originator(context, channel, phone)
    try:
        with ledger.attributed_to(f"receive_{channel}"), context.transaction():
            msg_id = conversations.receive(context, channel, phone, to, values["text"])
    except ValueError as error:
        raise ApiError(INVALID_PARAM, detail=f"{error}.") from None
    return {"msgId": msg_id, "to": to}


def _last_originator(context: Context, channel: str, phone: str) -> str:
    row = context.store.one(
        "SELECT originator FROM messages WHERE recipient = ? AND channel = ? ORDER BY id DESC LIMIT 1", phone, channel
    )
    if row is None:
        raise ApiError(INVALID_PARAM, detail=f"No message was sent to {phone} by {channel} yet: give `to`.")
    return str(row["originator"])


def _phones(runtime: Runtime, values: Values) -> Values:
    """Return the phones of the latest messages, sent or received; the latest first."""
    rows = runtime.context.store.all(
        "SELECT phone, max(at) AS at FROM (SELECT * FROM (SELECT recipient AS phone, created_at AS at FROM messages "
        "ORDER BY id DESC LIMIT ?) UNION ALL SELECT * FROM (SELECT phone_number, received_at FROM received "
        "JOIN conversations ON conversations.id = conversation ORDER BY received.id DESC LIMIT ?)) "
        "GROUP BY phone ORDER BY at DESC, phone LIMIT ?",
        *(_MESSAGES_FOR_PHONES, _MESSAGES_FOR_PHONES, values.get("latest", 500)),
    )
    return {"phones": [row["phone"] for row in rows]}


def _thread(runtime: Runtime, values: Values) -> Values:
    """Return the conversation on a phone: the latest messages that reached it and its own, oldest first."""
    phone, count = values["phoneNumber"], values.get("latest", 200)
    rows = runtime.context.store.all(
        "SELECT 'sent' AS type, channel, originator, text, status, ifnull(scheduled_at, created_at) AS datetime, id "
        "FROM messages WHERE id IN (SELECT id FROM (SELECT id, status FROM messages WHERE recipient = ? "
        "ORDER BY id DESC LIMIT ?) WHERE status IN ('SENT', 'DELIVERED') LIMIT ?) UNION ALL "
        "SELECT * FROM (SELECT 'received', channel, originator, text, 'DELIVERED', received_at, id FROM received "
        "WHERE conversation = (SELECT id FROM conversations WHERE phone_number = ?) ORDER BY id DESC LIMIT ?) "
        "ORDER BY datetime DESC, type, id DESC LIMIT ?",
        *(phone, count + _MESSAGES_FOR_PHONES, count, phone, count, count),
    )
    return {"messages": [{name: row[name] for name in row if name != "id"} for row in reversed(rows)]}


def _opt_out(runtime: Runtime, values: Values) -> Values:
    with runtime.context.transaction():
        optouts.add_by_link(runtime.context, values["phoneNumber"])
    return values


def _set_outcome(runtime: Runtime, values: Values) -> Values:
    set_outcome(runtime.context, values["phoneNumber"], values["outcome"], values.get("channel", ""))
    return values


def _click(runtime: Runtime, values: Values) -> Values:
    """Follow a link in a message: records a hit; the opt-out link opts the recipient out."""
    context = runtime.context
    link = links.resolve(context, values["url"])
    if link is None:
        raise ApiError(INVALID_PARAM, detail="`url` is not a link of the account.")
    recipient = values.get("phoneNumber") or link.phone_number
    with context.transaction():
        if link.kind == "optout":
            _opt_out_by(context, link, recipient)
        else:
            browser = {name: values.get(field) for name, field in _BROWSER.items()}
            record_hit(
                context, link.kind, link.id, recipient, campaign_id=link.campaign_id, group_id=link.group_id, **browser
            )
    return {"kind": link.kind, "id": link.id}


def _opt_out_by(context: Context, link: links.Link, recipient: str | None) -> None:
    if recipient is None:
        raise ApiError(INVALID_PARAM, detail="The link does not identify its recipient: give `phoneNumber`.")
    optouts.add_by_link(context, recipient, link.campaign_id, link.group_id)


def _otps(runtime: Runtime, values: Values) -> Values:
    """Return the latest one-time passwords; `search` looks at the latest 5,000."""
    search = values.get("search", "").lower()
    rows = runtime.context.store.all(
        "SELECT * FROM (SELECT * FROM otps ORDER BY id DESC LIMIT ?) WHERE ? = '' OR "
        "instr(lower(phone_number || ' ' || pin || ' ' || status), ?) LIMIT ?",
        *(_MOST_SEARCHED, search, search, values.get("latest", 100)),
    )
    return {"otps": [{**otp.otp_json(row), "pin": row["pin"]} for row in rows]}


def _pin(runtime: Runtime, values: Values) -> Values:
    return {"pin": otp.latest_pin(runtime.context, values["phoneNumber"])}


_BROWSER = {
    "user_agent": "userAgent",
    "screen_resolution": "screenResolution",
    "accept_language": "acceptLanguage",
    "referrer": "referrer",
}
"""The browser data that `record_hit` takes, and the field for each."""

_ORIGINATOR = {"type": "string", "pattern": r"^\+?[^+].{2,14}$"}
"""A name or number that can be an originator, so that a reply to it is possible."""

ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/inbound",
        _receive,
        {
            "channel": {"type": "string", "enum": list(MESSAGE_CHANNELS)},
            "from": LINE,
            "to": _ORIGINATOR,
            "text": {"type": "string", "minLength": 1, "maxLength": 10_000},
        },
        ("channel", "from", "text"),
    ),
    Endpoint("GET", f"{PREFIX}/phones", _phones, {"latest": PAGE}),
    Endpoint("GET", f"{PREFIX}/phones/{{phoneNumber}}", _thread, {"phoneNumber": PHONE, "latest": PAGE}),
    Endpoint("GET", f"{PREFIX}/otps", _otps, {"latest": PAGE, "search": TEXT}),
    Endpoint("GET", f"{PREFIX}/otps/{{phoneNumber}}", _pin, {"phoneNumber": PHONE}),
    Endpoint(
        "POST",
        f"{PREFIX}/clicks",
        _click,
        {"url": LINE, "phoneNumber": PHONE, **dict.fromkeys(_BROWSER.values(), LINE)},
        ("url",),
    ),
    Endpoint("POST", f"{PREFIX}/optouts", _opt_out, {"phoneNumber": PHONE}, ("phoneNumber",)),
    Endpoint(
        "POST",
        f"{PREFIX}/outcomes",
        _set_outcome,
        {
            "phoneNumber": PHONE,
            "outcome": {"type": "string", "enum": list(SCENARIOS)},
            "channel": {"type": "string", "enum": list(MESSAGE_CHANNELS)},
        },
        ("phoneNumber", "outcome"),
    ),
)
