"""Originators."""

from __future__ import annotations

from ..world import World


def fill(world: World) -> None:
    """Add those that the examples send from, beside the system's own."""
    world.store.insert("originators", [{"originator": "MyShop"}])
