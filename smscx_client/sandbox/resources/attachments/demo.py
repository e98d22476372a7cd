"""Example data: attachments, and hits on one of them."""

from __future__ import annotations

from ...spec.examples import at, data
from ...state.context import Context
from ..hits.demo import example_rows


def fill(context: Context) -> None:
    """Add the attachments and hits of the examples."""
    rows = [
        {
            "attachment_id": example["id"],
            "name": example["name"],
            "file_url": example["fileUrl"],
            "file_type": example["fileType"],
            "created_at": at(context, example["dateCreated"]),
        }
        for example in reversed(data(context, "get_attachments_list"))
    ]
    context.store.insert("attachments", rows)
    context.store.insert("hits", example_rows(context, "attachment", "get_attachment_hits"))
