"""Short links."""

from __future__ import annotations

from ..world import World


def fill(world: World) -> None:
    """Add the one that the examples read."""
    world.store.insert("shortlinks", [{"short_id": world.spec.operations["get_shortlink_hits"].example("shortId")}])
