"""Suggestions for unknown names in error messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return ``", did you mean `x`?"`` for the most similar of ``names``, or empty text. Case does not matter."""
    from difflib import get_close_matches

    known = {one.lower(): one for one in names}
    near = get_close_matches(name.lower(), known, n=1)
    return f", did you mean `{known[near[0]]}`?" if near else ""
