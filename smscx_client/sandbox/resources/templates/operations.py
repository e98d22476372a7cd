"""Operations of templates: create, list, read, update, delete."""

from __future__ import annotations

from typing import Any

from ...engine.registry import Call, Success, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ..account.service import SMS
from ..approvals import service as approvals

_RICH_MEDIA = {"imageUrl": "image_url", "buttonCaption": "button_caption", "targetUrl": "target_url"}
_TEXT_FIELDS = ("name", "text", "channel")
_LONGEST_TEXT = 1000


@operation("create_template")
def create_template(context: Context, call: Call) -> dict[str, Any]:
    """Create a template; one for Viber or WhatsApp waits for approval. The default channel is `sms` (assumed)."""
    row = {**dict.fromkeys(_RICH_MEDIA.values()), "channel": SMS, **_columns_from(call.body)}
    _check_text(row)
    row.setdefault("name", _free_name(context, f"Template {context.stamp()}"))
    _check_name(context, row["name"])
    context.store.insert(
        "templates", [{**row, **_type_and_approval(row), "locked": False, "created_at": context.stamp()}]
    )
    created = context.store.one("SELECT * FROM templates WHERE name = ?", row["name"])
    assert created is not None
    _request_approval(context, created)
    info = {name: created[name] for name in ("id", "name", "text", "channel")}
    if created["channel"] != SMS:
        info |= {"type": created["type"], "approved": bool(created["approved"])}
    return {"info": info}


@operation("get_templates_list")
def get_templates_list(context: Context, call: Call) -> dict[str, Any]:
    """List all templates, newest first."""
    return {"data": [_template_json(row) for row in context.store.all("SELECT * FROM templates ORDER BY id DESC")]}


@operation("get_template")
def get_template(context: Context, call: Call) -> dict[str, Any]:
    """Return one template."""
    row = _template(context, call)
    details = {
        "type": row["type"],
        "richMedia": {name: row[column] for name, column in _RICH_MEDIA.items()},
        "locked": bool(row["locked"]),
    }
    return {"data": {**_template_json(row), **details}}


@operation("update_template")
def update_template(context: Context, call: Call) -> Any:
    """Change a template that is not locked; a new channel or new rich media need a new approval."""
    row = _template(context, call)
    changes = _columns_from(call.body)
    if not changes:
        raise ApiError(1804)
    if row["locked"]:
        raise ApiError(1812)
    updated = {**row, **changes}
    _check_text(updated)
    if updated["name"] != row["name"]:
        _check_name(context, updated["name"])
    if updated == row:
        return Success(status=204)
    if updated["channel"] != row["channel"] or "richMedia" in call.body:
        changes |= _type_and_approval(updated)
    columns = ", ".join(f"{column} = ?" for column in changes)
    context.store.execute(f"UPDATE templates SET {columns} WHERE id = ?", *changes.values(), row["id"])
    if "approved" in changes:
        _request_approval(context, {**updated, **changes})
    return {"info": {"id": row["id"]}}


@operation("delete_template")
def delete_template(context: Context, call: Call) -> dict[str, Any]:
    """Delete a template."""
    row = _template(context, call)
    context.store.execute("DELETE FROM templates WHERE id = ?", row["id"])
    return {"info": {"id": row["id"]}}


def _template(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM templates WHERE id = ?", call.parameters["templateId"])
    if row is None:
        raise ApiError(1800)
    return row


def _columns_from(body: dict[str, Any]) -> Row:
    """The columns that a request sets; `richMedia` sets all three of its columns."""
    rich_media = body.get("richMedia")
    columns = {name: body[name] for name in _TEXT_FIELDS if name in body}
    if rich_media is not None:
        columns |= {column: rich_media[name] for name, column in _RICH_MEDIA.items()}
    return columns


def _type_and_approval(row: Row) -> Row:
    """Type and approval. SMS has no type and needs no approval; rich media makes a template `promotional` (assumed)."""
    if row["channel"] == SMS:
        return {"type": None, "approved": True}
    has_media = any(row[column] for column in _RICH_MEDIA.values())
    return {"type": "promotional" if has_media else "transactional", "approved": False}


def _request_approval(context: Context, row: Row) -> None:
    if row["channel"] != SMS:
        approvals.request_approval(context, approvals.TEMPLATES, row["id"])


def _check_text(row: Row) -> None:
    if not row["text"].strip():
        raise ApiError(1802)
    if row["channel"] != SMS and len(row["text"]) > _LONGEST_TEXT:
        raise ApiError(1811)


def _check_name(context: Context, name: str) -> None:
    if context.store.among("templates", "name", [name]):
        raise ApiError(1805)


def _free_name(context: Context, name: str) -> str:
    """An unused name: this one, or the same with a number if several templates are created in one second."""
    free, number = name, 1
    while context.store.among("templates", "name", [free]):
        number += 1
        free = f"{name} ({number})"
    return free


def _template_json(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "text": row["text"],
        "channel": row["channel"],
        "createdAt": row["created_at"],
        "approved": bool(row["approved"]),
    }
