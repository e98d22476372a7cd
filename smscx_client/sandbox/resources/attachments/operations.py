"""Attachments: files behind a link. The API has no way to upload one: that is done in its dashboard."""

from __future__ import annotations

from typing import Any

from ...engine.registry import Call, Success, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ..links import service as links
from ..links.hit_lists import count_of, csv_of, forget, listed, xlsx_of
from ..links.hits import ATTACHMENT


@operation("get_attachments_list")
def get_attachments_list(context: Context, call: Call) -> dict[str, Any]:
    """Show all attachments, the latest first."""
    return {"data": [_shown(context, row) for row in context.store.all("SELECT * FROM attachments ORDER BY id DESC")]}


@operation("get_attachment_hits")
def get_attachment_hits(context: Context, call: Call) -> dict[str, Any]:
    """Show an attachment and a page of its hits."""
    row = _attachment(context, call)
    return {"info": _shown(context, row), **listed(context, call, ATTACHMENT, row["attachment_id"])}


@operation("delete_attachment")
def delete_attachment(context: Context, call: Call) -> dict[str, Any]:
    """Remove an attachment and its hits."""
    row = _attachment(context, call)
    forget(context, ATTACHMENT, row["attachment_id"])
    context.store.execute("DELETE FROM attachments WHERE id = ?", row["id"])
    return {"info": {"id": row["attachment_id"]}}


@operation("export_attachment_hits_to_csv")
def export_attachment_hits_to_csv(context: Context, call: Call) -> Success:
    """All hits on an attachment as CSV."""
    return csv_of(context, ATTACHMENT, _attachment(context, call)["attachment_id"])


@operation("export_attachment_hits_to_xlsx")
def export_attachment_hits_to_xlsx(context: Context, call: Call) -> Success:
    """All hits on an attachment as XLSX."""
    return xlsx_of(context, ATTACHMENT, _attachment(context, call)["attachment_id"])


def _attachment(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM attachments WHERE attachment_id = ?", call.parameters["attachmentId"])
    if row is None:
        raise ApiError(1420)
    return row


def _shown(context: Context, row: Row) -> dict[str, Any]:
    return {
        "id": row["attachment_id"],
        "name": row["name"],
        "shortUrl": links.url_of(context, row["attachment_id"]),
        "fileUrl": row["file_url"],
        "fileType": row["file_type"],
        "hits": count_of(context, ATTACHMENT, row["attachment_id"]),
        "dateCreated": row["created_at"],
    }
