"""Short links, and the hits on one of them."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context
from ..links.demo import rows_of


def fill(context: Context) -> None:
    """Add those of the examples."""
    rows = [
        {
            "short_id": shown["id"],
            "name": shown["name"],
            "url": shown["originalUrl"],
            "created_at": at(context, shown["dateCreated"]),
        }
        for shown in reversed(data(context, "get_shortlinks_list"))
    ]
    context.store.insert("shortlinks", rows)
    context.store.insert("hits", rows_of(context, "shortlink", "get_shortlink_hits"))
