"""Groups and the contacts in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...engine.exports import as_csv, as_xlsx
from ...engine.paging import page_of
from ...engine.registry import Call, Success, operation
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ...telecom.prices import SMS_PRICES
from .service import FIELDS

_LONGEST_SHOWN_NAME = 40
"""A name may have 60 characters, but in these answers 40: a longer one is cut (assumed)."""

_CONTACTS = (
    "SELECT *, EXISTS (SELECT 1 FROM optouts WHERE optouts.phone_number = contacts.phone_number) AS optout "
    "FROM contacts WHERE group_id = ?"
)
_COLUMNS = ("id", "phoneNumber", "countryIso", *FIELDS, "groupId", "optout", "dateAdded")


@operation("create_group")
def create_group(context: Context, call: Call) -> dict[str, Any]:
    """Set up an empty group under a name of its own."""
    name = call.body["name"]
    if context.store.among("groups", "name", [name]):
        raise ApiError(1211)
    context.store.insert("groups", [{"name": name, "created_at": context.stamp()}])
    group = context.store.one("SELECT * FROM groups WHERE name = ?", name)
    assert group is not None
    return {"info": _basics(group)}


@operation("get_groups_list")
def get_groups_list(context: Context, call: Call) -> dict[str, Any]:
    """Show all groups, the latest first."""
    groups = context.store.all("SELECT * FROM groups ORDER BY id DESC")
    totals = _totals(context)
    return {"data": [{**_basics(group), **_summary(group, totals.get(group["id"], ()))} for group in groups]}


@operation("get_group_details")
def get_group_details(context: Context, call: Call) -> dict[str, Any]:
    """Show a group and a page of its contacts."""
    group = _group(context, call)
    page = page_of(context, call.parameters, _CONTACTS, group["id"])
    summary = _summary(group, _totals(context, group["id"]).get(group["id"], ()))
    return {
        "info": {"id": group["id"], "name": group["name"], **summary},
        "data": [{**_shown(row), "customFields": json.loads(row["custom_fields"])} for row in page.rows],
        "paging": page.paging,
    }


@operation("add_contacts_to_group")
def add_contacts_to_group(context: Context, call: Call) -> dict[str, Any]:
    """Put contacts into a group, as plain numbers or with names and fields; who is in it already stays as he is."""
    group = _group(context, call)
    entries = [{"phoneNumber": each} if isinstance(each, str) else each for each in call.body["phoneNumbers"]]
    found = [
        (parse_number(entry["phoneNumber"], entry.get("countryIso") or call.body.get("countryIso")), entry)
        for entry in entries
    ]
    invalid = [entry["phoneNumber"] for number, entry in found if number is None]
    if invalid and (not call.body.get("allowInvalid") or len(invalid) == len(entries)):
        raise ApiError(1207 if len(entries) == 1 else 1210, invalid=invalid)
    present = context.store.all("SELECT phone_number FROM contacts WHERE group_id = ?", group["id"])
    taken = {row["phone_number"] for row in present}
    added: dict[Number, Row] = {}
    for number, entry in found:
        if number and number.e164 not in taken:
            added.setdefault(number, entry)
    context.store.insert("contacts", [_row(context, group, number, entry) for number, entry in added.items()])
    return {"info": _added(context, list(added), invalid, len(entries))}


@operation("update_contact_from_group")
def update_contact_from_group(context: Context, call: Call) -> Any:
    """Change some fields of a contact."""
    contact = _contact(context, call)
    changed = {column: call.body[name] for name, column in FIELDS.items() if name in call.body}
    if "customFields" in call.body:
        changed["custom_fields"] = json.dumps(call.body["customFields"])
    if "phoneNumber" in call.body:
        changed |= _new_number(context, contact, call.body["phoneNumber"])
    if not changed:
        raise ApiError(1213)
    if all(contact[column] == value for column, value in changed.items()):
        return Success(status=204)
    columns = ", ".join(f"{column} = ?" for column in changed)
    context.store.execute(f"UPDATE contacts SET {columns} WHERE id = ?", *changed.values(), contact["id"])
    return {"info": {"id": contact["contact_id"], "groupId": str(contact["group_id"])}}


@operation("delete_contact_from_group")
def delete_contact_from_group(context: Context, call: Call) -> dict[str, Any]:
    """Take one contact out of a group."""
    _group(context, call)
    contact = _contact(context, call)
    context.store.execute("DELETE FROM contacts WHERE id = ?", contact["id"])
    return {
        "info": {
            "id": contact["contact_id"],
            "phoneNumber": contact["phone_number"],
            "countryIso": contact["country_iso"],
        }
    }


@operation("empty_group")
def empty_group(context: Context, call: Call) -> Any:
    """Take all contacts out of a group."""
    group = _group(context, call)
    if not context.store.execute("DELETE FROM contacts WHERE group_id = ?", group["id"]):
        return Success(status=204)
    return {"info": _basics(group)}


@operation("delete_group")
def delete_group(context: Context, call: Call) -> dict[str, Any]:
    """Remove a group and all who are in it."""
    group = _group(context, call)
    count = context.store.execute("DELETE FROM contacts WHERE group_id = ?", group["id"])
    context.store.execute("DELETE FROM groups WHERE id = ?", group["id"])
    return {"info": {"id": group["id"], "name": group["name"], "totalPhoneNumbers": count}}


@operation("export_group_to_csv")
def export_group_to_csv(context: Context, call: Call) -> Success:
    """All contacts of a group as CSV."""
    return as_csv(*_export(context, call))


@operation("export_group_to_xlsx")
def export_group_to_xlsx(context: Context, call: Call) -> Success:
    """All contacts of a group as XLSX."""
    return as_xlsx(*_export(context, call))


def _export(context: Context, call: Call) -> tuple[str, list[str], Iterator[Row]]:
    """Name, columns and rows of an export; a column for each custom field that any contact has."""
    group = _group(context, call)
    contacts = context.store.all(f"{_CONTACTS} ORDER BY id DESC", group["id"])
    custom = [json.loads(contact["custom_fields"]) for contact in contacts]
    headings = {name: _heading(name) for name in dict.fromkeys(name for fields in custom for name in fields)}
    rows = (
        {**_shown(contact), **{headings[name]: value for name, value in fields.items()}}
        for contact, fields in zip(contacts, custom)
    )
    return f"group-{group['id']}", [*_COLUMNS, *headings.values()], rows


def _heading(name: str) -> str:
    """The column of a custom field; one named like a field that every contact has is told apart (assumed)."""
    return f"customFields.{name}" if name in _COLUMNS else name


def _group(context: Context, call: Call) -> Row:
    group = context.store.one("SELECT * FROM groups WHERE id = ?", call.parameters["groupId"])
    if group is None:
        raise ApiError(1200)
    return group


def _contact(context: Context, call: Call) -> Row:
    contact = context.store.one(
        "SELECT * FROM contacts WHERE group_id = ? AND contact_id = ?",
        *(call.parameters["groupId"], call.parameters["phoneNumberId"].lower()),
    )
    if contact is None:
        raise ApiError(1202)
    return contact


def _new_number(context: Context, contact: Row, written: str) -> Row:
    """The columns of another number for a contact, which nobody else in the group may have."""
    number = parse_number(written)
    if number is None:
        raise ApiError(INVALID_PARAM, detail="`phoneNumber` is not a phone number in E.164 format.")
    if context.store.one(
        "SELECT 1 FROM contacts WHERE group_id = ? AND phone_number = ? AND id != ?",
        *(contact["group_id"], number.e164, contact["id"]),
    ):
        raise ApiError(1215)
    return {"phone_number": number.e164, "country_iso": number.country}


def _row(context: Context, group: Row, number: Number, entry: Mapping[str, Any]) -> Row:
    return {
        "contact_id": context.rng.uuid(),
        "group_id": group["id"],
        "phone_number": number.e164,
        "country_iso": number.country,
        **{column: entry.get(name) for name, column in FIELDS.items()},
        "custom_fields": json.dumps(entry.get("customFields", {})),
        "created_at": context.stamp(),
    }


def _added(context: Context, added: Sequence[Number], invalid: Sequence[str], count: int) -> dict[str, Any]:
    """What adding came to; a number that is in the group or came before in the list is a duplicate."""
    opted_out = context.store.among("optouts", "phone_number", [number.e164 for number in added])
    cost = sum(SMS_PRICES.get(number.country, 0) for number in added if number.e164 not in opted_out)
    return {
        "totalCost": as_number(cost),
        "totalValid": len(added),
        "totalInvalid": len(invalid),
        "totalDuplicates": count - len(added) - len(invalid),
        "totalPhoneNumbers": count,
        "invalid": invalid,
        "phoneNumbersByCountry": dict(Counter(number.country for number in added)),
    }


def _basics(group: Row) -> dict[str, Any]:
    return {"id": group["id"], "name": group["name"][:_LONGEST_SHOWN_NAME]}


def _shown(contact: Row) -> dict[str, Any]:
    return {
        "id": contact["contact_id"],
        "phoneNumber": contact["phone_number"],
        "countryIso": contact["country_iso"],
        **{name: contact[column] for name, column in FIELDS.items()},
        "groupId": contact["group_id"],
        "optout": bool(contact["optout"]),
        "dateAdded": contact["created_at"],
    }


def _totals(context: Context, group_id: int | None = None) -> dict[int, list[Row]]:
    """How many contacts a group has in each country, and how many of them have opted out; of all groups, or of one."""
    counted = context.store.all(
        "SELECT contacts.group_id, contacts.country_iso, COUNT(*) AS total, COUNT(optouts.id) AS opted_out "
        "FROM contacts LEFT JOIN optouts USING (phone_number) "
        "WHERE ? IS NULL OR contacts.group_id = ? GROUP BY contacts.group_id, contacts.country_iso",
        *(group_id, group_id),
    )
    totals: dict[int, list[Row]] = {}
    for row in counted:
        totals.setdefault(row["group_id"], []).append(row)
    return totals


def _summary(group: Row, totals: Sequence[Row]) -> dict[str, Any]:
    """Counts, and what one SMS part to everybody costs; one who has opted out costs nothing."""
    cost = sum(SMS_PRICES.get(row["country_iso"], 0) * (row["total"] - row["opted_out"]) for row in totals)
    return {
        "totalPhoneNumbers": sum(row["total"] for row in totals),
        "totalCost": as_number(cost),
        "totalOptouts": sum(row["opted_out"] for row in totals),
        "createdAt": group["created_at"],
    }
