"""Templates for each channel."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context


def fill(context: Context) -> None:
    """Add those of the examples: the approved ones for Viber and WhatsApp are locked, and `transactional`."""
    rows = [
        {
            "id": shown["id"],
            "name": shown["name"],
            "channel": shown["channel"],
            "type": _type(shown["channel"], shown["approved"]),
            "text": shown["text"],
            "created_at": at(context, shown["createdAt"]),
            "approved": shown["approved"],
            "locked": shown["approved"] and shown["channel"] != "sms",
        }
        for shown in reversed(data(context, "get_templates_list"))
    ]
    context.store.insert("templates", rows)


def _type(channel: str, approved: bool) -> str | None:
    if channel == "sms":
        return None
    return "transactional" if approved else "promotional"
