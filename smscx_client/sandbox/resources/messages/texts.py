"""The text for each recipient: placeholders replaced, alphabets transliterated to GSM 03.38, parts counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from smscx_client.text import (
    ATTACHMENTS,
    MAX_PARTS,
    RANDOM,
    SHORTLINK,
    Placeholder,
    Renderer,
    Template,
    TextAnalysis,
    Transliterator,
    analyze,
)

from ...spec.errors import INVALID_PARAM, ApiError
from ...state.context import Context
from ...state.money import as_number
from ..links import service as links

__all__ = ["Fields", "RenderedText", "TextRenderer", "require_sms", "transliteration_analysis"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINKS = {SHORTLINK: links.SHORTLINK, **dict.fromkeys(ATTACHMENTS, links.ATTACHMENT)}
"""The kind of link of each placeholder for a tracked link."""

Fields = Mapping[str, str]
"""The value of each placeholder for one recipient; any other placeholder becomes an empty string."""

_NO_TRANSLITERATION = Transliterator()


@dataclass(frozen=True)
class RenderedText:
    """The text for one recipient; `original` has the parts of the text without transliteration."""

    text: str
    analysis: TextAnalysis
    original: TextAnalysis


class TextRenderer:
    """Renders a text for the recipients of a request; once for all of them if it has no placeholders."""

    def __init__(self, context: Context, text: str, transliterator: Transliterator = _NO_TRANSLITERATION) -> None:
        self._text = text
        self._transliterator = transliterator
        self._template = Template.of(text)
        for placeholder in self._template.placeholders:
            _check_argument(context, placeholder)
        self._common = _renderers(context)

    def render(self, fields: Sequence[Fields | None]) -> list[RenderedText]:
        """The text for some recipients.

        `fields` has the placeholder values of each of them. With None, unknown placeholders stay in the text.
        """
        if not self._template.placeholders:
            return [_rendered(self._text, self._transliterator)] * len(fields)
        return [_rendered(original, self._transliterator) for original in self._fill_in(fields)]

    def _fill_in(self, fields: Sequence[Fields | None]) -> Iterator[str]:
        names = {placeholder.name for placeholder in self._template.placeholders} - self._common.keys()
        for values in fields:
            own = {} if values is None else {name: values.get(name, "") for name in names}
            named = {name: partial(_constant, value) for name, value in own.items()}
            yield self._template.render({**self._common, **named})


def require_sms(texts: Sequence[RenderedText]) -> None:
    """Raise an `ApiError` for a text that is empty or too long for an SMS."""
    for text in dict.fromkeys(texts):
        if not text.text:
            raise ApiError(1107)
        if text.analysis.parts > MAX_PARTS:
            detail = f"The text has {text.analysis.parts} parts; the limit is {MAX_PARTS}."
            raise ApiError(INVALID_PARAM, detail=detail)


def _rendered(original: str, transliterator: Transliterator) -> RenderedText:
    text = transliterator.apply(original)
    analysis = analyze(text)
    return RenderedText(text, analysis, analysis if transliterator.is_idle else analyze(original))


def _constant(value: str, _: Placeholder) -> str:
    return value


def _check_argument(context: Context, placeholder: Placeholder) -> None:
    """Raise an `ApiError` for an invalid length of random text and for an unknown link."""
    name, argument = placeholder.name, placeholder.argument
    if name in RANDOM and argument is not None:
        if not (argument.isascii() and argument.isdecimal()):
            raise ApiError(1136, detail=f"Placeholder: `{placeholder.written}`.")
        if len(argument) > 2 or not 1 <= int(argument) <= 20:
            raise ApiError(1137, detail=f"Placeholder: `{placeholder.written}`.")
    if name in _LINKS and not links.exists(context, _LINKS[name], argument or ""):
        raise ApiError(1112, detail=f"Placeholder: `{placeholder.written}`.")


def _renderers(context: Context) -> dict[str, Renderer]:
    """The renderers of the placeholders that do not depend on the recipient's fields."""
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


def transliteration_analysis(
    text: str, transliterator: Transliterator, texts: Sequence[RenderedText], prices: Sequence[int]
) -> dict[str, Any]:
    """`transliterationAnalysis`: parts and cost of the messages without and with transliteration.

    `prices` has the price of one part for each recipient. The two texts in it still have their placeholders.
    """
    original_parts = sum(rendered.original.parts for rendered in texts)
    replaced_parts = sum(rendered.analysis.parts for rendered in texts)
    original_cost = sum(price * rendered.original.parts for price, rendered in zip(prices, texts))
    replaced_cost = sum(price * rendered.analysis.parts for price, rendered in zip(prices, texts))
    replaced = transliterator.apply(text)
    return {
        "totalOriginalCost": as_number(original_cost),
        "totalOriginalParts": original_parts,
        "totalReplacedCost": as_number(replaced_cost),
        "totalReplacedParts": replaced_parts,
        "totalCostSaved": as_number(original_cost - replaced_cost),
        "totalPartsSaved": original_parts - replaced_parts,
        "text": {
            "original": _size(text),
            "replaced": {**_size(replaced), "characters": transliterator.replaced(text)},
        },
    }


def _size(text: str) -> dict[str, Any]:
    analysis = analyze(text)
    return {"text": text, "length": len(text), "encoding": analysis.encoding, "parts": analysis.parts}
