"""Templates: texts kept for repeated use."""

from __future__ import annotations

from typing import Any

from ...engine.registry import Call, Success, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from .. import approvals

_RICH_MEDIA = {"imageUrl": "image_url", "buttonCaption": "button_caption", "targetUrl": "target_url"}
_CHANGEABLE = ("name", "text", "channel")
_LONGEST_TEXT = 1000
_SMS = "sms"


@operation("create_template")
def create_template(context: Context, call: Call) -> dict[str, Any]:
    """Keep a text; one for Viber or WhatsApp is handed in for approval. The channel is `sms` unless given (assumed)."""
    row = {**dict.fromkeys(_RICH_MEDIA.values()), "channel": _SMS, **_given(call.body)}
    _check_text(row)
    row.setdefault("name", _free_name(context, f"Template {context.stamp()}"))
    _check_name(context, row["name"])
    context.store.insert("templates", [{**row, **_standing(row), "locked": False, "created_at": context.stamp()}])
    created = context.store.one("SELECT * FROM templates WHERE name = ?", row["name"])
    assert created is not None
    _hand_in(context, created)
    info = {name: created[name] for name in ("id", "name", "text", "channel")}
    if created["channel"] != _SMS:
        info |= {"type": created["type"], "approved": bool(created["approved"])}
    return {"info": info}


@operation("get_templates_list")
def get_templates_list(context: Context, call: Call) -> dict[str, Any]:
    """Show all templates, the latest first."""
    return {"data": [_shown(row) for row in context.store.all("SELECT * FROM templates ORDER BY id DESC")]}


@operation("get_template")
def get_template(context: Context, call: Call) -> dict[str, Any]:
    """Show one template."""
    row = _template(context, call)
    details = {
        "type": row["type"],
        "richMedia": {name: row[column] for name, column in _RICH_MEDIA.items()},
        "locked": bool(row["locked"]),
    }
    return {"data": {**_shown(row), **details}}


@operation("update_template")
def update_template(context: Context, call: Call) -> Any:
    """Change a template that is not locked; on another channel it has to be approved anew."""
    row = _template(context, call)
    given = _given(call.body)
    if not given:
        raise ApiError(1804)
    if row["locked"]:
        raise ApiError(1812)
    changed = {**row, **given}
    _check_text(changed)
    if changed["name"] != row["name"]:
        _check_name(context, changed["name"])
    if changed == row:
        return Success(status=204)
    if changed["channel"] != row["channel"] or "richMedia" in call.body:
        given |= _standing(changed)
    columns = ", ".join(f"{column} = ?" for column in given)
    context.store.execute(f"UPDATE templates SET {columns} WHERE id = ?", *given.values(), row["id"])
    if row["channel"] == _SMS:
        _hand_in(context, {**changed, **given})
    return {"info": {"id": row["id"]}}


@operation("delete_template")
def delete_template(context: Context, call: Call) -> dict[str, Any]:
    """Remove a template."""
    row = _template(context, call)
    context.store.execute("DELETE FROM templates WHERE id = ?", row["id"])
    return {"info": {"id": row["id"]}}


def _template(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM templates WHERE id = ?", call.parameters["templateId"])
    if row is None:
        raise ApiError(1800)
    return row


def _given(body: dict[str, Any]) -> Row:
    """The columns that a request fills; rich media is one value and fills all of its three."""
    rich_media = body.get("richMedia")
    columns = {name: body[name] for name in _CHANGEABLE if name in body}
    if rich_media is not None:
        columns |= {column: rich_media[name] for name, column in _RICH_MEDIA.items()}
    return columns


def _standing(row: Row) -> Row:
    """Type and approval: SMS has none and needs none; with rich media a template is `promotional` (assumed)."""
    if row["channel"] == _SMS:
        return {"type": None, "approved": True}
    has_media = any(row[column] for column in _RICH_MEDIA.values())
    return {"type": "promotional" if has_media else "transactional", "approved": False}


def _hand_in(context: Context, row: Row) -> None:
    if row["channel"] != _SMS:
        approvals.ask(context, approvals.TEMPLATES, row["id"])


def _check_text(row: Row) -> None:
    if not row["text"].strip():
        raise ApiError(1802)
    if row["channel"] != _SMS and len(row["text"]) > _LONGEST_TEXT:
        raise ApiError(1811)


def _check_name(context: Context, name: str) -> None:
    if context.store.among("templates", "name", [name]):
        raise ApiError(1805)


def _free_name(context: Context, name: str) -> str:
    """A name that no template has: this one, or with a number where several are made in a second."""
    free, number = name, 1
    while context.store.among("templates", "name", [free]):
        number += 1
        free = f"{name} ({number})"
    return free


def _shown(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "text": row["text"],
        "channel": row["channel"],
        "createdAt": row["created_at"],
        "approved": bool(row["approved"]),
    }
