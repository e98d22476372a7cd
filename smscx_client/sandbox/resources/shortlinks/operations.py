"""Operations of short links: create, list, change, delete, hits."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from ...engine.exports import ToFile, as_csv_later, as_xlsx
from ...engine.http import Response
from ...engine.registry import Call, Finish, Success, operation, operation_in_steps
from ...engine.steps import Steps
from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.store import Row
from ..hits import service as hits
from ..links import service as links

_ID = re.compile(rf"[A-Za-z0-9]{{{links.ID_LENGTH}}}")


@operation("create_shortlink")
def create_shortlink(context: Context, call: Call) -> dict[str, Any]:
    """Create a short link with a random id, or with the id in `shortId`.

    The API description does not have the field `shortId`, but has an error for an id in use (assumed).
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
    """List all short links, newest first."""
    rows = context.store.all("SELECT * FROM shortlinks ORDER BY id DESC")
    return {"data": [_shortlink_json(context, row) for row in rows]}


@operation("get_shortlink_hits")
def get_shortlink_hits(context: Context, call: Call) -> dict[str, Any]:
    """Return a short link and a page of its hits."""
    row = _shortlink(context, call)
    return {
        "info": _shortlink_json(context, row),
        **hits.list_hits(context, call.parameters, links.SHORTLINK, row["short_id"]),
    }


@operation("update_shortlink")
def update_shortlink(context: Context, call: Call) -> Any:
    """Change the name of a short link, its URL, or both."""
    row = _shortlink(context, call)
    changes = {name: call.body[name] for name in ("name", "url") if name in call.body}
    if not changes:
        raise ApiError(1406)
    updated = {**row, **changes}
    if updated["name"] != row["name"] and context.store.among("shortlinks", "name", [updated["name"]]):
        raise ApiError(1407)
    if updated == row:
        return Success(status=204)
    context.store.execute(
        "UPDATE shortlinks SET name = ?, url = ? WHERE id = ?", updated["name"], updated["url"], row["id"]
    )
    return {"info": {"id": row["short_id"]}}


@operation("delete_shortlink")
def delete_shortlink(context: Context, call: Call) -> dict[str, Any]:
    """Delete a short link and its hits."""
    row = _shortlink(context, call)
    hits.delete_hits(context, links.SHORTLINK, row["short_id"])
    context.store.execute("DELETE FROM shortlinks WHERE id = ?", row["id"])
    return {"info": {"id": row["short_id"]}}


def _export_hits(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export all hits on a short link."""
    link_id = _shortlink(context, call)["short_id"]
    return finish((yield from hits.export_hits(context, links.SHORTLINK, link_id, to_file)))


operation_in_steps("export_shortlink_hits_to_csv")(partial(_export_hits, to_file=as_csv_later))
operation_in_steps("export_shortlink_hits_to_xlsx")(partial(_export_hits, to_file=as_xlsx))


def _shortlink(context: Context, call: Call) -> Row:
    return _find(context, call.parameters["shortId"])


def _find(context: Context, short_id: str) -> Row:
    row = context.store.one("SELECT * FROM shortlinks WHERE short_id = ?", short_id)
    if row is None:
        raise ApiError(1400)
    return row


def _shortlink_json(context: Context, row: Row) -> dict[str, Any]:
    return {
        "id": row["short_id"],
        "name": row["name"],
        "shortUrl": links.url_of(context, row["short_id"]),
        "originalUrl": row["url"],
        "hits": hits.count_hits(context, links.SHORTLINK, row["short_id"]),
        "dateCreated": row["created_at"],
    }
