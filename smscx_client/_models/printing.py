"""Short representations of JSON values for ``repr``."""

from __future__ import annotations

from itertools import islice
from typing import Any

__all__ = ["keyword_text", "shortened"]

_LONGEST_TEXT, _MOST_ITEMS, _MOST_ENTRIES, _DEEPEST = 80, 3, 30, 6


class _Omission:
    """A note in a ``repr`` about a part that is left out."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text


def shortened(value: Any, depth: int = 0) -> Any:
    """Return a copy of a JSON value with long texts, lists and objects cut."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[: _LONGEST_TEXT - 3]}..."
    if isinstance(value, (dict, list)) and depth == _DEEPEST:
        return _Omission("...")
    if isinstance(value, list):
        items = [shortened(item, depth + 1) for item in value[:_MOST_ITEMS]]
        return items if len(items) == len(value) else [*items, _Omission(f"... {len(value)} in all")]
    if isinstance(value, dict):
        entries = {shortened(key): shortened(item, depth + 1) for key, item in islice(value.items(), _MOST_ENTRIES)}
        return entries if len(entries) == len(value) else {**entries, "...": _Omission(f"{len(value)} in all")}
    return value


def keyword_text(name: Any) -> str:
    """Return a field name for ``repr``: in quotes if it cannot be a keyword."""
    return name if isinstance(name, str) and name.isidentifier() else repr(name)
