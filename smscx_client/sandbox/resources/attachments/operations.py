"""Operations of attachments: list, delete, hits. The API has no operation to upload a file."""

from __future__ import annotations

from functools import partial
from typing import Any

from ...engine.exports import ToFile, as_csv_later, as_xlsx
from ...engine.http import Response
from ...engine.registry import Call, Finish, operation, operation_in_steps
from ...engine.steps import Steps
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row
from ..hits import service as hits
from ..links import service as links


@operation("get_attachments_list")
def get_attachments_list(context: Context, call: Call) -> dict[str, Any]:
    """List all attachments, newest first."""
    rows = context.store.all("SELECT * FROM attachments ORDER BY id DESC")
    return {"data": [_attachment_json(context, row) for row in rows]}


@operation("get_attachment_hits")
def get_attachment_hits(context: Context, call: Call) -> dict[str, Any]:
    """Return an attachment and a page of its hits."""
    row = _attachment(context, call)
    return {
        "info": _attachment_json(context, row),
        **hits.list_hits(context, call.parameters, links.ATTACHMENT, row["attachment_id"]),
    }


@operation("delete_attachment")
def delete_attachment(context: Context, call: Call) -> dict[str, Any]:
    """Delete an attachment and its hits."""
    row = _attachment(context, call)
    hits.delete_hits(context, links.ATTACHMENT, row["attachment_id"])
    context.store.execute("DELETE FROM attachments WHERE id = ?", row["id"])
    return {"info": {"id": row["attachment_id"]}}


def _export_hits(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export all hits on an attachment."""
    link_id = _attachment(context, call)["attachment_id"]
    return finish((yield from hits.export_hits(context, links.ATTACHMENT, link_id, to_file)))


operation_in_steps("export_attachment_hits_to_csv")(partial(_export_hits, to_file=as_csv_later))
operation_in_steps("export_attachment_hits_to_xlsx")(partial(_export_hits, to_file=as_xlsx))


def _attachment(context: Context, call: Call) -> Row:
    row = context.store.one("SELECT * FROM attachments WHERE attachment_id = ?", call.parameters["attachmentId"])
    if row is None:
        raise ApiError(1420)
    return row


def _attachment_json(context: Context, row: Row) -> dict[str, Any]:
    return {
        "id": row["attachment_id"],
        "name": row["name"],
        "shortUrl": links.url_of(context, row["attachment_id"]),
        "fileUrl": row["file_url"],
        "fileType": row["file_type"],
        "hits": hits.count_hits(context, links.ATTACHMENT, row["attachment_id"]),
        "dateCreated": row["created_at"],
    }
