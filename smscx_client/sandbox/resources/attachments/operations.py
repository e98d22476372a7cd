"""Attachments: files behind a link. The API has no way to upload one: that is done in its dashboard."""

from __future__ import annotations

from typing import Any

from ...engine.registry import Answer, Call, operation
from ...spec.errors import ApiError
from ...state.context import World
from ...state.store import Row
from ..links import service as links
from ..links.hit_lists import count_of, csv_of, forget, listed, xlsx_of
from ..links.hits import ATTACHMENT


@operation("get_attachments_list")
def get_attachments_list(world: World, call: Call) -> dict[str, Any]:
    """Show all attachments, the latest first."""
    return {"data": [_shown(world, row) for row in world.store.all("SELECT * FROM attachments ORDER BY id DESC")]}


@operation("get_attachment_hits")
def get_attachment_hits(world: World, call: Call) -> dict[str, Any]:
    """Show an attachment and a page of its hits."""
    row = _attachment(world, call)
    return {"info": _shown(world, row), **listed(world, call, ATTACHMENT, row["attachment_id"])}


@operation("delete_attachment")
def delete_attachment(world: World, call: Call) -> dict[str, Any]:
    """Remove an attachment and its hits."""
    row = _attachment(world, call)
    forget(world, ATTACHMENT, row["attachment_id"])
    world.store.execute("DELETE FROM attachments WHERE id = ?", row["id"])
    return {"info": {"id": row["attachment_id"]}}


@operation("export_attachment_hits_to_csv")
def export_attachment_hits_to_csv(world: World, call: Call) -> Answer:
    """All hits on an attachment as CSV."""
    return csv_of(world, ATTACHMENT, _attachment(world, call)["attachment_id"])


@operation("export_attachment_hits_to_xlsx")
def export_attachment_hits_to_xlsx(world: World, call: Call) -> Answer:
    """All hits on an attachment as XLSX."""
    return xlsx_of(world, ATTACHMENT, _attachment(world, call)["attachment_id"])


def _attachment(world: World, call: Call) -> Row:
    row = world.store.one("SELECT * FROM attachments WHERE attachment_id = ?", call.parameters["attachmentId"])
    if row is None:
        raise ApiError(1420)
    return row


def _shown(world: World, row: Row) -> dict[str, Any]:
    return {
        "id": row["attachment_id"],
        "name": row["name"],
        "shortUrl": links.url_of(world, row["attachment_id"]),
        "fileUrl": row["file_url"],
        "fileType": row["file_type"],
        "hits": count_of(world, ATTACHMENT, row["attachment_id"]),
        "dateCreated": row["created_at"],
    }
