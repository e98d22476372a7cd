"""Conversations: messages from contacts, and messages to them.

A contact is a phone number and has one conversation for all channels. It consists of the messages from the contact, and
of the messages to it from each originator that the contact has written to or that has replied (assumed).
"""

from __future__ import annotations

import json

from ...spec.dates import moment
from ...state import webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ..account.service import SMS
from ..applications.service import callback
from ..rentals import service as rentals

__all__ = [
    "REPLY_WINDOW",
    "add_message",
    "add_originator",
    "all_conversations",
    "find",
    "last_received",
    "mark_read",
    "messages",
    "receive",
]

REPLY_WINDOW = 24 * 3600
"""Seconds after the contact's last message in which a reply is possible, on channels with such a limit."""

_NO_NAMES: Row = {"first_name": None, "last_name": None}


def receive(context: Context, channel: str, from_: str, to: str, text: str) -> str:
    """Store a message from the phone number `from_` to the number or name `to`; returns the id of the message.

    An SMS to a rented number is stored for the rental too. A rented number can accept SMS from a name; a name has no
    conversation, as a reply is not possible. Raises `ValueError` if `from_` is neither a valid phone number nor such a
    name, and if `to` is a number with a rental that does not accept the SMS.
    """
    rented = rentals.receive(context, to, from_, text) if channel == SMS else None
    if channel == SMS and rented is None and rentals.was_rented(context, to):
        raise ValueError(
            f"{to} does not accept SMS from {from_}: its rental has ended or is not approved yet, or it only sends"
        )
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
        add_message(context, number, row)
        if not rented:
            _queue_callback(context, number, to, row)
    return str(row["msg_id"])


def add_message(context: Context, number: Number, received: Row) -> None:
    """Add a message to the conversation with a phone number; starts a conversation if there is none."""
    if not context.store.among("conversations", "phone_number", [number.e164]):
        new = {"conversation_id": context.rng.uuid(), "phone_number": number.e164, "country_iso": number.country}
        context.store.insert("conversations", [new])
    (row,) = context.store.all(
        "SELECT id, (SELECT ifnull(max(id), 0) FROM sent_messages) AS sent FROM conversations WHERE phone_number = ?",
        number.e164,
    )
    context.store.insert("received", [{**received, "conversation": row["id"], "sent_before": row["sent"]}])
    add_originator(context, row["id"], received["channel"], received["originator"])


def add_originator(context: Context, conversation: int, channel: str, originator: str) -> None:
    """Make the messages from an originator on a channel part of a conversation."""
    context.store.execute(
        "INSERT OR IGNORE INTO conversation_originators VALUES (?, ?, ?)",
        *(conversation, channel, originator.lstrip("+")),
    )


def _queue_callback(context: Context, number: Number, to: str, received: Row) -> None:
    """Queue `receive_sms`; the events of the other channels have the same fields (assumed: they are not documented)."""
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


def all_conversations(context: Context) -> list[Row]:
    """Every conversation with the contact's name, latest message and unread count; the latest message first."""
    rows = context.store.all(
        "SELECT conversations.*, text AS last_reply, received_at AS last_update, "
        "(SELECT sum(unread) FROM received WHERE conversation = conversations.id) AS unread "
        "FROM conversations JOIN received ON received.id = "
        "(SELECT max(id) FROM received WHERE conversation = conversations.id) "
        "ORDER BY received_at DESC, received.id DESC"
    )
    names = _names(context, [row["phone_number"] for row in rows])
    return [{**row, **names.get(row["phone_number"], _NO_NAMES)} for row in rows]


def find(context: Context, conversation_id: str) -> Row | None:
    """The conversation with this id, with the contact's name."""
    row = context.store.one("SELECT * FROM conversations WHERE conversation_id = ?", conversation_id.lower())
    if row is None:
        return None
    return {**row, **_names(context, [row["phone_number"]]).get(row["phone_number"], _NO_NAMES)}


def _names(context: Context, phone_numbers: list[str]) -> dict[str, Row]:
    """First and last names by number, from the groups; of several contacts with a number, the last one counts."""
    rows = context.store.all(
        "SELECT phone_number, first_name, last_name FROM contacts "
        "WHERE phone_number IN (SELECT value FROM json_each(?)) ORDER BY id",
        json.dumps(phone_numbers),
    )
    return {row.pop("phone_number"): row for row in rows}


def messages(context: Context, conversation: Row) -> list[Row]:
    """The messages of a conversation in both directions, newest first."""
    return context.store.all(
        "SELECT m.msg_id, 'sent' AS type, m.text, ifnull(rich_media, '{}') AS rich_media, status, cost, m.channel, "
        "ifnull(scheduled_at, created_at) AS datetime, m.id AS place, 0 AS id FROM messages AS m "
        "JOIN conversation_originators AS o ON o.conversation = ? AND o.channel = m.channel "
        "AND o.originator = ltrim(m.originator, '+') "
        "LEFT JOIN reply_media ON reply_media.msg_id = m.msg_id WHERE m.recipient = ? UNION ALL "
        "SELECT msg_id, 'received', text, '{}', 'DELIVERED', cost, channel, received_at, sent_before, id FROM received "
        "WHERE conversation = ? ORDER BY datetime DESC, place DESC, id DESC",
        *(conversation["id"], conversation["phone_number"], conversation["id"]),
    )


def mark_read(context: Context, conversation: Row) -> None:
    """Mark all messages of a conversation as read."""
    context.store.execute("UPDATE received SET unread = 0 WHERE conversation = ?", conversation["id"])


def last_received(context: Context, conversation: Row, channel: str) -> Row | None:
    """The contact's last message on a channel, with its `age` in seconds."""
    row = context.store.one(
        "SELECT * FROM received WHERE conversation = ? AND channel = ? ORDER BY id DESC LIMIT 1",
        *(conversation["id"], channel),
    )
    age = context.clock.seconds() - moment(row["received_at"]).timestamp() if row else 0
    return row and {**row, "age": age}
