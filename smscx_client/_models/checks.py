"""Which checks a value must pass before it is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from smscx_client.configuration import Configuration

__all__ = ["ALL_CHECKS", "NO_CHECKS", "OF_WHOLE_LISTS", "RULES", "Checks"]


class Checks:
    """The checks of a value before it is sent: its type, and every rule that is not skipped."""

    __slots__ = ("discard_unknown", "of_call", "skipped", "types")

    def __init__(self, *, types: bool = True, skipped: frozenset[str] = frozenset(), discard_unknown: bool = False):
        self.types = types
        self.skipped = skipped
        self.discard_unknown = discard_unknown
        #: Whether the values are the arguments of a call, where one string can stand for a list of strings, as in
        #: ``to="+31612469333"``, and fields have the names of keywords.
        self.of_call = False

    @classmethod
    def of(cls, configuration: Configuration | None, types: bool = True) -> Checks:
        """The checks that ``configuration`` turns on."""
        if configuration is None:
            return ALL_CHECKS if types else NO_CHECKS
        skipped = _ALL_RULES
        if types and configuration.client_side_validation:
            skipped = frozenset(
                filter(None, configuration.disabled_client_side_validations.replace(" ", "").split(","))
            )
        return cls(types=types, skipped=skipped, discard_unknown=configuration.discard_unknown_keys)


def _matches(value: str, pattern: str) -> bool:
    """Whether ``value`` matches by the rules of JSON Schema: ``$`` matches only at the very end of the text."""
    return re.search(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern, value) is not None


#: Each rule: its parameter of `field`, its JSON Schema keyword, a function (value, limit) -> bool, its error message.
RULES: tuple[tuple[str, str, Callable[[Any, Any], bool], str], ...] = (
    ("enum", "enum", lambda value, allowed: value in allowed, "must be one of {}"),
    ("min_length", "minLength", lambda value, least: len(value) >= least, "must have at least {} characters"),
    ("max_length", "maxLength", lambda value, most: len(value) <= most, "must have at most {} characters"),
    ("minimum", "minimum", lambda value, least: value >= least, "must be at least {}"),
    ("maximum", "maximum", lambda value, most: value <= most, "must be at most {}"),
    ("format", "format", lambda value, form: form.matches(value), "must be {}"),
    ("pattern", "pattern", _matches, "must match {}"),
    ("max_properties", "maxProperties", lambda value, most: len(value) <= most, "must have at most {} entries"),
    ("min_items", "minItems", lambda value, least: len(value) >= least, "must have {} or more items"),
    ("max_items", "maxItems", lambda value, most: len(value) <= most, "must have at most {} items"),
)
#: The rules that a list is checked for as a whole; its items are checked for the others.
OF_WHOLE_LISTS = frozenset({"minItems", "maxItems"})
_ALL_RULES = frozenset(keyword for _, keyword, _, _ in RULES)
ALL_CHECKS = Checks()
NO_CHECKS = Checks(types=False, skipped=_ALL_RULES)
