"""Originators, one of them two-way."""

from __future__ import annotations

from typing import Any

from ...spec.examples import at, data
from ...state.context import World
from ...state.store import Row


def fill(world: World) -> None:
    """Put those of the example in the place of the one that every sandbox begins with."""
    world.store.execute("DELETE FROM originators")
    world.store.insert("originators", [_row(world, each) for each in reversed(data(world, "get_originators_list"))])


def _row(world: World, shown: dict[str, Any]) -> Row:
    two_way = shown.get("twoWay", {})
    return {
        "id": shown["id"],
        "originator": shown["originator"],
        "is_default": shown["isDefault"],
        "approved": shown["approved"],
        "created_at": at(world, shown["createdAt"]),
        "two_way_type": two_way.get("type"),
        "two_way_country": two_way.get("countryIso"),
        "two_way_until": at(world, two_way["expireDate"]) if two_way else None,
    }
