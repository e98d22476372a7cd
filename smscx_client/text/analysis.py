"""What a text takes: its encoding and parts, and the characters that make it expensive."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .alphabets import replacement
from .letters import compose, has_accents, letter_spans, require_text
from .segments import GSM, GSM_7, MAX_PARTS, is_gsm, segment

__all__ = ["NonGsmCharacter", "TextAnalysis", "analyze"]


class NonGsmCharacter(NamedTuple):
    """A character that forces UCS-2; a letter with combining accents counts as one character."""

    character: str
    """The character, with its combining accents."""
    position: int
    """Its index in the text."""
    replacement: str | None
    """The GSM-7 text of the alphabet `NON_GSM`, or None if there is none."""


@dataclass(frozen=True)
class TextAnalysis:
    """The encoding of a text, and the parts that it takes."""

    encoding: str
    """`GSM-7` or `UCS-2`."""
    parts: int
    """The number of parts; each one is billed. An empty text is one part."""
    units: int
    """Its length in septets (GSM-7) or UTF-16 code units (UCS-2)."""
    units_left: int
    """How many units fit before another part is needed."""
    texts: tuple[str, ...]
    """The text of each part."""

    @cached_property
    def non_gsm(self) -> tuple[NonGsmCharacter, ...]:
        """The characters that force UCS-2, in order; empty for GSM-7. Computed on first use."""
        return () if self.encoding == GSM_7 else _non_gsm("".join(self.texts))

    @property
    def is_too_long(self) -> bool:
        """Whether the text takes more parts than the API sends: 10, or 1,530 septets, or 670 code units."""
        return self.parts > MAX_PARTS

    def __repr__(self) -> str:
        names = ("encoding", "parts", "units", "units_left", "non_gsm", "texts")
        return f"TextAnalysis({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def analyze(text: str) -> TextAnalysis:
    """Return encoding, parts and expensive characters of a text, without a request to the API.

    :param text: the text of a message, with its placeholders filled in.
    :return: the analysis; `parts` times the price of a part is what a recipient costs.
    :raises TypeError: `text` is not a `str`.

    Example::

        text.analyze("Zażółć gęślą jaźń").parts  # 1
    """
    require_text(text)
    encoding, units, units_left, texts = segment(text)
    return TextAnalysis(encoding, len(texts), units, units_left, texts)


def _non_gsm(text: str) -> tuple[NonGsmCharacter, ...]:
    if has_accents(text):
        return tuple(
            NonGsmCharacter(letter, position, _replace(letter))
            for position, letter in letter_spans(text)
            if letter not in GSM
        )
    replacements = {character: replacement(character) for character in set(text).difference(GSM)}
    return tuple(
        NonGsmCharacter(character, position, replacements[character])
        for position, character in enumerate(text)
        if character in replacements
    )


def _replace(letter: str) -> str | None:
    """Return the replacement of a letter with its accents, or None if any character of it has none."""
    composed = compose(letter)
    if is_gsm(composed):
        return composed
    replaced = ""
    for character in composed:
        found = replacement(character)
        if found is None:
            return None
        replaced += found
    return replaced
