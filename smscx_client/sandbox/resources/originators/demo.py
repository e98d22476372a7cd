"""Originators, one of them two-way."""

from __future__ import annotations

from typing import Any

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row


def fill(context: Context) -> None:
    """Put those of the example in the place of the one that every sandbox begins with."""
    context.store.execute("DELETE FROM originators")
    context.store.insert(
        "originators", [_row(context, each) for each in reversed(data(context, "get_originators_list"))]
    )


def _row(context: Context, shown: dict[str, Any]) -> Row:
    two_way = shown.get("twoWay", {})
    return {
        "id": shown["id"],
        "originator": shown["originator"],
        "is_default": shown["isDefault"],
        "approved": shown["approved"],
        "created_at": at(context, shown["createdAt"]),
        "two_way_type": two_way.get("type"),
        "two_way_country": two_way.get("countryIso"),
        "two_way_until": at(context, two_way["expireDate"]) if two_way else None,
    }
