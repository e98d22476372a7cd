"""Example data: short links, and hits on one of them."""

from __future__ import annotations

from ...spec.examples import at, data
from ...state.context import Context
from ..hits.demo import example_rows


def fill(context: Context) -> None:
    """Add the short links and hits of the examples."""
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
    context.store.insert("hits", example_rows(context, "shortlink", "get_shortlink_hits"))
