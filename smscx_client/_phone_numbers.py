"""Phone numbers as people write them, brought into the one form in which the API reads them.

Only the writing changes, never the number: separators and invisible characters are removed, and 00 becomes +. Whether
the number exists is for the API to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

__all__ = ["are_e164", "clean_phone_number", "clean_phone_numbers", "phone_number_key", "phone_number_keys"]

#: Spaces, dashes, dots, slashes and parentheses between digits, and the marks that copied text often contains.
_SEPARATORS = re.compile(
    "[\\s ().\\-/\u00a0\u00ad\u2000-\u200f\u2010-\u2015\u202a-\u202f\u2060-\u2064\u2066-\u2069\u2212\u3000\ufeff]"
)
_NUMBER = re.compile(r"\+?[0-9]{3,40}")
_FRACTION = re.compile(r"(\+?[0-9]{3,40})\.0")
_MOST_DIGITS = 15
_CLEAN_LINES = re.compile(r"\+[0-9]{7,15}(?:\n\+[0-9]{7,15})*")


def clean_phone_number(text: str) -> str:
    """Return a phone number without separators, with + instead of 00: ``+31612469333``.

    ``0031 6 12 46 93 33`` and ``+31 (6) 12-46-93-33`` are both this number. A number without + or 00 stays as it is:
    it is a national number if the request names a country. ``31612469333.0``, a number that a table program took for a
    decimal, loses its fraction.

    :raises ValueError: the text is no phone number. The message does not show it.
    """
    fraction = _FRACTION.fullmatch(text.strip())
    digits = fraction[1] if fraction else _SEPARATORS.sub("", text)
    if not digits:
        raise ValueError("is empty: a phone number is missing")
    if not _NUMBER.fullmatch(digits):
        raise ValueError(_problem_of(digits))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+") and not 3 <= len(digits) - 1 <= _MOST_DIGITS:
        raise ValueError(f"has {len(digits) - 1} digits; a phone number has 3 to {_MOST_DIGITS}")
    return digits


def clean_phone_numbers(texts: Sequence[str]) -> Sequence[str]:
    """Return each number as :func:`clean_phone_number` does. Numbers in E.164 format are checked all at once.

    :raises ValueError: one of them is no phone number.
    """
    return texts if are_e164(texts) else list(map(clean_phone_number, texts))


def are_e164(items: Sequence[Any]) -> bool:
    """Whether all items are texts with a number in E.164 format."""
    try:
        lines = "\n".join(items)
    except TypeError:
        return False
    return lines.count("\n") == len(items) - 1 and _CLEAN_LINES.fullmatch(lines) is not None


def _problem_of(text: str) -> str:
    if re.fullmatch(r"\+?[0-9]+,?[0-9]*[eE]\+?[0-9]+", text):
        return "is in scientific notation, which has lost digits: format the column as text before you save the table"
    if re.fullmatch(r"\+?[0-9]*", text):
        return "has too few or too many digits for a phone number"
    return "contains letters or other invalid characters"


def phone_number_key(number: str) -> str:
    """A cleaned number with +: the same for ``+31612469333`` and ``31612469333``, which one phone receives."""
    return number if number.startswith("+") else f"+{number}"


def phone_number_keys(numbers: Sequence[str]) -> Sequence[str]:
    """The key of each number. Numbers that all have + are their own keys: there can be millions."""
    lines = "\n".join(numbers)
    if lines.startswith("+") and lines.count("\n+") == len(numbers) - 1:
        return numbers
    return list(map(phone_number_key, numbers))
