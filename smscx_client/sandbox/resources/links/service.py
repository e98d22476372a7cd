"""Tracked links: short links, attachments and the opt-out link, all under one host, told apart by their ids.

`https://s.example.com/Xk7Pq` is a link; `https://s.example.com/Xk7Pq4tBa` is the same link as it stands in the message
to one recipient: five characters of id, then a suffix that no other message of its request has (assumed).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...state.context import Context
from ...state.rng import ALPHANUMERIC
from ...state.store import Row

__all__ = [
    "ID_LENGTH",
    "Link",
    "new_id",
    "optout_list_id",
    "resolve",
    "sent_to",
    "set_optout_list_id",
    "suffixes",
    "url_of",
]

ID_LENGTH = 5
_SUFFIX_LENGTH = 4
_SUFFIXES = len(ALPHANUMERIC) ** _SUFFIX_LENGTH
_STRIDE = 5_464_363
"""A prime: steps of this size meet each suffix once before they meet one again."""

_OPTOUT_LIST = "optout_list_id"
_TABLES = {"shortlink": ("shortlinks", "short_id"), "attachment": ("attachments", "attachment_id")}


class Link(NamedTuple):
    """What an address leads to, and for whom it was made, if for one recipient.

    `kind` is `shortlink`, `attachment` or `optout`.
    """

    kind: str
    id: str
    phone_number: str | None = None
    campaign_id: str | None = None
    group_id: int | None = None


def url_of(context: Context, link_id: str, suffix: str = "") -> str:
    """The short address of a link."""
    return f"{context.settings.link_host}/{link_id}{suffix}"


def suffixes(context: Context) -> Iterator[str]:
    """Suffixes for the recipients of one request, no two alike."""
    number = context.rng.number() % _SUFFIXES
    while True:
        number = (number + _STRIDE) % _SUFFIXES
        yield _suffix(number)


def new_id(context: Context) -> str:
    """An id that no link has yet."""
    while _kind(context, link_id := context.rng.text(ID_LENGTH)):
        pass
    return link_id


def optout_list_id(context: Context) -> str:
    """The id of the account's opt-out list, which its link ends in."""
    return str(context.store.get(_OPTOUT_LIST))


def set_optout_list_id(context: Context, list_id: str) -> None:
    """Give the opt-out list its id."""
    context.store.put(_OPTOUT_LIST, list_id)


def resolve(context: Context, url: str) -> Link | None:
    """What an address leads to; None if it is none of the account's links.

    The latest message that holds the address tells whose it is.
    """
    name = url.rstrip("/").rpartition("/")[2]
    link_id, suffix = name[:ID_LENGTH], name[ID_LENGTH:]
    kind = _kind(context, link_id)
    if kind is None:
        return None
    message = sent_to(context, url_of(context, link_id, suffix)) if suffix else None
    if message is None:
        return Link(kind, link_id)
    return Link(kind, link_id, message["recipient"], message["campaign_id"], message["group_id"])


def sent_to(context: Context, url: str, phone_number: str | None = None) -> Row | None:
    """The latest message with this address in its text, to this number if one is given, with the `group_id` of its
    recipient if it went to groups."""
    return context.store.one(
        "SELECT messages.*, (SELECT contacts.group_id FROM campaigns, json_each(campaigns.groups) AS named "
        "JOIN contacts ON contacts.group_id = json_extract(named.value, '$.id') "
        "WHERE campaigns.campaign_id = messages.campaign_id AND contacts.phone_number = messages.recipient "
        "ORDER BY named.key) AS group_id "
        "FROM messages WHERE instr(text, ?) AND (? IS NULL OR recipient = ?) ORDER BY id DESC LIMIT 1",
        *(url, phone_number, phone_number),
    )


def _kind(context: Context, link_id: str) -> str | None:
    if link_id == context.store.get(_OPTOUT_LIST):
        return "optout"
    found = (kind for kind, (table, column) in _TABLES.items() if context.store.among(table, column, [link_id]))
    return next(found, None)


def _suffix(number: int) -> str:
    letters = []
    for _ in range(_SUFFIX_LENGTH):
        number, index = divmod(number, len(ALPHANUMERIC))
        letters.append(ALPHANUMERIC[index])
    return "".join(letters)
