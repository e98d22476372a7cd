"""Example data: templates on each channel."""

from __future__ import annotations

from ...engine.examples import at, data
from ...state.context import Context
from ..account.service import SMS


def fill(context: Context) -> None:
    """Add the templates of the example; the approved ones for Viber and WhatsApp are locked and `transactional`."""
    rows = [
        {
            "id": example["id"],
            "name": example["name"],
            "channel": example["channel"],
            "type": _type(example["channel"], example["approved"]),
            "text": example["text"],
            "created_at": at(context, example["createdAt"]),
            "approved": example["approved"],
            "locked": example["approved"] and example["channel"] != SMS,
        }
        for example in reversed(data(context, "get_templates_list"))
    ]
    context.store.insert("templates", rows)


def _type(channel: str, approved: bool) -> str | None:
    if channel == SMS:
        return None
    return "transactional" if approved else "promotional"
