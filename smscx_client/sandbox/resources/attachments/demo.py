"""Attachments, and the hits on one of them."""

from __future__ import annotations

from ...spec.examples import at, data
from ...state.context import World
from ..links.demo import rows_of


def fill(world: World) -> None:
    """Add those of the examples."""
    rows = [
        {
            "attachment_id": shown["id"],
            "name": shown["name"],
            "file_url": shown["fileUrl"],
            "file_type": shown["fileType"],
            "created_at": at(world, shown["dateCreated"]),
        }
        for shown in reversed(data(world, "get_attachments_list"))
    ]
    world.store.insert("attachments", rows)
    world.store.insert("hits", rows_of(world, "attachment", "get_attachment_hits"))
