"""Which checks a value must pass before it is sent."""

from __future__ import annotations

import re
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smscx_client.configuration import Configuration

__all__ = ["ALL_CHECKS", "NO_CHECKS", "OF_WHOLE_LISTS", "RULES", "Checks", "combined"]


class Checks:
    """The checks of a value before it is sent: its type, and every rule that is not skipped."""

    __slots__ = ("discard_unknown", "of_call", "skipped", "types")

    def __init__(
        self,
        *,
        types: bool = True,
        skipped: frozenset[str] = frozenset(),
        discard_unknown: bool = False,
        of_call: bool = False,
    ):
        self.types = types
        self.skipped = skipped
        self.discard_unknown = discard_unknown
        #: Whether the values are the arguments of a call, where one string can stand for a list of strings, as in
        #: ``to="+31612469333"``, and fields have the names of keywords.
        self.of_call = of_call

    @classmethod
    def of(cls, configuration: Configuration | None, types: bool = True, *, of_call: bool = False) -> Checks:
        """The checks that ``configuration`` turns on."""
        if configuration is None:
            return ALL_CHECKS if types else NO_CHECKS
        disabled, discard_unknown = configuration.disabled_client_side_validations, configuration.discard_unknown_keys
        if not types or not configuration.client_side_validation:
            return cls(types=types, skipped=_ALL_RULES, discard_unknown=discard_unknown, of_call=of_call and types)
        if not disabled and not discard_unknown:
            return CALL_CHECKS if of_call else ALL_CHECKS
        skipped = frozenset(filter(None, disabled.replace(" ", "").split(",")))
        return cls(skipped=skipped, discard_unknown=discard_unknown, of_call=of_call)


def _matches(value: str, pattern: str) -> bool:
    """Whether ``value`` matches by the rules of JSON Schema: ``$`` matches only at the very end of the text."""
    return re.search(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern, value) is not None


#: Each rule: its parameter of `field`, its JSON Schema keyword, a function (value, limit) -> bool, its error message.
#: In a message, `{}` is the limit, and `{s}` is "s" unless the limit is 1.
RULES: tuple[tuple[str, str, Callable[[Any, Any], bool], str], ...] = (
    ("enum", "enum", lambda value, allowed: value in allowed, "must be one of {}"),
    ("min_length", "minLength", lambda value, least: len(value) >= least, "must have at least {} character{s}"),
    ("max_length", "maxLength", lambda value, most: len(value) <= most, "must have at most {} character{s}"),
    ("minimum", "minimum", lambda value, least: value >= least, "must be at least {}"),
    ("maximum", "maximum", lambda value, most: value <= most, "must be at most {}"),
    ("format", "format", lambda value, form: form.matches(value), "must be {}"),
    ("pattern", "pattern", _matches, "must match {}"),
    ("max_properties", "maxProperties", lambda value, most: len(value) <= most, "must have at most {} entries"),
    ("min_items", "minItems", lambda value, least: len(value) >= least, "must have {} or more items"),
    ("max_items", "maxItems", lambda value, most: len(value) <= most, "must have at most {} item{s}"),
)


def combined(rules: Iterable[tuple[str, Any, Callable[[Any, Any], bool], str]]) -> Callable[[Any], object]:
    """One function (value) -> bool for all of these rules, made once, since it is called for every value sent."""
    limits = {keyword: limit for keyword, limit, _, _ in rules}
    parts: list[Callable[[Any], object]] = []
    for least, most, measure in _RANGES:
        if least in limits or most in limits:
            parts.append(_between(limits.get(least, -inf), limits.get(most, inf), measure))
    for keyword, limit, passes, _ in rules:
        if keyword == "format":
            parts.append(limit.matches)
        elif not any(keyword in each for each in _RANGES):
            parts.append(partial(_passes, passes, limit))
    if len(parts) == 1:
        return parts[0]
    return lambda value: all(part(value) for part in parts)


def _passes(rule: Callable[[Any, Any], bool], limit: Any, value: Any) -> bool:
    return rule(value, limit)


def _between(least: Any, most: Any, measure: Callable[[Any], int] | None) -> Callable[[Any], bool]:
    if measure is None:
        return lambda value: least <= value <= most
    return lambda value: least <= len(value) <= most


#: Rules that are the two ends of a range, and what they limit.
_RANGES: tuple[tuple[str, str, Callable[[Any], int] | None], ...] = (
    ("minLength", "maxLength", len),
    ("minItems", "maxItems", len),
    ("minimum", "maximum", None),
)
#: The rules that a list is checked for as a whole; its items are checked for the others.
OF_WHOLE_LISTS = frozenset({"minItems", "maxItems"})
_ALL_RULES = frozenset(keyword for _, keyword, _, _ in RULES)
ALL_CHECKS = Checks()
CALL_CHECKS = Checks(of_call=True)
NO_CHECKS = Checks(types=False, skipped=_ALL_RULES)
