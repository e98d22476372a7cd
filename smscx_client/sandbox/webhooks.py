"""What the API tells the user's own servers, queued in the store so that nothing is dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .world import World

__all__ = ["notify"]


def notify(world: World, event: str, url: str | None, items: Sequence[dict[str, Any]]) -> None:
    """Queue items of an event for a URL; without one there is nobody to tell."""
    if url:
        rows = [{"url": url, "event": event, "item": json.dumps(item), "created_at": world.stamp()} for item in items]
        world.store.insert("webhook_items", rows)
