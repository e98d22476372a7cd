"""Operations of originators: create, list, delete."""

from __future__ import annotations

from typing import Any

from ...engine.registry import Call, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ..approvals import service as approvals

_LENGTHS = {True: (3, 15, 1305), False: (3, 11, 1304)}
"""Shortest and longest originator, and the error code for any other length; by whether the originator is a number."""


@operation("create_originator")
def create_originator(context: Context, call: Call) -> dict[str, Any]:
    """Add an originator, which waits for approval."""
    originator = call.body["originator"]
    shortest, longest, code = _LENGTHS[originator.isdecimal()]
    if not shortest <= len(originator) <= longest:
        raise ApiError(code)
    if context.store.among("originators", "originator", [originator]):
        raise ApiError(1306)
    row = {"originator": originator, "is_default": False, "approved": False, "created_at": context.stamp()}
    context.store.insert("originators", [row])
    created = context.store.one("SELECT * FROM originators WHERE originator = ?", originator)
    assert created is not None
    approvals.request_approval(context, approvals.ORIGINATORS, created["id"])
    return {"info": {"id": created["id"], "originator": originator}}


@operation("get_originators_list")
def get_originators_list(context: Context, call: Call) -> dict[str, Any]:
    """List all originators, newest first."""
    rows = context.store.all("SELECT * FROM originators ORDER BY id DESC")
    return {"data": [_originator_json(context, row) for row in rows]}


@operation("delete_originator")
def delete_originator(context: Context, call: Call) -> dict[str, Any]:
    """Delete an originator."""
    row = context.store.one("SELECT * FROM originators WHERE id = ?", call.parameters["originatorId"])
    if row is None:
        raise ApiError(1300)
    context.store.execute("DELETE FROM originators WHERE id = ?", row["id"])
    return {"info": {"id": row["id"], "originator": row["originator"]}}


def _originator_json(context: Context, row: Row) -> dict[str, Any]:
    data = {
        "id": row["id"],
        "originator": row["originator"],
        "isDefault": bool(row["is_default"]),
        "approved": bool(row["approved"]),
        "createdAt": row["created_at"],
    }
    if row["two_way_until"] and row["two_way_until"] > context.stamp():
        data["twoWay"] = {
            "type": row["two_way_type"],
            "countryIso": row["two_way_country"],
            "expireDate": row["two_way_until"],
        }
    return data
