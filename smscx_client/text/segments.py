"""Splitting a text into parts: GSM-7 (GSM 03.38) if all characters are in it, else UCS-2.

A single SMS holds 160 septets or 70 code units. In a longer text each part needs room for a header and holds 153 or 67.
A character of the extension table takes two septets, a character outside the Basic Multilingual Plane two code units.
Neither is split over two parts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["EXTENDED", "GSM_7", "MAX_PARTS", "UCS_2", "TextAnalysis", "analyse", "is_gsm", "split"]

GSM_7 = "GSM-7"
UCS_2 = "UCS-2"
MAX_PARTS = 10

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = "\f^{}\\[~]|€"

_SEPTETS = (160, 153)
_CODE_UNITS = (70, 67)
_ESCAPE = "\x1b"
_ESCAPES = {ord(character): _ESCAPE + character for character in EXTENDED}
_NOT_GSM = re.compile(f"[^{re.escape(BASIC + EXTENDED)}]")
_HIGH_SURROGATES = range(0xD8, 0xDC)


class TextAnalysis(NamedTuple):
    """Encoding and number of parts of a text; `length` is in characters."""

    length: int
    encoding: str
    parts: int


def is_gsm(text: str) -> bool:
    """Whether every character is in GSM 03.38 or its extension table."""
    return _NOT_GSM.search(text) is None


def analyse(text: str) -> TextAnalysis:
    """Return encoding and number of parts of a text."""
    return TextAnalysis(len(text), GSM_7 if is_gsm(text) else UCS_2, len(split(text)))


def split(text: str) -> list[str]:
    """Return the text of each part; an empty text is one empty part."""
    return _split_septets(text) if is_gsm(text) else _split_code_units(text)


def _split_septets(text: str) -> list[str]:
    units = text.translate(_ESCAPES)
    single, multiple = _SEPTETS
    if len(units) <= single:
        return [text]
    parts = []
    start = 0
    while start < len(units):
        end = start + multiple
        if units[end - 1 : end] == _ESCAPE:
            end -= 1
        parts.append(units[start:end].replace(_ESCAPE, ""))
        start = end
    return parts


def _split_code_units(text: str) -> list[str]:
    units = text.encode("utf-16-be")
    single, multiple = (2 * count for count in _CODE_UNITS)
    if len(units) <= single:
        return [text]
    parts = []
    start = 0
    while start < len(units):
        end = start + multiple
        if end < len(units) and units[end - 2] in _HIGH_SURROGATES:
            end -= 2
        parts.append(units[start:end].decode("utf-16-be"))
        start = end
    return parts
