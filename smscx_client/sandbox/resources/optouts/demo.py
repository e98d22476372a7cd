"""The opt-out list: its id, and who is on it."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context
from ..links import service as links


def fill(context: Context) -> None:
    """Add the entries of the example."""
    info = context.spec.operations["get_optouts_list"].response_example["info"]
    links.set_optout_list_id(context, info["id"])
    rows = [
        {
            "id": shown["id"],
            "phone_number": shown["phoneNumber"],
            "country_iso": shown["countryIso"],
            "type": shown["optoutFrom"],
            "created_at": at(context, shown["datetime"]),
            "campaign_id": shown["campaignId"],
            "group_id": shown["groupId"],
        }
        for shown in reversed(data(context, "get_optouts_list"))
    ]
    context.store.insert("optouts", rows)
