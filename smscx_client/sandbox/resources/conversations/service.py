"""What contacts write, and what they were sent by those to whom they wrote.

A contact is a phone: it has one conversation, on whatever channels it writes. To it belong the messages that the
contact wrote, and those that went to it from an originator which it has written to or which has replied (assumed).
"""

from __future__ import annotations

import json

from ...spec.dates import moment
from ...state import webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ..account.channels import SMS
from ..applications.service import callback
from ..rentals import service as rentals

__all__ = ["WINDOW", "find", "listed", "mark_read", "messages", "open_with", "receive", "take_in", "written_last"]

WINDOW = 24 * 3600
"""Seconds after the contact's last message on a channel within which a reply on it is taken, where that is limited."""

_NOBODY: Row = {"first_name": None, "last_name": None}


def receive(context: Context, channel: str, from_: str, to: str, text: str) -> str:
    """Take in what a contact has written: a phone at `from_` to a number or name `to`; returns the message's id.

    An SMS to a rented number is also one of the rental's. A ValueError if `from_` is not a valid phone number, unless
    it is a name from which a rented number takes SMS; a name has no conversation, as none could reply to it. And one if
    `to` is a number that was rented and does not take the SMS now.
    """
    rented = rentals.receive(context, to, from_, text) if channel == SMS else None
    if channel == SMS and rented is None and rentals.was_rented(context, to):
        raise ValueError(f"{to} takes no SMS from {from_}: its rental is over or not approved yet, or it only sends")
    number = parse_number(from_)
    if number is None and rented is None:
        raise ValueError(f"{from_!r} is not a valid phone number")
    row = {
        "msg_id": rented["msg_id"] if rented else context.rng.uuid(),
        "channel": channel,
        "originator": to.lstrip("+"),
        "text": text,
        "cost": rented["cost"] if rented else 0,
        "received_at": context.stamp(),
        "unread": 1,
    }
    if number:
        take_in(context, number, row)
        if not rented:
            _tell(context, number, to, row)
    return str(row["msg_id"])


def take_in(context: Context, number: Number, received: Row) -> None:
    """Add a message to the conversation with a phone, which begins with it if there is none."""
    if not context.store.among("conversations", "phone_number", [number.e164]):
        begun = {"conversation_id": context.rng.uuid(), "phone_number": number.e164, "country_iso": number.country}
        context.store.insert("conversations", [begun])
    (row,) = context.store.all(
        "SELECT id, (SELECT ifnull(max(id), 0) FROM messages) AS sent FROM conversations WHERE phone_number = ?",
        number.e164,
    )
    context.store.insert("received", [{**received, "conversation": row["id"], "sent_before": row["sent"]}])
    open_with(context, row["id"], received["channel"], received["originator"])


def open_with(context: Context, conversation: int, channel: str, originator: str) -> None:
    """Let the messages of an originator on a channel be part of a conversation."""
    context.store.execute(
        "INSERT OR IGNORE INTO conversation_originators VALUES (?, ?, ?)",
        *(conversation, channel, originator.lstrip("+")),
    )


def _tell(context: Context, number: Number, to: str, received: Row) -> None:
    """Queue `receive_sms`; the events of the other channels carry the same (assumed: nothing is said of them)."""
    channel = received["channel"]
    item = {
        "msgId": received["msg_id"],
        "from": number.e164,
        "countryIso": number.country,
        "to": to,
        "text": received["text"],
        "cost": 0,
        "receivedAt": received["received_at"],
    }
    webhook_queue.notify(context, f"receive_{channel}", callback(context, channel, "receiveCallback"), [item])


def listed(context: Context) -> list[Row]:
    """Every conversation, that with the contact's latest message first: who it is, that message, what is unread."""
    rows = context.store.all(
        "SELECT conversations.*, text AS last_reply, received_at AS last_update, "
        "(SELECT sum(unread) FROM received WHERE conversation = conversations.id) AS unread "
        "FROM conversations JOIN received ON received.id = "
        "(SELECT max(id) FROM received WHERE conversation = conversations.id) "
        "ORDER BY received_at DESC, received.id DESC"
    )
    names = _names(context, [row["phone_number"] for row in rows])
    return [{**row, **names.get(row["phone_number"], _NOBODY)} for row in rows]


def find(context: Context, conversation_id: str) -> Row | None:
    """A conversation and who it is with."""
    row = context.store.one("SELECT * FROM conversations WHERE conversation_id = ?", conversation_id.lower())
    if row is None:
        return None
    return {**row, **_names(context, [row["phone_number"]]).get(row["phone_number"], _NOBODY)}


def _names(context: Context, phone_numbers: list[str]) -> dict[str, Row]:
    """The names of contacts by number, as the groups have them; what was added last counts."""
    rows = context.store.all(
        "SELECT phone_number, first_name, last_name FROM contacts "
        "WHERE phone_number IN (SELECT value FROM json_each(?)) ORDER BY id",
        json.dumps(phone_numbers),
    )
    return {row.pop("phone_number"): row for row in rows}


def messages(context: Context, conversation: Row) -> list[Row]:
    """All that was written in a conversation, in both directions, newest first."""
    return context.store.all(
        "SELECT m.msg_id, 'sent' AS type, m.text, ifnull(rich_media, '{}') AS rich_media, status, cost, m.channel, "
        "ifnull(scheduled_at, created_at) AS datetime, m.id AS place, 0 AS id FROM messages AS m "
        "JOIN conversation_originators AS o ON o.conversation = ?1 AND o.channel = m.channel "
        "AND o.originator = ltrim(m.originator, '+') "
        "LEFT JOIN reply_media ON reply_media.msg_id = m.msg_id WHERE m.recipient = ?2 UNION ALL "
        "SELECT msg_id, 'received', text, '{}', 'DELIVERED', cost, channel, received_at, sent_before, id FROM received "
        "WHERE conversation = ?1 ORDER BY datetime DESC, place DESC, id DESC",
        *(conversation["id"], conversation["phone_number"]),
    )


def mark_read(context: Context, conversation: Row) -> None:
    """Leave nothing unread in a conversation."""
    context.store.execute("UPDATE received SET unread = 0 WHERE conversation = ?", conversation["id"])


def written_last(context: Context, conversation: Row, channel: str) -> Row | None:
    """The contact's last message on a channel; with `age`, the seconds since then."""
    row = context.store.one(
        "SELECT * FROM received WHERE conversation = ? AND channel = ? ORDER BY id DESC LIMIT 1",
        *(conversation["id"], channel),
    )
    age = context.clock.seconds() - moment(row["received_at"]).timestamp() if row else 0
    return row and {**row, "age": age}
