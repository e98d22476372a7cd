"""JSON values for ``print``: the parts that would make the text endless are left out, each with a note."""

from __future__ import annotations

from typing import Any

__all__ = ["printable"]

_MOST_ITEMS = 100
#: Levels of lists and objects. Responses of the API have fewer than ten.
_DEEPEST = 40
#: Python refuses to print an int of more than 4300 digits.
_MOST_BITS = 4300


class _Omission:
    """A note about a part that is left out."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text


def printable(value: Any, depth: int = 0) -> Any:
    """Return a copy of a JSON value in which a list of over 100 items is cut, with a note of their number."""
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return _Omission(f"<an int of {value.bit_length()} bits>")
    if not isinstance(value, (dict, list)):
        return value
    if depth == _DEEPEST:
        return _Omission("...")
    if isinstance(value, dict):
        return {key: printable(item, depth + 1) for key, item in value.items()}
    items = [printable(item, depth + 1) for item in value[:_MOST_ITEMS]]
    return items if len(items) == len(value) else [*items, _Omission(f"... {len(value)} in all")]
