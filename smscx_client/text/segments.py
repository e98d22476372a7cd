"""Splitting a text into parts: GSM-7 (GSM 03.38) if all of its characters are in that alphabet, else UCS-2.

A single SMS holds 160 septets or 70 code units. In a longer text each part needs room for a header and holds 153 or 67.
A character of the extension table takes two septets, a character outside the Basic Multilingual Plane two code units.
Neither is split over two parts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .letters import require_text

__all__ = ["EXTENDED", "GSM", "GSM_7", "MAX_PARTS", "UCS_2", "Segments", "is_gsm", "segment"]

GSM_7 = "GSM-7"
UCS_2 = "UCS-2"
MAX_PARTS = 10
"""The API's limit: 1,530 septets or 670 code units."""

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = "\f^{}\\[~]|€"
"""The extension table: characters that take two septets. 0x1B, the escape to this table, is no character itself."""
GSM = frozenset(BASIC + EXTENDED)
"""Every character of GSM-7."""

_NOT_GSM = re.compile(f"[^{re.escape(BASIC + EXTENDED)}]")
_ESCAPE = "\x1b"
_HIGH_SURROGATES = range(0xD8, 0xDC)
_UTF_16 = "utf-16-be"


class Segments(NamedTuple):
    """The parts of a text, its units (septets or code units), and how many more units fit into the last part."""

    encoding: str
    units: int
    units_left: int
    texts: tuple[str, ...]


def is_gsm(text: str) -> bool:
    """Return whether every character is in GSM 03.38 or its extension table.

    :param text: the text of a message.
    :raises TypeError: `text` is not a `str`.

    Example::

        text.is_gsm("10 €"), text.is_gsm("10 zł")  # (True, False)
    """
    require_text(text)
    return _NOT_GSM.search(text) is None


def segment(text: str) -> Segments:
    """Split a text into its parts; an empty text is one empty part."""
    return _segment_gsm(text) if is_gsm(text) else _segment_ucs2(text)


def _segment_gsm(text: str) -> Segments:
    escaped = text
    for character in EXTENDED:
        escaped = escaped.replace(character, _ESCAPE + character)
    units = len(escaped)
    if units <= 160:
        return Segments(GSM_7, units, 160 - units, (text,))
    parts = []
    start = 0
    while start < units:
        end = start + 153
        if escaped[end - 1 : end] == _ESCAPE:
            end -= 1
        parts.append(escaped[start:end])
        start = end
    texts = tuple(part.replace(_ESCAPE, "") for part in parts)
    return Segments(GSM_7, units, 153 - len(parts[-1]), texts)


def _segment_ucs2(text: str) -> Segments:
    code_units = text.encode(_UTF_16, "surrogatepass")
    units = len(code_units) // 2
    if units <= 70:
        return Segments(UCS_2, units, 70 - units, (text,))
    parts = []
    start = 0
    while start < len(code_units):
        end = start + 134
        if end < len(code_units) and code_units[end - 2] in _HIGH_SURROGATES:
            end -= 2
        parts.append(code_units[start:end])
        start = end
    texts = tuple(part.decode(_UTF_16, "surrogatepass") for part in parts)
    return Segments(UCS_2, units, 67 - len(parts[-1]) // 2, texts)
