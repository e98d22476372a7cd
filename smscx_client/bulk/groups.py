"""Groups that a job makes for its batches: made, filled and found again, so that each step can be repeated.

A group has a name that follows from the idempotency id of its batch. A contact that is in a group already stays
unchanged when it is added again (assumed: the API counts such contacts as duplicates).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from smscx_client._phone_numbers import phone_number_keys
from smscx_client.exceptions import DuplicateValueException, ResourceNotFoundException

if TYPE_CHECKING:
    from smscx_client._models.json import JsonText
    from smscx_client.client import Client

__all__ = ["fill", "find", "made", "missing_from", "name_of", "remove"]

_PREFIX = "job "


def made(client: Client, batch_id: str) -> int:
    """Return the id of the group of a batch; make the group unless an earlier try has made it."""
    try:
        return int(client.groups.create_group({"name": name_of(batch_id)}).info.id)
    except DuplicateValueException:
        found = find(client, batch_id)
        if found is None:
            raise
        return found


def fill(client: Client, group_id: int, contacts: JsonText) -> list[str]:
    """Add contacts to a group; return those numbers that the API finds invalid."""
    body: Any = {"phoneNumbers": contacts, "allowInvalid": True}
    return list(client.groups.add_contacts_to_group(group_id, body, _check_input_type=False).info.invalid)


def name_of(batch_id: str) -> str:
    """Return the name of the group of a batch."""
    return f"{_PREFIX}{batch_id.replace('-', '')}"


def find(client: Client, batch_id: str) -> int | None:
    """Return the id of the group of a batch; None if there is none."""
    name = name_of(batch_id)
    for group in client.groups.get_groups_list().data:
        if group.name == name:
            return int(group.id)
    return None


def remove(client: Client, group_id: int) -> None:
    """Delete a group; one that does not exist is deleted already."""
    with suppress(ResourceNotFoundException):
        client.groups.delete_group(group_id)


def missing_from(client: Client, group_id: int, contacts: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the contacts whose phone number is not in the group. A national number is missing if it is not certain."""
    keys = phone_number_keys([contact["phoneNumber"] for contact in contacts])
    missing = set(keys).difference(contact.phone_number for contact in client.groups.iter_group_details(group_id))
    return [contact for contact, key in zip(contacts, keys) if key in missing]
