"""Operations of groups and their contacts."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...engine.exports import ToFile, as_csv_later, as_xlsx, read_in_steps
from ...engine.http import Response
from ...engine.paging import page_of
from ...engine.registry import Call, Finish, Success, long_operation, operation, operation_in_steps
from ...engine.steps import SLICE, Steps, at_once, slices
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ...telecom.numbers import Number, parse_number
from ...telecom.prices import SMS_PRICES
from ..numbers.service import count_by_country, refuse_invalid
from ..optouts.service import opted_out
from .service import FIELDS, contact_row

_LONGEST_NAME_IN_RESPONSE = 40
"""A name can have 60 characters, but 40 in these responses: a longer name is cut off (assumed)."""

_CONTACTS = (
    "SELECT *, EXISTS (SELECT 1 FROM optouts WHERE optouts.phone_number = contacts.phone_number) AS optout "
    "FROM contacts WHERE group_id = ?"
)
_COLUMNS = ("id", "phoneNumber", "countryIso", *FIELDS, "groupId", "optout", "dateAdded")


@operation("create_group")
def create_group(context: Context, call: Call) -> dict[str, Any]:
    """Create an empty group with a unique name."""
    name = call.body["name"]
    if context.store.among("groups", "name", [name]):
        raise ApiError(1211)
    context.store.insert("groups", [{"name": name, "created_at": context.stamp()}])
    group = context.store.one("SELECT * FROM groups WHERE name = ?", name)
    assert group is not None
    return {"info": _group_json(group)}


@operation("get_groups_list")
def get_groups_list(context: Context, call: Call) -> dict[str, Any]:
    """List all groups, newest first."""
    groups = context.store.all("SELECT * FROM groups ORDER BY id DESC")
    totals = _totals(context)
    return {"data": [{**_group_json(group), **_summary(group, totals.get(group["id"], ()))} for group in groups]}


@operation("get_group_details")
def get_group_details(context: Context, call: Call) -> dict[str, Any]:
    """Return a group and a page of its contacts."""
    group = _group(context, call)
    page = page_of(context, call.parameters, _CONTACTS, group["id"])
    summary = _summary(group, _totals(context, group["id"]).get(group["id"], ()))
    return {
        "info": {"id": group["id"], "name": group["name"], **summary},
        "data": [{**_contact_json(row), "customFields": json.loads(row["custom_fields"])} for row in page.rows],
        "paging": page.paging,
    }


@operation("add_contacts_to_group")
def add_contacts_to_group(context: Context, call: Call) -> dict[str, Any]:
    """Add contacts to a group, given as numbers or with fields. Contacts already in the group stay unchanged."""
    group = _group(context, call)
    contacts = at_once(_parsed_contacts(call.body))
    added = list(_add(context, group, list(contacts.valid.items())).values())
    return {"info": _added_info(contacts, added, opted_out(context, added))}


def _has_many_contacts(context: Context, call: Call) -> bool:
    return len(call.body["phoneNumbers"]) > SLICE


@long_operation("add_contacts_to_group", _has_many_contacts)
def _add_many(context: Context, call: Call, finish: Finish) -> Steps[Response]:
    """Add many contacts while other requests run. If it fails, those that it has added are deleted."""
    _group(context, call)
    contacts = yield from _parsed_contacts(call.body)
    items = list(contacts.valid.items())
    added: dict[str, Number] = {}
    on_optout_list: set[str] = set()
    try:
        for part in slices(len(items)):
            yield None
            with context.transaction():
                new = _add(context, _group(context, call), items[part])  # the group may be gone
            added.update(new)
            on_optout_list |= opted_out(context, list(new.values()))
        info = yield partial(_added_info, contacts, list(added.values()), on_optout_list)
        with context.transaction():
            return finish(Success({"info": info}))
    except Exception:
        ids = json.dumps(list(added))
        context.store.execute("DELETE FROM contacts WHERE contact_id IN (SELECT value FROM json_each(?))", ids)
        raise


@dataclass(frozen=True)
class _Contacts:
    """The contacts of a request: how many there are, the invalid ones, and the first one with each valid number."""

    count: int
    invalid: list[str]
    valid: dict[Number, Row]


def _parsed_contacts(body: dict[str, Any]) -> Steps[_Contacts]:
    """Parse the contacts of a request, in steps; an `ApiError` if too many are invalid."""
    contacts = [{"phoneNumber": each} if isinstance(each, str) else each for each in body["phoneNumbers"]]
    invalid: list[str] = []
    valid: dict[Number, Row] = {}
    for part in slices(len(contacts)):
        if part.start:
            yield None
        for contact in contacts[part]:
            text = contact["phoneNumber"]
            number = parse_number(text, contact.get("countryIso") or body.get("countryIso"))
            if number is None:
                invalid.append(text)
            else:
                valid.setdefault(number, contact)
    refuse_invalid(invalid, len(contacts), allow_some=bool(body.get("allowInvalid")))
    return _Contacts(len(contacts), invalid, valid)


def _add(context: Context, group: Row, contacts: Sequence[tuple[Number, Row]]) -> dict[str, Number]:
    """Add contacts to a group; returns those that were not in it, by contact id."""
    rows = context.store.all(
        "SELECT phone_number FROM contacts WHERE group_id = ? AND phone_number IN (SELECT value FROM json_each(?))",
        *(group["id"], json.dumps([number.e164 for number, _ in contacts])),
    )
    existing = {row["phone_number"] for row in rows}
    new = {context.rng.uuid(): each for each in contacts if each[0].e164 not in existing}
    now = context.stamp()
    context.store.insert(
        "contacts", [contact_row(group, contact, number, key, now) for key, (number, contact) in new.items()]
    )
    return {contact_id: number for contact_id, (number, _) in new.items()}


@operation("update_contact_from_group")
def update_contact_from_group(context: Context, call: Call) -> Any:
    """Change some fields of a contact."""
    contact = _contact(context, call)
    changes = {column: call.body[name] for name, column in FIELDS.items() if name in call.body}
    if "customFields" in call.body:
        changes["custom_fields"] = json.dumps(call.body["customFields"])
    if "phoneNumber" in call.body:
        changes |= _new_number(context, contact, call.body["phoneNumber"])
    if not changes:
        raise ApiError(1213)
    if all(contact[column] == value for column, value in changes.items()):
        return Success(status=204)
    columns = ", ".join(f"{column} = ?" for column in changes)
    context.store.execute(f"UPDATE contacts SET {columns} WHERE id = ?", *changes.values(), contact["id"])
    return {"info": {"id": contact["contact_id"], "groupId": str(contact["group_id"])}}


@operation("delete_contact_from_group")
def delete_contact_from_group(context: Context, call: Call) -> dict[str, Any]:
    """Delete one contact of a group."""
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
    """Delete all contacts of a group."""
    group = _group(context, call)
    if not context.store.execute("DELETE FROM contacts WHERE group_id = ?", group["id"]):
        return Success(status=204)
    return {"info": _group_json(group)}


@operation("delete_group")
def delete_group(context: Context, call: Call) -> dict[str, Any]:
    """Delete a group and its contacts."""
    group = _group(context, call)
    count = context.store.execute("DELETE FROM contacts WHERE group_id = ?", group["id"])
    context.store.execute("DELETE FROM groups WHERE id = ?", group["id"])
    return {"info": {"id": group["id"], "name": group["name"], "totalPhoneNumbers": count}}


def _export(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export all contacts of a group, with a column for each custom field that any contact has."""
    group = _group(context, call)
    contacts = yield from read_in_steps(context, _CONTACTS, group["id"])
    custom = yield lambda: [json.loads(contact["custom_fields"]) for contact in contacts]
    headings = {name: _heading(name) for name in dict.fromkeys(name for fields in custom for name in fields)}
    rows = (
        {**_contact_json(contact), **{headings[name]: value for name, value in fields.items()}}
        for contact, fields in zip(contacts, custom)
    )
    return finish(to_file(f"group-{group['id']}", [*_COLUMNS, *headings.values()], rows))


operation_in_steps("export_group_to_csv")(partial(_export, to_file=as_csv_later))
operation_in_steps("export_group_to_xlsx")(partial(_export, to_file=as_xlsx))


def _heading(name: str) -> str:
    """The column of a custom field; a prefix distinguishes it from a standard field with the same name (assumed)."""
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


def _new_number(context: Context, contact: Row, text: str) -> Row:
    """The columns of a contact's new number; an `ApiError` if another contact of the group has it."""
    number = parse_number(text)
    if number is None:
        raise ApiError(INVALID_PARAM, detail="`phoneNumber` is not a phone number in E.164 format.")
    if context.store.one(
        "SELECT 1 FROM contacts WHERE group_id = ? AND phone_number = ? AND id != ?",
        *(contact["group_id"], number.e164, contact["id"]),
    ):
        raise ApiError(1215)
    return {"phone_number": number.e164, "country_iso": number.country}


def _added_info(contacts: _Contacts, added: Sequence[Number], on_optout_list: Container[str]) -> dict[str, Any]:
    """The result of adding contacts; a number that is in the group or earlier in the list is a duplicate."""
    cost = sum(SMS_PRICES.get(number.country, 0) for number in added if number.e164 not in on_optout_list)
    return {
        "totalCost": as_number(cost),
        "totalValid": len(added),
        "totalInvalid": len(contacts.invalid),
        "totalDuplicates": contacts.count - len(added) - len(contacts.invalid),
        "totalPhoneNumbers": contacts.count,
        "invalid": contacts.invalid,
        "phoneNumbersByCountry": count_by_country(added),
    }


def _group_json(group: Row) -> dict[str, Any]:
    return {"id": group["id"], "name": group["name"][:_LONGEST_NAME_IN_RESPONSE]}


def _contact_json(contact: Row) -> dict[str, Any]:
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
    """The number of contacts and of opt-outs by country, of each group or of one."""
    rows = context.store.all("SELECT * FROM contact_totals WHERE total > 0 AND ifnull(group_id = ?, TRUE)", group_id)
    totals: dict[int, list[Row]] = {}
    for row in rows:
        totals.setdefault(row["group_id"], []).append(row)
    return totals


def _summary(group: Row, totals: Sequence[Row]) -> dict[str, Any]:
    """Counts, and the cost of one SMS part to each contact without an opt-out."""
    cost = sum(SMS_PRICES.get(row["country_iso"], 0) * (row["total"] - row["opted_out"]) for row in totals)
    return {
        "totalPhoneNumbers": sum(row["total"] for row in totals),
        "totalCost": as_number(cost),
        "totalOptouts": sum(row["opted_out"] for row in totals),
        "createdAt": group["created_at"],
    }
