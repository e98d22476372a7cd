"""Short links."""

from __future__ import annotations

import re
from typing import Any

from ...engine.registry import Call, Success, operation
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.store import Row
from ..links import service as links
from ..links.hit_lists import count_of, csv_of, forget, listed, xlsx_of
from ..links.hits import SHORTLINK

_ID = re.compile(rf"[A-Za-z0-9]{{{links.ID_LENGTH}}}")


@operation("create_shortlink")
def create_shortlink(context: Context, call: Call) -> dict[str, Any]:
    """Shorten a URL, under an id by chance, or the one in `shortId`.

    The description has no such field, but an error for an id that is taken: so the sandbox takes one (assumed).
    """
    short_id = call.body.get("shortId") or links.new_id(context)
    if not isinstance(short_id, str) or not _ID.fullmatch(short_id):
        raise ApiError(INVALID_PARAM, detail=f"`shortId`: must be {links.ID_LENGTH} letters or digits.")
    if links.resolve(context, short_id):
        raise ApiError(1405)
    row = {"short_id": short_id, "name": call.body.get("name", ""), "url": call.body["url"]}
    context.store.insert("shortlinks", [{**row, "created_at": context.stamp()}])
    context.store.execute(
        "UPDATE shortlinks SET name = 'Short link #' || id WHERE short_id = ? AND name = ''", short_id
    )
    created = _find(context, short_id)
    return {
        "info": {
            "id": short_id,
            "name": created["name"],
            "originalUrl": created["url"],
            "shortUrl": links.url_of(context, short_id),
        }
    }


@operation("get_shortlinks_list")
def get_shortlinks_list(context: Context, call: Call) -> dict[str, Any]:
    """Show all short links, the latest first."""
    return {"data": [_shown(context, row) for row in context.store.all("SELECT * FROM shortlinks ORDER BY id DESC")]}


@operation("get_shortlink_hits")
def get_shortlink_hits(context: Context, call: Call) -> dict[str, Any]:
    """Show a short link and a page of its hits."""
    row = _shortlink(context, call)
    return {"info": _shown(context, row), **listed(context, call, SHORTLINK, row["short_id"])}


@operation("update_shortlink")
def update_shortlink(context: Context, call: Call) -> Any:
    """Change the name of a short link, its target, or both."""
    row = _shortlink(context, call)
    given = {name: call.body[name] for name in ("name", "url") if name in call.body}
    if not given:
        raise ApiError(1406)
    changed = {**row, **given}
    if changed["name"] != row["name"] and context.store.among("shortlinks", "name", [changed["name"]]):
        raise ApiError(1407)
    if changed == row:
        return Success(status=204)
    context.store.execute(
        "UPDATE shortlinks SET name = ?, url = ? WHERE id = ?", changed["name"], changed["url"], row["id"]
    )
    return {"info": {"id": row["short_id"]}}


@operation("delete_shortlink")
def delete_shortlink(context: Context, call: Call) -> dict[str, Any]:
    """Remove a short link and its hits."""
    row = _shortlink(context, call)
    forget(context, SHORTLINK, row["short_id"])
    context.store.execute("DELETE FROM shortlinks WHERE id = ?", row["id"])
    return {"info": {"id": row["short_id"]}}


@operation("export_shortlink_hits_to_csv")
def export_shortlink_hits_to_csv(context: Context, call: Call) -> Success:
    """All hits on a short link as CSV."""
    return csv_of(context, SHORTLINK, _shortlink(context, call)["short_id"])


@operation("export_shortlink_hits_to_xlsx")
def export_shortlink_hits_to_xlsx(context: Context, call: Call) -> Success:
    """All hits on a short link as XLSX."""
    return xlsx_of(context, SHORTLINK, _shortlink(context, call)["short_id"])


def _shortlink(context: Context, call: Call) -> Row:
    return _find(context, call.parameters["shortId"])


def _find(context: Context, short_id: str) -> Row:
    row = context.store.one("SELECT * FROM shortlinks WHERE short_id = ?", short_id)
    if row is None:
        raise ApiError(1400)
    return row


def _shown(context: Context, row: Row) -> dict[str, Any]:
    return {
        "id": row["short_id"],
        "name": row["name"],
        "shortUrl": links.url_of(context, row["short_id"]),
        "originalUrl": row["url"],
        "hits": count_of(context, SHORTLINK, row["short_id"]),
        "dateCreated": row["created_at"],
    }
