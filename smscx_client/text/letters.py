"""Letters with combining accents: `e` and U+0301 are one letter, and become the composed `é`.

At most four accents belong to a letter, so that normalizing takes linear time: the order of a run of accents is sorted
by insertion.
"""

from __future__ import annotations

import re
from unicodedata import normalize

__all__ = ["compose", "has_accents", "letter_spans", "letters", "require_text"]

_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ACCENT = re.compile(f"[{_ACCENTS}]")
_ACCENTED = re.compile(f"[^{_ACCENTS}][{_ACCENTS}]{{1,4}}")
_LETTER = re.compile(f"[^{_ACCENTS}][{_ACCENTS}]{{0,4}}|[{_ACCENTS}]")


def has_accents(text: str) -> bool:
    """Return whether the text has combining accents."""
    return _ACCENT.search(text) is not None


def compose(text: str) -> str:
    """Return the text with each letter and its accents composed where Unicode has such a character."""
    return _ACCENTED.sub(lambda found: normalize("NFC", found[0]), text)


def letters(text: str) -> list[str]:
    """Return the letters of the text, each with its accents."""
    return _LETTER.findall(text)


def letter_spans(text: str) -> list[tuple[int, str]]:
    """Return the position of each letter, and the letter with its accents."""
    return [(found.start(), found[0]) for found in _LETTER.finditer(text)]


def require_text(text: object) -> None:
    """Refuse what is not a `str`.

    :raises TypeError: it is not.
    """
    if not isinstance(text, str):
        raise TypeError(f"text: must be a str, not {type(text).__name__}")
