"""What a message says in the end: placeholders filled in, other alphabets turned into GSM 03.38, parts counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from smscx_client.text.placeholders import ATTACHMENTS, RANDOM, SHORTLINK, Placeholder, Renderer, Template
from smscx_client.text.segments import MAX_PARTS, TextAnalysis, analyse
from smscx_client.text.transliteration import Transliterator

from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.money import as_number
from ..links import service as links

__all__ = ["Fields", "Written", "compare", "require_sms", "write"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINKS = {
    SHORTLINK: ("shortlinks", "short_id"),
    **dict.fromkeys(ATTACHMENTS, ("attachments", "attachment_id")),
}
"""The table and column in which the ID of a tracked link has to stand."""


Fields = Mapping[str, str]
"""What stands for each placeholder of one recipient; what is not among them becomes an empty string."""

_IDLE = Transliterator()


@dataclass(frozen=True)
class Written:
    """The text for one recipient, and what it would have taken without transliteration."""

    text: str
    analysis: TextAnalysis
    original: TextAnalysis


def write(
    context: Context, text: str, people: Sequence[Fields | None], transliterator: Transliterator = _IDLE
) -> list[Written]:
    """The text for each recipient; worked out once if all get the same."""
    template = Template.of(text)
    for placeholder in template.placeholders:
        _check(context, placeholder)
    if not template.placeholders:
        return [_written(text, transliterator)] * len(people)
    return [_written(original, transliterator) for original in _render(context, template, people)]


def require_sms(texts: Sequence[Written]) -> None:
    """Refuse texts that are empty or too long for an SMS."""
    for each in dict.fromkeys(texts):
        if not each.text:
            raise ApiError(1107)
        if each.analysis.parts > MAX_PARTS:
            detail = f"The text takes {each.analysis.parts} parts; the limit is {MAX_PARTS}."
            raise ApiError(INVALID_PARAM, detail=detail)


def _written(original: str, transliterator: Transliterator) -> Written:
    text = transliterator.apply(original)
    analysis = analyse(text)
    return Written(text, analysis, analysis if transliterator.is_idle else analyse(original))


def _render(context: Context, template: Template, people: Sequence[Fields | None]) -> Iterator[str]:
    common = _renderers(context)
    names = {placeholder.name for placeholder in template.placeholders} - common.keys()
    for fields in people:
        own = {} if fields is None else {name: fields.get(name, "") for name in names}
        yield template.render({**common, **{name: partial(_give, value) for name, value in own.items()}})


def _give(value: str, _: Placeholder) -> str:
    return value


def _check(context: Context, placeholder: Placeholder) -> None:
    """Refuse a count that cannot be met and a link that is not there."""
    name, argument = placeholder.name, placeholder.argument
    if name in RANDOM and argument is not None:
        if not (argument.isascii() and argument.isdecimal()):
            raise ApiError(1136, detail=f"It is written `{placeholder.written}`.")
        if len(argument) > 2 or not 1 <= int(argument) <= 20:
            raise ApiError(1137, detail=f"It is written `{placeholder.written}`.")
    if name in _LINKS and not context.store.among(*_LINKS[name], [argument or ""]):
        raise ApiError(1112, detail=f"It is written `{placeholder.written}`.")


def _renderers(context: Context) -> dict[str, Renderer]:
    """What fills in each placeholder that any text may hold."""
    rng = context.rng
    now = context.clock.now()
    suffixes = links.suffixes(context)

    def random(placeholder: Placeholder) -> str:
        return rng.text(int(placeholder.argument or 4), RANDOM[placeholder.name])

    def link(placeholder: Placeholder) -> str:
        return links.url_of(context, placeholder.argument or "", next(suffixes))

    def optout_link(_: Placeholder) -> str:
        return links.url_of(context, links.optout_list_id(context), next(suffixes))

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
