"""Adding attachments: in the dashboard of the real platform, by a control endpoint of the sandbox."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ...state.context import Context
from ..links import service as links

__all__ = ["add"]


def add(context: Context, name: str, file_url: str) -> str:
    """Add an attachment; returns its id. The file type is the extension of the file name in the URL."""
    row = {
        "attachment_id": links.new_id(context),
        "name": name,
        "file_url": file_url,
        "file_type": PurePosixPath(urlsplit(file_url).path).suffix[1:].lower(),
        "created_at": context.stamp(),
    }
    context.store.insert("attachments", [row])
    return row["attachment_id"]
