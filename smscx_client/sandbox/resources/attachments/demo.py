"""Attachments, and the hits on one of them."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context
from ..links.demo import rows_of


def fill(context: Context) -> None:
    """Add those of the examples."""
    rows = [
        {
            "attachment_id": shown["id"],
            "name": shown["name"],
            "file_url": shown["fileUrl"],
            "file_type": shown["fileType"],
            "created_at": at(context, shown["dateCreated"]),
        }
        for shown in reversed(data(context, "get_attachments_list"))
    ]
    context.store.insert("attachments", rows)
    context.store.insert("hits", rows_of(context, "attachment", "get_attachment_hits"))
