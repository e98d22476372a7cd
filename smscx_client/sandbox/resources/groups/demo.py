"""Groups and the people in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...spec.examples import at, data
from ...state.context import World
from ...state.store import Row
from .service import FIELDS

_GUESTS = (("+31612469334", "NL"), ("+46701740611", "SE"), ("+46701740612", "SE"))
_TRIAL = (("+4915228817311", "DE"), ("+4915228817312", "DE"))


def fill(world: World) -> None:
    """Add the groups of the examples; the first two are read and changed, the others emptied and deleted."""
    groups = {each["id"]: each for each in reversed(data(world, "get_groups_list"))}
    world.store.insert(
        "groups",
        [{"id": id_, "name": each["name"], "created_at": at(world, each["createdAt"])} for id_, each in groups.items()],
    )
    world.store.insert("contacts", list(_contacts(world, groups)))


def _contacts(world: World, groups: dict[int, Any]) -> Iterator[Row]:
    customers, newsletter, guests, trial = groups.values()
    for shown in reversed(data(world, "get_group_details")):
        yield _row(world, customers, shown)
    operations = world.spec.operations
    updated = operations["update_contact_from_group"].example("phoneNumberId")
    olivia = {"firstName": "Olivia", "lastName": "Harris", "customFields": {"customerNumber": "C-1042"}}
    yield _row(world, newsletter, {"id": updated, "phoneNumber": "+61491570156", "countryIso": "AU", **olivia})
    deleted = operations["delete_contact_from_group"].answer_example["info"]
    yield _row(world, newsletter, {**deleted, "firstName": "Maya", "lastName": "Collins"})
    for group, people in ((guests, _GUESTS), (trial, _TRIAL)):
        for phone_number, country in people:
            yield _row(world, group, {"id": world.rng.uuid(), "phoneNumber": phone_number, "countryIso": country})


def _row(world: World, group: dict[str, Any], shown: dict[str, Any]) -> Row:
    return {
        "contact_id": shown["id"],
        "group_id": group["id"],
        "phone_number": shown["phoneNumber"],
        "country_iso": shown["countryIso"],
        **{column: shown.get(name) for name, column in FIELDS.items()},
        "custom_fields": json.dumps(shown.get("customFields", {})),
        "created_at": at(world, shown.get("dateAdded", group["createdAt"])),
    }
