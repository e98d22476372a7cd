"""Groups and the people in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row
from .service import FIELDS

_GUESTS = (("+31612469334", "NL"), ("+46701740611", "SE"), ("+46701740612", "SE"))
_TRIAL = (("+4915228817311", "DE"), ("+4915228817312", "DE"))


def fill(context: Context) -> None:
    """Add the groups of the examples; the first two are read and changed, the others emptied and deleted."""
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
    for shown in reversed(data(context, "get_group_details")):
        yield _row(context, customers, shown)
    operations = context.spec.operations
    updated = operations["update_contact_from_group"].example("phoneNumberId")
    olivia = {"firstName": "Olivia", "lastName": "Harris", "customFields": {"customerNumber": "C-1042"}}
    yield _row(context, newsletter, {"id": updated, "phoneNumber": "+61491570156", "countryIso": "AU", **olivia})
    deleted = operations["delete_contact_from_group"].response_example["info"]
    yield _row(context, newsletter, {**deleted, "firstName": "Maya", "lastName": "Collins"})
    for group, people in ((guests, _GUESTS), (trial, _TRIAL)):
        for phone_number, country in people:
            yield _row(context, group, {"id": context.rng.uuid(), "phoneNumber": phone_number, "countryIso": country})


def _row(context: Context, group: dict[str, Any], shown: dict[str, Any]) -> Row:
    return {
        "contact_id": shown["id"],
        "group_id": group["id"],
        "phone_number": shown["phoneNumber"],
        "country_iso": shown["countryIso"],
        **{column: shown.get(name) for name, column in FIELDS.items()},
        "custom_fields": json.dumps(shown.get("customFields", {})),
        "created_at": at(context, shown.get("dateAdded", group["createdAt"])),
    }
