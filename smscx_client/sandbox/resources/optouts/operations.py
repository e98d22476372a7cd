"""Operations of the opt-out list: list, add, delete, export."""

from __future__ import annotations

from functools import partial
from typing import Any

from ...engine.exports import ToFile, as_csv_later, as_xlsx, read_in_steps
from ...engine.http import Response
from ...engine.paging import page_of
from ...engine.registry import Call, Finish, operation, operation_in_steps
from ...engine.steps import Steps
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


def _export(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export the list."""
    rows = yield from read_in_steps(context, _ENTRIES)
    return finish(to_file("optouts", list(_FIELDS), map(_entry_json, rows)))


operation_in_steps("export_optouts_to_csv")(partial(_export, to_file=as_csv_later))
operation_in_steps("export_optouts_to_xlsx")(partial(_export, to_file=as_xlsx))


def _entry_json(entry: Row) -> dict[str, Any]:
    fields = {name: entry[column] for name, column in _FIELDS.items()}
    return {**fields, "groupId": None if entry["group_id"] is None else str(entry["group_id"])}
