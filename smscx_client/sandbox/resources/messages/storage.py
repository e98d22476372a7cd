"""Writing messages: what each message has for itself, and once the columns that messages of a send have in common.

The common columns are a row of the table `message_variants`. So a change of a whole batch changes a few rows. A change
of some messages of a variant first gives them a variant of their own: `isolate`. The view `messages` has each message
with all its columns.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Optional

from ...spec.schemas import is_uuid
from ...state.context import Context
from ...state.store import Row

__all__ = [
    "CAMPAIGN_KEY",
    "Writer",
    "campaign_row",
    "delete_messages",
    "insert_messages",
    "isolate",
    "msg_id_value",
    "update",
]

CAMPAIGN_KEY = "(SELECT id FROM campaigns WHERE campaign_id = ?)"
"""SQL of the key of a campaign, by which messages refer to it."""

_SHARED = (
    *("channel", "source", "status", "error_code", "scenario", "batch", "fallbacks", "ttl", "created_at"),
    *("updated_at", "scheduled_at", "in_quiet_hours", "country_iso", "originator", "requested_originator"),
    *("encoding", "parts", "cost", "reserve", "track_data", "dlr_callback_url"),
)
_COPIED = ", ".join(("campaign", "first_message", "last_message", "late_deliveries", "text", *_SHARED))
_MARKS = ", ".join("?" * (6 + len(_SHARED)))
_INSERT_VARIANT = (
    "INSERT INTO message_variants (campaign, messages, first_message, last_message, text, late_deliveries, "
    f"{', '.join(_SHARED)}) VALUES ({_MARKS})"
)
_INSERT_MESSAGE = "INSERT INTO sent_messages (id, msg_id, campaign, variant, recipient, text) VALUES (?, ?, ?, ?, ?, ?)"
_LISTED = "IN (SELECT value FROM json_each(?))"

_Variant = tuple[int, Optional[str], tuple[Any, ...]]
"""What messages of one variant have in common: campaign, text, and the columns in `_SHARED`."""

_shared_columns = itemgetter(*_SHARED)


def msg_id_value(msg_id: str) -> bytes | None:
    """The value of a message's id in the table `sent_messages`; None for a text that is not an id."""
    return bytes.fromhex(msg_id.replace("-", "")) if is_uuid(msg_id) else None


def campaign_row(*, groups: Sequence[dict[str, Any]], **columns: Any) -> Row:
    """A row of the table `campaigns`; `groups` has `{"id", "name", "phoneNumbers"}` of each group."""
    return {"groups": json.dumps(groups), **columns}


class Writer:
    """Stores the messages of a send, some at a time."""

    def __init__(self, context: Context) -> None:
        self._store = context.store
        self._campaigns: dict[str, tuple[int, str]] = {}
        """Key and text of each campaign, by its id."""
        self._variants: dict[_Variant, int] = {}

    def insert(self, rows: Sequence[Row]) -> None:
        """Store messages, given with all their columns."""
        if not rows:
            return
        first = self._next_id()
        is_common = len({row["text"] for row in rows}) == 1
        counts: dict[_Variant, int] = {}
        keys = []
        for row in rows:
            campaign, text = self._campaign(row)
            key = (campaign, _variant_text(row, text, is_common), _shared_columns(row))
            counts[key] = counts.get(key, 0) + 1
            keys.append(key)
        for key, count in counts.items():
            self._count(key, count, first, first + len(rows) - 1)
        self._store.execute_many(
            _INSERT_MESSAGE,
            (
                (
                    *(first + index, bytes.fromhex(row["msg_id"].replace("-", "")), key[0], self._variants[key]),
                    *(row["recipient"], None if is_common or row["fallbacks"] else row["text"]),
                )
                for index, (row, key) in enumerate(zip(rows, keys))
            ),
        )

    def _next_id(self) -> int:
        row = self._store.one("SELECT seq FROM sqlite_sequence WHERE name = 'sent_messages'")
        return row["seq"] + 1 if row else 1

    def _campaign(self, row: Row) -> tuple[int, str]:
        """The key and text of a message's campaign. A message that is not part of a send gets one without a name."""
        campaign_id = row["campaign_id"]
        if campaign_id not in self._campaigns:
            query = "SELECT id, text FROM campaigns WHERE campaign_id = ?"
            found = self._store.one(query, campaign_id)
            if found is None:
                columns = ("campaign_id", "channel", "source", "originator", "text", "created_at", "scheduled_at")
                new = campaign_row(name="", groups=(), **{column: row[column] for column in columns})
                self._store.insert("campaigns", [new])
                found = self._store.one(query, campaign_id)
            assert found is not None
            self._campaigns[campaign_id] = (found["id"], found["text"])
        return self._campaigns[campaign_id]

    def _count(self, key: _Variant, count: int, first: int, last: int) -> None:
        """Add messages with these ids to a variant, a new one if there is none yet."""
        campaign, text, shared = key
        changed = key in self._variants and self._store.execute(
            "UPDATE message_variants SET messages = messages + ?, last_message = ? WHERE id = ?",
            *(count, last, self._variants[key]),
        )
        if not changed:
            self._variants[key] = self._store.insert_row(
                _INSERT_VARIANT, campaign, count, first, last, text, None, *shared
            )


def _variant_text(row: Row, campaign_text: str, is_common: bool) -> str | None:
    """The text of a message's variant; that of a multichannel message is there because it changes with the channel."""
    text: str = row["text"]
    if row["fallbacks"]:
        return text
    return text if is_common and text != campaign_text else None


def insert_messages(context: Context, rows: Sequence[Row]) -> None:
    """Store messages, given with all their columns."""
    Writer(context).insert(rows)


def isolate(context: Context, condition: str, *values: Any) -> list[int]:
    """The variants of the messages that meet a condition, after a split of those that other messages have too."""
    variants = []
    for row in context.store.all(
        "SELECT variant, campaign, count(*) AS messages, "
        "(SELECT messages FROM message_variants WHERE id = variant) AS all_messages "
        f"FROM messages WHERE {condition} GROUP BY variant, campaign",
        *values,
    ):
        variant = row["variant"]
        if row["messages"] < row["all_messages"]:
            variant = _split(context, row, condition, values)
        variants.append(variant)
    return variants


def _split(context: Context, row: Row, condition: str, values: Sequence[Any]) -> int:
    """Move some messages of a variant to a copy of it; returns the copy."""
    store = context.store
    moved = store.all(f"SELECT id FROM messages WHERE {condition} AND variant = ?", *values, row["variant"])
    copy = store.insert_row(
        f"INSERT INTO message_variants (messages, {_COPIED}) SELECT 0, {_COPIED} FROM message_variants WHERE id = ?",
        row["variant"],
    )
    store.execute(
        f"UPDATE sent_messages SET variant = ? WHERE id {_LISTED}", copy, json.dumps([each["id"] for each in moved])
    )
    counts = ((-row["messages"], row["variant"]), (row["messages"], copy))
    store.execute_many("UPDATE message_variants SET messages = messages + ? WHERE id = ?", counts)
    return copy


def update(context: Context, variants: Sequence[int], assignments: str, *values: Any) -> None:
    """Change columns of all messages of some variants; `assignments` is SQL."""
    context.store.execute(
        f"UPDATE message_variants SET {assignments} WHERE id {_LISTED}", *values, json.dumps(variants)
    )


def delete_messages(context: Context, condition: str, *values: Any) -> None:
    """Delete the messages that meet a condition."""
    variants = isolate(context, condition, *values)
    update(context, variants, "messages = 0")  # the totals of reports change
    listed = json.dumps(variants)
    context.store.execute(
        "DELETE FROM sent_messages WHERE id IN (SELECT sent.id FROM message_variants CROSS JOIN sent_messages AS sent "
        "ON sent.campaign = message_variants.campaign AND sent.id BETWEEN first_message AND last_message "
        f"AND variant = message_variants.id WHERE message_variants.id {_LISTED})",
        listed,
    )
    context.store.execute(f"DELETE FROM message_variants WHERE id {_LISTED}", listed)
