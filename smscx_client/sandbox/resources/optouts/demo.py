"""The id of the opt-out list in a new sandbox, and the example data: its id and entries."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context
from ..links import service as links


def set_up(context: Context) -> None:
    """Choose the id of the list."""
    links.set_optout_list_id(context, links.new_id(context))


def fill(context: Context) -> None:
    """Set the id of the example and add its entries."""
    info = context.spec.operations["get_optouts_list"].response_example["info"]
    links.set_optout_list_id(context, info["id"])
    rows = [
        {
            "id": example["id"],
            "phone_number": example["phoneNumber"],
            "country_iso": example["countryIso"],
            "type": example["optoutFrom"],
            "created_at": at(context, example["datetime"]),
            "campaign_id": example["campaignId"],
            "group_id": example["groupId"],
        }
        for example in reversed(data(context, "get_optouts_list"))
    ]
    context.store.insert("optouts", rows)
