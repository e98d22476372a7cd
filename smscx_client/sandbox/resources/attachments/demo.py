"""Example data: attachments."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context


def fill(context: Context) -> None:
    """Add the attachments of the example."""
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
