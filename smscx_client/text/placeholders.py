"""Placeholders in a text, `{{numbers:8}}` or `{{shortlink:RytK2}}`: found once per request, filled in per recipient."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..sandbox.state.rng import ALPHANUMERIC, DIGITS, LETTERS

__all__ = ["ATTACHMENTS", "RANDOM", "SHORTLINK", "Placeholder", "Template"]

RANDOM: Mapping[str, str] = {"numbers": DIGITS, "letters": LETTERS, "alphanumeric": ALPHANUMERIC}
"""The placeholders that stand for random characters, and which."""
SHORTLINK = "shortlink"
ATTACHMENTS = ("attachement", "attachment")
"""Both spellings occur in the API's guides."""

_WRITTEN = re.compile(r"\{\{\s*(\w+)\s*(?::\s*([^{}]*?)\s*)?\}\}")


class Placeholder(NamedTuple):
    """One placeholder; `argument` is None where it has no colon."""

    name: str
    argument: str | None
    written: str


Renderer = Callable[[Placeholder], str]


@dataclass(frozen=True)
class Template:
    """A text cut at its placeholders."""

    pieces: tuple[str | Placeholder, ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """Cut a text."""
        pieces: list[str | Placeholder] = []
        end = 0
        for found in _WRITTEN.finditer(text):
            pieces += [text[end : found.start()], Placeholder(found[1], found[2], found[0])]
            end = found.end()
        return cls((*pieces, text[end:]))

    @property
    def placeholders(self) -> list[Placeholder]:
        """The placeholders in their order."""
        return [piece for piece in self.pieces if isinstance(piece, Placeholder)]

    def render(self, renderers: Mapping[str, Renderer]) -> str:
        """The text with each placeholder filled in; one without a renderer stays as it is written."""
        return "".join(
            piece
            if isinstance(piece, str)
            else renderers[piece.name](piece)
            if piece.name in renderers
            else piece.written
            for piece in self.pieces
        )
