"""Placeholders in a text, such as `{{numbers:8}}`: parsed once per request, rendered once per recipient."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["ATTACHMENTS", "RANDOM", "SHORTLINK", "Placeholder", "Template"]

RANDOM: Mapping[str, str] = {
    "numbers": string.digits,
    "letters": string.ascii_letters,
    "alphanumeric": string.ascii_letters + string.digits,
}
"""The placeholders for random characters, with their alphabets; the renderer brings the random source."""
SHORTLINK = "shortlink"
ATTACHMENTS = ("attachement", "attachment")
"""The API's guides use both spellings."""

_BRACES = re.compile(r"\{\{([^{}]*)\}\}")
"""Takes linear time: the part between the braces has no brace, and nothing else in the pattern can match it."""
_NAME = re.compile(r"\w+")


class Placeholder(NamedTuple):
    """One placeholder; `argument` is None without a colon, `written` is the original text."""

    name: str
    argument: str | None
    written: str


Renderer = Callable[[Placeholder], str]


@dataclass(frozen=True)
class Template:
    """A text, split at its placeholders."""

    pieces: tuple[str | Placeholder, ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """Parse a text."""
        pieces: list[str | Placeholder] = []
        end = 0
        for found in _BRACES.finditer(text):
            name, colon, argument = found[1].partition(":")
            if _NAME.fullmatch(name := name.strip()):
                written = Placeholder(name, argument.strip() if colon else None, found[0])
                pieces += [text[end : found.start()], written]
                end = found.end()
        return cls((*pieces, text[end:]))

    @property
    def placeholders(self) -> list[Placeholder]:
        """The placeholders in order."""
        return [piece for piece in self.pieces if isinstance(piece, Placeholder)]

    def render(self, renderers: Mapping[str, Renderer]) -> str:
        """Return the text with its placeholders replaced; one without a renderer stays unchanged."""
        return "".join(
            piece
            if isinstance(piece, str)
            else renderers[piece.name](piece)
            if piece.name in renderers
            else piece.written
            for piece in self.pieces
        )
