"""The opt-out list: its id, and who is on it."""

from __future__ import annotations

from ...spec.examples import at, data
from ...state.context import World
from ..links import service as links


def fill(world: World) -> None:
    """Add the entries of the example."""
    info = world.spec.operations["get_optouts_list"].answer_example["info"]
    links.set_optout_list_id(world, info["id"])
    rows = [
        {
            "id": shown["id"],
            "phone_number": shown["phoneNumber"],
            "country_iso": shown["countryIso"],
            "type": shown["optoutFrom"],
            "created_at": at(world, shown["datetime"]),
            "campaign_id": shown["campaignId"],
            "group_id": shown["groupId"],
        }
        for shown in reversed(data(world, "get_optouts_list"))
    ]
    world.store.insert("optouts", rows)
