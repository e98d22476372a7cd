"""Transliteration to GSM-7: `cześć` becomes `czesc`; a character without a counterpart becomes `?`."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import NamedTuple

from .alphabets import ALPHABETS
from .analysis import TextAnalysis, analyze
from .letters import compose, letters, require_text

__all__ = ["NAMES", "Transliteration", "Transliterator", "transliterate"]

NAMES = ("NONE", *ALPHABETS)
"""The alphabets of the API."""

_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\U000e0020-\U000e007f\u2600-\u27bf\u2b00-\u2bff\u2194-\u2199\u21a9\u21aa"
    "\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u200d\ufe0f\u20e3]"
)


class Transliterator(NamedTuple):
    """The transliteration options of one request."""

    alphabet: str = "NONE"
    remove_emojis: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether every text stays unchanged."""
        return self.alphabet == "NONE" and not self.remove_emojis

    def apply(self, text: str) -> str:
        """Return the text after transliteration."""
        if self.remove_emojis:
            text = _EMOJI.sub("", text)
        return text if self.alphabet == "NONE" else compose(text).translate(ALPHABETS[self.alphabet])

    def replaced(self, text: str) -> dict[str, int]:
        """Return the letters that `apply` replaces or removes, with their counts."""
        counts = Counter(letters(text))
        return {letter: count for letter, count in counts.items() if self.apply(letter) != letter}


class Transliteration(str):
    """A text after transliteration: a `str`, ready to be sent, that also knows the text before."""

    __slots__ = ("_transliterator", "original")

    original: str
    """The text before."""
    _transliterator: Transliterator

    def __new__(cls, original: str, transliterator: Transliterator) -> Transliteration:
        """Transliterate a text."""
        made = super().__new__(cls, transliterator.apply(original))
        made.original = original
        made._transliterator = transliterator
        return made

    def __getnewargs__(self) -> tuple[str, Transliterator]:  # type: ignore[override]  # str makes itself from one argument
        """Return the arguments that copy and pickle need."""
        return self.original, self._transliterator

    @property
    def text(self) -> str:
        """The text after transliteration as a plain `str`."""
        return str.__str__(self)

    @property
    def before(self) -> TextAnalysis:
        """Encoding and parts of the text before."""
        return analyze(self.original)

    @property
    def after(self) -> TextAnalysis:
        """Encoding and parts of the text after."""
        return analyze(self.text)

    @property
    def replaced(self) -> dict[str, int]:
        """The letters that were replaced or removed, with their counts."""
        return self._transliterator.replaced(self.original)


def transliterate(text: str, alphabet: str = "NON_GSM", *, remove_emojis: bool = False) -> Transliteration:
    """Return a text as the API sends it with `transliteration`, with its analysis before and after.

    :param text: the text.
    :param alphabet: one of `text.ALPHABETS`; the default has the letters of all alphabets.
    :param remove_emojis: whether emojis are removed; otherwise each of their characters becomes `?`.
    :return: the text after transliteration, a `str` with `before`, `after` and `replaced`.
    :raises TypeError: `text` is no `str`.
    :raises ValueError: the API has no such alphabet.

    Example::

        text.transliterate("Zażółć gęślą jaźń")  # "Zazolc gesla jazn"
    """
    require_text(text)
    if alphabet not in NAMES:
        near = get_close_matches(str(alphabet).upper(), NAMES)
        hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(NAMES)}"
        raise ValueError(f"alphabet: the API has no alphabet {alphabet!r}; {hint}")
    return Transliteration(text, Transliterator(alphabet, remove_emojis))
