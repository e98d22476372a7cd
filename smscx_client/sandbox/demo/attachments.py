"""Attachments."""

from __future__ import annotations

from ..world import World


def fill(world: World) -> None:
    """Add the one that the examples read."""
    world.store.insert(
        "attachments", [{"attachment_id": world.spec.operations["get_attachment_hits"].example("attachmentId")}]
    )
