"""Operations of the opt-out list: list, add, delete, export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...engine.exports import as_csv, as_xlsx
from ...engine.paging import page_of
from ...engine.registry import Call, Success, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import parse_number
from ..links import service as links
from ..numbers.service import count_by_country
from .service import LINK, add_by_admin

_ENTRIES = (
    "SELECT optouts.*, groups.name AS group_name, nullif(campaigns.name, '') AS campaign_name FROM optouts "
    "LEFT JOIN groups ON groups.id = optouts.group_id "
    "LEFT JOIN campaigns ON campaigns.campaign_id = optouts.campaign_id"
)
_FIELDS = {
    "id": "id",
    "phoneNumber": "phone_number",
    "countryIso": "country_iso",
    "optoutFrom": "type",
    "datetime": "created_at",
    "campaignId": "campaign_id",
    "groupId": "group_id",
    "groupName": "group_name",
    "campaignName": "campaign_name",
}


@operation("get_optouts_list")
def get_optouts_list(context: Context, call: Call) -> dict[str, Any]:
    """List the entries, newest first."""
    page = page_of(context, call.parameters, _ENTRIES)
    list_id = links.optout_list_id(context)
    return {
        "info": {"id": list_id, "link": links.url_of(context, list_id), "total": context.store.count("optouts")},
        "data": [_entry_json(row) for row in page.rows],
        "paging": page.paging,
    }


@operation("add_contact_to_optouts_list")
def add_contact_to_optouts_list(context: Context, call: Call) -> dict[str, Any]:
    """Add numbers to the list as `admin`."""
    texts = call.body["phoneNumbers"]
    parsed = [(text, parse_number(text, call.body.get("countryIso"))) for text in texts]
    invalid = [text for text, number in parsed if number is None]
    if invalid and not call.body.get("allowInvalid"):
        raise ApiError(1210, invalid=invalid)
    added = add_by_admin(context, [number for _, number in parsed if number])
    if not added:
        raise ApiError(1441, invalid=invalid)
    return {
        "info": {
            "totalValid": len(added),
            "totalInvalid": len(invalid),
            "totalDuplicates": len(texts) - len(added) - len(invalid),
            "totalPhoneNumbers": len(texts),
            "invalid": invalid,
            "phoneNumbersByCountry": count_by_country(added),
        }
    }


@operation("delete_contact_from_optouts_list")
def delete_contact_from_optouts_list(context: Context, call: Call) -> dict[str, Any]:
    """Delete an entry that the account has added."""
    entry = context.store.one("SELECT * FROM optouts WHERE id = ?", call.parameters["optoutId"])
    if entry is None:
        raise ApiError(1202)
    if entry["type"] == LINK:
        raise ApiError(1443)
    context.store.execute("DELETE FROM optouts WHERE id = ?", entry["id"])
    return {"info": {"id": str(entry["id"]), "phoneNumber": entry["phone_number"]}}


@operation("export_optouts_to_csv")
def export_optouts_to_csv(context: Context, call: Call) -> Success:
    """Export the list as CSV."""
    return as_csv("optouts", list(_FIELDS), _all_entries(context))


@operation("export_optouts_to_xlsx")
def export_optouts_to_xlsx(context: Context, call: Call) -> Success:
    """Export the list as XLSX."""
    return as_xlsx("optouts", list(_FIELDS), _all_entries(context))


def _all_entries(context: Context) -> Iterable[dict[str, Any]]:
    return (_entry_json(row) for row in context.store.all(f"{_ENTRIES} ORDER BY optouts.id DESC"))


def _entry_json(entry: Row) -> dict[str, Any]:
    fields = {name: entry[column] for name, column in _FIELDS.items()}
    return {**fields, "groupId": None if entry["group_id"] is None else str(entry["group_id"])}
