"""Example data: groups and their contacts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number
from .service import contact_row

_GUEST_NUMBERS = (("+31612469334", "NL"), ("+46701740611", "SE"), ("+46701740612", "SE"))
_TRIAL_NUMBERS = (("+4915228817311", "DE"), ("+4915228817312", "DE"))


def fill(context: Context) -> None:
    """Add the groups of the examples: two that the examples read and change, one to empty, one to delete."""
    groups = {each["id"]: each for each in reversed(data(context, "get_groups_list"))}
    context.store.insert(
        "groups",
        [
            {"id": id_, "name": each["name"], "created_at": at(context, each["createdAt"])}
            for id_, each in groups.items()
        ],
    )
    context.store.insert("contacts", list(_contacts(context, groups)))


def _contacts(context: Context, groups: dict[int, Any]) -> Iterator[Row]:
    customers, newsletter, guests, trial = groups.values()
    for contact in reversed(data(context, "get_group_details")):
        yield _row(context, customers, contact)
    operations = context.spec.operations
    updated = operations["update_contact_from_group"].example("phoneNumberId")
    olivia = {"firstName": "Olivia", "lastName": "Harris", "customFields": {"customerNumber": "C-1042"}}
    yield _row(context, newsletter, {"id": updated, "phoneNumber": "+61491570156", "countryIso": "AU", **olivia})
    deleted = operations["delete_contact_from_group"].response_example["info"]
    yield _row(context, newsletter, {**deleted, "firstName": "Maya", "lastName": "Collins"})
    for group, numbers in ((guests, _GUEST_NUMBERS), (trial, _TRIAL_NUMBERS)):
        for phone_number, country in numbers:
            yield _row(context, group, {"id": context.rng.uuid(), "phoneNumber": phone_number, "countryIso": country})


def _row(context: Context, group: dict[str, Any], contact: dict[str, Any]) -> Row:
    number = Number(contact["phoneNumber"], contact["countryIso"])
    created_at = at(context, contact.get("dateAdded", group["createdAt"]))
    return contact_row(group, contact, number, contact["id"], created_at)
