"""Who wants no more messages: put on the list by the account itself (`admin`), or by a link in a message (`link`)."""

from __future__ import annotations

from collections.abc import Sequence

from ...spec.errors import INVALID_PARAM, ApiError
from ...state import webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ..applications.service import callback
from ..links import service as links

__all__ = ["ADMIN", "LINK", "add_by_admin", "add_by_link"]

ADMIN = "admin"
LINK = "link"


def add_by_admin(context: Context, numbers: Sequence[Number]) -> list[Number]:
    """Put numbers on the list, each once; returns those that were not on it."""
    listed = context.store.among("optouts", "phone_number", [number.e164 for number in numbers])
    added = [number for number in dict.fromkeys(numbers) if number.e164 not in listed]
    _insert(context, added, ADMIN)
    return added


def add_by_link(
    context: Context, phone_number: str, campaign_id: str | None = None, group_id: int | None = None
) -> Row:
    """Put a number on the list as its owner does by the link of a message; returns its entry in the table `optouts`.

    `campaign_id` and `group_id` tell from which message, where that is known. Who is on it by `link` stays so. One that
    the account had put on it is now there by `link`: the account cannot take back what its owner wants (assumed).
    """
    number = parse_number(phone_number)
    if number is None:
        raise ApiError(INVALID_PARAM, detail=f"{phone_number} is not a phone number.")
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
    latest = context.store.one("SELECT MAX(id) AS id FROM optouts")
    context.store.insert(
        "optouts", [{"phone_number": number.e164, "country_iso": number.country, **shared} for number in numbers]
    )
    rows = context.store.all("SELECT * FROM optouts WHERE id > ? ORDER BY id", (latest and latest["id"]) or 0)
    _tell(context, rows)
    return rows


def _tell(context: Context, rows: Sequence[Row]) -> None:
    """Queue `new_optout`. `hitId` is the id of the entry, as nothing else is counted here (assumed)."""
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
