"""Tracked links: short links, attachments and the opt-out link. All have the same host; the id identifies the link.

`https://s.example.com/Xk7Pq` is a link. `https://s.example.com/Xk7Pq4tBa` is the same link in the message to one
recipient: five characters of id, then a suffix that is unique among the messages of the request (assumed).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...state.context import Context
from ...state.rng import ALPHANUMERIC
from ...state.store import Row

__all__ = [
    "ATTACHMENT",
    "ID_LENGTH",
    "OPTOUT",
    "SHORTLINK",
    "Link",
    "exists",
    "message_with",
    "new_id",
    "optout_list_id",
    "resolve",
    "set_optout_list_id",
    "suffixes",
    "url_of",
]

ATTACHMENT = "attachment"
OPTOUT = "optout"
SHORTLINK = "shortlink"
"""Kinds of links."""

ID_LENGTH = 5
_SUFFIX_LENGTH = 4
_SUFFIXES = len(ALPHANUMERIC) ** _SUFFIX_LENGTH
_STRIDE = 5_464_363
"""A prime, so that steps of this size reach every suffix once before one repeats."""

_OPTOUT_LIST = "optout_list_id"
_COLUMNS = {SHORTLINK: ("shortlinks", "short_id"), ATTACHMENT: ("attachments", "attachment_id")}
"""Table and column of the link ids."""

_WITH_LINKS = (
    "campaign IN (SELECT id FROM campaigns WHERE instr(text, '{{') OR instr(text, '/') OR channel = 'multichannel')"
)
"""The condition for messages that can contain a link; there is an index for it."""


class Link(NamedTuple):
    """The link behind a URL; with the recipient, campaign and group if the URL is that of one recipient.

    `kind` is `SHORTLINK`, `ATTACHMENT` or `OPTOUT`.
    """

    kind: str
    id: str
    phone_number: str | None = None
    campaign_id: str | None = None
    group_id: int | None = None


def url_of(context: Context, link_id: str, suffix: str = "") -> str:
    """The short URL of a link."""
    return f"{context.settings.link_host}/{link_id}{suffix}"


def suffixes(context: Context) -> Iterator[str]:
    """Unique suffixes for the recipients of one request."""
    number = context.rng.number() % _SUFFIXES
    while True:
        number = (number + _STRIDE) % _SUFFIXES
        yield _suffix(number)


def new_id(context: Context) -> str:
    """An unused link id."""
    while _kind_of(context, link_id := context.rng.text(ID_LENGTH)):
        pass
    return link_id


def exists(context: Context, kind: str, link_id: str) -> bool:
    """Whether there is a short link or an attachment with this id."""
    return bool(context.store.among(*_COLUMNS[kind], [link_id]))


def optout_list_id(context: Context) -> str:
    """The id of the account's opt-out list, which is also the id of its link."""
    return str(context.store.get(_OPTOUT_LIST))


def set_optout_list_id(context: Context, list_id: str) -> None:
    """Set the id of the opt-out list."""
    context.store.put(_OPTOUT_LIST, list_id)


def resolve(context: Context, url: str) -> Link | None:
    """The link behind a URL, or None if it is not a link of the account.

    The recipient is that of the latest message that contains the URL.
    """
    name = url.rstrip("/").rpartition("/")[2]
    link_id, suffix = name[:ID_LENGTH], name[ID_LENGTH:]
    kind = _kind_of(context, link_id)
    if kind is None:
        return None
    message = message_with(context, url_of(context, link_id, suffix)) if suffix else None
    if message is None:
        return Link(kind, link_id)
    return Link(kind, link_id, message["recipient"], message["campaign_id"], message["group_id"])


def message_with(context: Context, url: str, phone_number: str | None = None) -> Row | None:
    """The latest message that contains this URL, to this number if one is given.

    The row has the `group_id` of the recipient if the message was sent to groups.
    """
    found, values = (_WITH_LINKS, ()) if phone_number is None else ("recipient = ?", (phone_number,))
    return context.store.one(
        "SELECT messages.*, (SELECT contacts.group_id FROM campaigns, json_each(campaigns.groups) AS sent_groups "
        "JOIN contacts ON contacts.group_id = json_extract(sent_groups.value, '$.id') "
        "WHERE campaigns.campaign_id = messages.campaign_id AND contacts.phone_number = messages.recipient "
        "ORDER BY sent_groups.key) AS group_id "
        f"FROM messages WHERE {found} AND instr(text, ?) ORDER BY +id DESC LIMIT 1",
        *(*values, url),
    )


def _kind_of(context: Context, link_id: str) -> str | None:
    if link_id == context.store.get(_OPTOUT_LIST):
        return OPTOUT
    return next((kind for kind in _COLUMNS if exists(context, kind, link_id)), None)


def _suffix(number: int) -> str:
    characters = []
    for _ in range(_SUFFIX_LENGTH):
        number, index = divmod(number, len(ALPHANUMERIC))
        characters.append(ALPHANUMERIC[index])
    return "".join(characters)
