"""Short links, and the hits on one of them."""

from __future__ import annotations

from ...spec.examples import at, data
from ...state.context import World
from ..links.demo import rows_of


def fill(world: World) -> None:
    """Add those of the examples."""
    rows = [
        {
            "short_id": shown["id"],
            "name": shown["name"],
            "url": shown["originalUrl"],
            "created_at": at(world, shown["dateCreated"]),
        }
        for shown in reversed(data(world, "get_shortlinks_list"))
    ]
    world.store.insert("shortlinks", rows)
    world.store.insert("hits", rows_of(world, "shortlink", "get_shortlink_hits"))
