"""Opt-outs: numbers added by the account itself (`admin`), or by their owner with a link in a message (`link`)."""

from __future__ import annotations

from collections.abc import Sequence

from ...spec.errors import INVALID_PARAM, ApiError
from ...state import webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ..applications.service import callback
from ..links import service as links

__all__ = ["ADMIN", "LINK", "add_by_admin", "add_by_link", "opted_out"]

ADMIN = "admin"
LINK = "link"


def opted_out(context: Context, numbers: Sequence[Number]) -> set[str]:
    """The numbers among these that are on the list, in E.164."""
    return context.store.among("optouts", "phone_number", [number.e164 for number in numbers])


def add_by_admin(context: Context, numbers: Sequence[Number]) -> list[Number]:
    """Add numbers to the list; returns those that were not on it, each once."""
    listed = opted_out(context, numbers)
    added = [number for number in dict.fromkeys(numbers) if number.e164 not in listed]
    _insert(context, added, ADMIN)
    return added


def add_by_link(
    context: Context, phone_number: str, campaign_id: str | None = None, group_id: int | None = None
) -> Row:
    """Add a number to the list, as its owner does with the link in a message; returns its row of the table `optouts`.

    `campaign_id` and `group_id` are those of the message, if known. An entry of type `link` stays as it is. An entry of
    type `admin` becomes one of type `link`: the account cannot delete an opt-out of the owner (assumed).
    """
    number = parse_number(phone_number)
    if number is None:
        raise ApiError(INVALID_PARAM, detail=f"{phone_number} is not a valid phone number.")
    entry = context.store.one("SELECT * FROM optouts WHERE phone_number = ?", number.e164)
    if entry and entry["type"] == LINK:
        return entry
    context.store.execute("DELETE FROM optouts WHERE phone_number = ?", number.e164)
    (entry,) = _insert(context, [number], LINK, campaign_id, group_id)
    return entry


def _insert(
    context: Context,
    numbers: Sequence[Number],
    type_: str,
    campaign_id: str | None = None,
    group_id: int | None = None,
) -> list[Row]:
    shared = {"type": type_, "created_at": context.stamp(), "campaign_id": campaign_id, "group_id": group_id}
    (latest,) = context.store.all("SELECT ifnull(max(id), 0) AS id FROM optouts")
    context.store.insert(
        "optouts", [{"phone_number": number.e164, "country_iso": number.country, **shared} for number in numbers]
    )
    rows = context.store.all("SELECT * FROM optouts WHERE id > ? ORDER BY id", latest["id"])
    _queue_callback(context, rows)
    return rows


def _queue_callback(context: Context, rows: Sequence[Row]) -> None:
    """Queue `new_optout`. `hitId` is the id of the entry, as an opt-out has no other number (assumed)."""
    list_id = links.optout_list_id(context)
    shared = {"optoutId": list_id, "optoutUrl": links.url_of(context, list_id)}
    items = [
        {
            "hitId": row["id"],
            **shared,
            "optoutType": row["type"],
            "countryIso": row["country_iso"],
            "datetime": row["created_at"],
            "phoneNumber": row["phone_number"],
            "campaignId": row["campaign_id"],
            "groupId": None if row["group_id"] is None else str(row["group_id"]),
        }
        for row in rows
    ]
    webhook_queue.notify(context, "new_optout", callback(context, "optouts", "optoutsCallback"), items)
