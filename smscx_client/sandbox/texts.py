"""What a message says in the end: placeholders filled in, other alphabets turned into GSM 03.38, parts counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import INVALID_PARAM, ApiError
from .money import as_number
from .telecom.placeholders import ATTACHMENTS, RANDOM, SHORTLINK, Placeholder, Renderer, Template
from .telecom.segments import MAX_PARTS, TextAnalysis, analyse
from .telecom.transliteration import Transliterator
from .world import World

__all__ = ["LINK_HOST", "Written", "compare", "write"]

LINK_HOST = "https://smscx.test"
"""Where short links, attachments and the opt-out link point (assumed; a name under `.test` can never be real)."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINKS = {
    SHORTLINK: ("shortlinks", "short_id"),
    **dict.fromkeys(ATTACHMENTS, ("attachments", "attachment_id")),
}
"""The table and column in which the ID of a tracked link has to stand."""


@dataclass(frozen=True)
class Written:
    """The text for one recipient, and what it would have taken without transliteration."""

    text: str
    analysis: TextAnalysis
    original: TextAnalysis


def write(world: World, text: str, transliterator: Transliterator, count: int) -> list[Written]:
    """The texts for so many recipients; worked out once if all get the same."""
    template = Template.of(text)
    for placeholder in template.placeholders:
        _check(world, placeholder)
    texts = _write(world, template, transliterator)
    if template.placeholders:
        return [next(texts) for _ in range(count)]
    return [next(texts)] * count


def _write(world: World, template: Template, transliterator: Transliterator) -> Iterator[Written]:
    renderers = _renderers(world)
    while True:
        original = template.render(renderers)
        text = transliterator.apply(original)
        analysis = analyse(text)
        if not text:
            raise ApiError(1107)
        if analysis.parts > MAX_PARTS:
            raise ApiError(INVALID_PARAM, detail=f"`text` takes {analysis.parts} parts; the limit is {MAX_PARTS}.")
        yield Written(text, analysis, analysis if transliterator.is_idle else analyse(original))


def _check(world: World, placeholder: Placeholder) -> None:
    """Refuse a count that cannot be met and a link that is not there."""
    name, argument = placeholder.name, placeholder.argument
    if name in RANDOM and argument is not None:
        if not (argument.isascii() and argument.isdecimal()):
            raise ApiError(1136, detail=f"It is written `{placeholder.written}`.")
        if len(argument) > 2 or not 1 <= int(argument) <= 20:
            raise ApiError(1137, detail=f"It is written `{placeholder.written}`.")
    if name in _LINKS and not world.store.among(*_LINKS[name], [argument or ""]):
        raise ApiError(1112, detail=f"It is written `{placeholder.written}`.")


def _renderers(world: World) -> dict[str, Renderer]:
    """What fills in each placeholder that any text may hold."""
    rng = world.rng
    now = world.clock.now()

    def random(placeholder: Placeholder) -> str:
        return rng.text(int(placeholder.argument or 4), RANDOM[placeholder.name])

    def link(placeholder: Placeholder) -> str:
        return f"{LINK_HOST}/{placeholder.argument}/{rng.text(4)}"

    def optout_link(_: Placeholder) -> str:
        return f"{LINK_HOST}/o/{rng.text(6)}"

    def today(_: Placeholder) -> str:
        return f"{now.day} {_MONTHS[now.month - 1]} {now.year}"

    return {
        **dict.fromkeys(RANDOM, random),
        **dict.fromkeys(_LINKS, link),
        "optoutLink": optout_link,
        "today": today,
    }


def compare(
    text: str, transliterator: Transliterator, texts: Sequence[Written], prices: Sequence[int]
) -> dict[str, Any]:
    """`transliterationAnalysis`: what the messages would take and cost with their text as it came, and do now.

    `prices` are those of one part per recipient. The two texts are shown as they are before placeholders are filled in.
    """
    before = sum(each.original.parts for each in texts)
    after = sum(each.analysis.parts for each in texts)
    cost_before = sum(price * each.original.parts for price, each in zip(prices, texts))
    cost_after = sum(price * each.analysis.parts for price, each in zip(prices, texts))
    replaced = transliterator.apply(text)
    return {
        "totalOriginalCost": as_number(cost_before),
        "totalOriginalParts": before,
        "totalReplacedCost": as_number(cost_after),
        "totalReplacedParts": after,
        "totalCostSaved": as_number(cost_before - cost_after),
        "totalPartsSaved": before - after,
        "text": {
            "original": {"text": text, **analyse(text)._asdict()},
            "replaced": {
                "text": replaced,
                **analyse(replaced)._asdict(),
                "characters": transliterator.replaced(text),
            },
        },
    }
