"""The contacts of groups, for campaigns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...engine.steps import SLICE, Steps, at_once
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number

__all__ = ["FIELDS", "GroupContacts", "contacts_in_steps", "contacts_of", "contact_row", "placeholders"]

FIELDS = {
    "firstName": "first_name",
    "lastName": "last_name",
    "email": "email",
    **{f"field{number}": f"field{number}" for number in range(1, 6)},
}
"""The column of each field of a contact; a text can contain any of them as a placeholder such as `{{firstName}}`."""


_NEXT_CONTACTS = "SELECT * FROM contacts WHERE group_id = ? AND id > ? ORDER BY id LIMIT ?"


class GroupContacts(NamedTuple):
    """The contacts of one or more groups.

    `contacts` are rows of the table `contacts`, each phone number once, in the order of the requested groups; within a
    group the oldest is first. `groups` is `info.groups` of a campaign: `{"id", "name", "phoneNumbers"}` of each group,
    duplicates included. `duplicates_removed` is the number of contacts left out because their phone number came before.
    """

    contacts: list[Row]
    groups: list[dict[str, Any]]
    duplicates_removed: int


def contacts_of(context: Context, group_ids: Sequence[int]) -> GroupContacts:
    """The contacts of these groups; see `contacts_in_steps`."""
    return at_once(contacts_in_steps(context, group_ids))


def contacts_in_steps(context: Context, group_ids: Sequence[int]) -> Steps[GroupContacts]:
    """The contacts of these groups, in steps; of contacts with the same number only the first.

    A group that is given twice counts once. Raises `ApiError` 1140 if a group does not exist, 1102 if the groups have
    no contacts.
    """
    groups = []
    first: dict[str, Row] = {}
    for group_id in dict.fromkeys(group_ids):
        group = context.store.one("SELECT * FROM groups WHERE id = ?", group_id)
        if group is None:
            raise ApiError(1140, detail=f"Group: {group_id}.")
        count = last = 0
        while rows := context.store.all(_NEXT_CONTACTS, group_id, last, SLICE):
            count, last = count + len(rows), rows[-1]["id"]
            for row in rows:
                first.setdefault(row["phone_number"], row)
            if len(rows) < SLICE:
                break
            yield None
        groups.append({"id": group_id, "name": group["name"], "phoneNumbers": count})
    if not first:
        raise ApiError(1102)
    return GroupContacts(list(first.values()), groups, sum(group["phoneNumbers"] for group in groups) - len(first))


def contact_row(group: Row, contact: Mapping[str, Any], number: Number, contact_id: str, created_at: str) -> Row:
    """A row of the table `contacts` for a contact as the API has it."""
    return {
        "contact_id": contact_id,
        "group_id": group["id"],
        "phone_number": number.e164,
        "country_iso": number.country,
        **{column: contact.get(name) for name, column in FIELDS.items()},
        "custom_fields": json.dumps(contact.get("customFields", {})),
        "created_at": created_at,
    }


def placeholders(contact: Row) -> dict[str, str]:
    """The value of each placeholder for a contact; a field without a value is an empty string.

    A field in `FIELDS` takes precedence over a custom field with the same name (assumed).
    """
    return {**json.loads(contact["custom_fields"]), **{name: contact[column] or "" for name, column in FIELDS.items()}}
