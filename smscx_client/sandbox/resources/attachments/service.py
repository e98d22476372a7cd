"""Attachments: the API cannot upload one, its dashboard does, and the sandbox's control API in place of that."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ...state.context import Context
from ..links import service as links

__all__ = ["add"]


def add(context: Context, name: str, file_url: str) -> str:
    """Put a file behind a link; returns the attachment's id. Its type is what the name of the file ends in."""
    row = {
        "attachment_id": links.new_id(context),
        "name": name,
        "file_url": file_url,
        "file_type": PurePosixPath(urlsplit(file_url).path).suffix[1:].lower(),
        "created_at": context.stamp(),
    }
    context.store.insert("attachments", [row])
    return row["attachment_id"]
