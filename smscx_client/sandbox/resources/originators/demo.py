"""The originator of a new sandbox, and the example data: several originators, one of them two-way."""

from __future__ import annotations

from typing import Any

from ...engine.examples import at, data
from ...state.context import Context
from ...state.store import Row
from .service import SYSTEM_ORIGINATOR


def set_up(context: Context) -> None:
    """Add the system's originator."""
    row = {"originator": SYSTEM_ORIGINATOR, "is_default": True, "approved": True, "created_at": context.stamp()}
    context.store.insert("originators", [row])


def fill(context: Context) -> None:
    """Replace it with the originators of the example."""
    context.store.execute("DELETE FROM originators")
    context.store.insert(
        "originators", [_row(context, example) for example in reversed(data(context, "get_originators_list"))]
    )


def _row(context: Context, example: dict[str, Any]) -> Row:
    two_way = example.get("twoWay", {})
    return {
        "id": example["id"],
        "originator": example["originator"],
        "is_default": example["isDefault"],
        "approved": example["approved"],
        "created_at": at(context, example["createdAt"]),
        "two_way_type": two_way.get("type"),
        "two_way_country": two_way.get("countryIso"),
        "two_way_until": at(context, two_way["expireDate"]) if two_way else None,
    }
