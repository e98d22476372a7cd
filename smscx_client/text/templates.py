"""Placeholders in a text, such as `{{numbers:8}}`: parsed once per request, rendered once per recipient."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .letters import require_text

__all__ = ["ATTACHMENTS", "PIN", "RANDOM", "SHORTLINK", "Placeholder", "Renderer", "Template", "placeholders"]

RANDOM: Mapping[str, str] = {
    "numbers": string.digits,
    "letters": string.ascii_letters,
    "alphanumeric": string.ascii_letters + string.digits,
}
"""The placeholders for random characters, with their alphabets; the renderer brings the random source."""
SHORTLINK = "shortlink"
ATTACHMENTS = ("attachement", "attachment")
"""The API's guides use both spellings."""
PIN = "pin"

_KINDS: Mapping[str, str] = {
    **dict.fromkeys((*RANDOM, SHORTLINK, *ATTACHMENTS, "optoutLink", "today"), "general"),
    **dict.fromkeys(("firstName", "lastName", "email", *(f"field{number}" for number in range(1, 6))), "contact"),
    PIN: "pin",
}
"""The API's placeholders."""

_PATTERN = re.compile(r"\{\{([^{}]*)\}\}")
"""Without braces inside the braces, so that a search takes linear time."""
_NAME = re.compile(r"\w+")
_SEPARATORS = re.compile(r"[\s_.-]+")
_LONGEST_MISSPELT = 40


class Placeholder(NamedTuple):
    """One placeholder of a text."""

    name: str
    """The name between the braces."""
    argument: str | None
    """What follows the colon; None without a colon."""
    written: str
    """The placeholder as the text has it, with its braces."""
    position: int
    """The index of its first brace in the text."""
    kind: str = "unknown"
    """Which data fill it in: `general` (any message), `contact` (campaigns), `pin` (OTP), `custom`, or `unknown`."""
    suggestion: str | None = None
    """The name that was probably meant by an unknown one."""

    @property
    def is_known(self) -> bool:
        """Whether the API or the caller has such a placeholder."""
        return self.kind != "unknown"


Renderer = Callable[[Placeholder], str]


@dataclass(frozen=True)
class Template:
    """A text, split at its placeholders."""

    pieces: tuple[str | Placeholder, ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """Parse a text.

        :param text: the text of a message.
        :raises TypeError: `text` is not a `str`.
        """
        require_text(text)
        pieces: list[str | Placeholder] = []
        end = 0
        for placeholder in _parse(text):
            if _NAME.fullmatch(placeholder.name):
                pieces += [text[end : placeholder.position], placeholder]
                end = placeholder.position + len(placeholder.written)
        return cls((*pieces, text[end:]))

    @property
    def placeholders(self) -> list[Placeholder]:
        """The placeholders in order."""
        return [piece for piece in self.pieces if isinstance(piece, Placeholder)]

    def render(self, renderers: Mapping[str, Renderer]) -> str:
        """Return the text with its placeholders replaced; one without a renderer stays unchanged.

        :param renderers: by the name of a placeholder, a function that takes the placeholder and returns its text.
        """
        return "".join(_rendered(piece, renderers) for piece in self.pieces)


def _rendered(piece: str | Placeholder, renderers: Mapping[str, Renderer]) -> str:
    if isinstance(piece, str):
        return piece
    renderer = renderers.get(piece.name)
    return piece.written if renderer is None else renderer(piece)


def placeholders(text: str, fields: Collection[str] = ()) -> list[Placeholder]:
    """Return the placeholders of a text, with the kind of each known one and a suggestion for each misspelt one.

    :param text: the text of a message.
    :param fields: names of the contacts' custom fields.
    :return: the placeholders, in the order of the text.
    :raises TypeError: `text` is not a `str`, or `fields` are not names.

    Example::

        [one.suggestion for one in text.placeholders("Hi {{first_name}}!")]  # ["firstName"]
    """
    require_text(text)
    if isinstance(fields, str) or not isinstance(fields, Collection) or not all(isinstance(one, str) for one in fields):
        raise TypeError('fields: must be a list of names, such as ["voucher"]')
    kinds = {**dict.fromkeys(fields, "custom"), **_KINDS}
    near: dict[str, str] | None = None
    found = []
    for one in _parse(text):
        kind = kinds.get(one.name, "unknown")
        suggestion = None
        if kind == "unknown":
            near = near or _misspellings(kinds)
            suggestion = _suggest(one.name, near)
        found.append(one._replace(kind=kind, suggestion=suggestion))
    return found


def _parse(text: str) -> Iterator[Placeholder]:
    for found in _PATTERN.finditer(text):
        name, colon, argument = found[1].partition(":")
        name = name.strip()
        if name:
            yield Placeholder(name, argument.strip() if colon else None, found[0], found.start())


def _key(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()


def _spellings(key: str) -> Iterator[str]:
    """Yield the key, and the key without one of its letters: two keys that are one slip apart share one of these."""
    yield key
    for index in range(len(key)):
        yield key[:index] + key[index + 1 :]


def _misspellings(names: Collection[str]) -> dict[str, str]:
    """Return the name for each spelling of it; for a spelling of several names, the first of them."""
    found: dict[str, str] = {}
    for name in names:
        for spelling in _spellings(_key(name)):
            found.setdefault(spelling, name)
    return {**found, **{_key(name): name for name in names}}


def _suggest(name: str, near: Mapping[str, str]) -> str | None:
    if len(name) > _LONGEST_MISSPELT:
        return None
    return next((near[spelling] for spelling in _spellings(_key(name)) if spelling in near), None)
