"""Example data: short links."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context


def fill(context: Context) -> None:
    """Add the short links of the example."""
    rows = [
        {
            "short_id": example["id"],
            "name": example["name"],
            "url": example["originalUrl"],
            "created_at": at(context, example["dateCreated"]),
        }
        for example in reversed(data(context, "get_shortlinks_list"))
    ]
    context.store.insert("shortlinks", rows)
