"""The people in groups, as campaigns and groups both need them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row

__all__ = ["FIELDS", "Audience", "of_groups", "placeholders"]

FIELDS = {
    "firstName": "first_name",
    "lastName": "last_name",
    "email": "email",
    **{f"field{number}": f"field{number}" for number in range(1, 6)},
}
"""The column of each field that a contact has in the API, and that a text may name as `{{firstName}}`."""


class Audience(NamedTuple):
    """Whom a campaign goes to.

    `contacts` are rows of the table `contacts`, each phone number once, in the order of the groups asked for and in
    each the earliest first. `groups` is `info.groups` of a campaign: `{"id", "name", "phoneNumbers"}` for each group,
    counted before duplicates are removed. `duplicates_removed` is how many contacts were left out as their number came
    before.
    """

    contacts: list[Row]
    groups: list[dict[str, Any]]
    duplicates_removed: int


def of_groups(context: Context, group_ids: Sequence[int]) -> Audience:
    """The contacts of these groups, de-duplicated by number: the first one found of each number stays.

    A group that is named twice counts once. Raises `ApiError` 1140 if a group does not exist, 1102 if there is no
    contact in any of them.
    """
    groups = []
    first: dict[str, Row] = {}
    for group_id in dict.fromkeys(group_ids):
        group = context.store.one("SELECT * FROM groups WHERE id = ?", group_id)
        if group is None:
            raise ApiError(1140, detail=f"It is {group_id}.")
        rows = context.store.all("SELECT * FROM contacts WHERE group_id = ? ORDER BY id", group_id)
        groups.append({"id": group_id, "name": group["name"], "phoneNumbers": len(rows)})
        for row in rows:
            first.setdefault(row["phone_number"], row)
    if not first:
        raise ApiError(1102)
    return Audience(list(first.values()), groups, sum(group["phoneNumbers"] for group in groups) - len(first))


def placeholders(contact: Row) -> dict[str, str]:
    """What each placeholder of a contact stands for; a field without data is an empty string, custom fields go last.

    A custom field that has the name of a field above is shadowed by it (assumed).
    """
    return {**json.loads(contact["custom_fields"]), **{name: contact[column] or "" for name, column in FIELDS.items()}}
