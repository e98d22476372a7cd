"""The columns of the rows of a response that a job needs: texts, and the number of each distinct result.

This is most of the work of a job. Rows that are alike are read with a regular expression that is made from the first of
them, in two thirds of the time that JSON takes. Where a row is different, or has escapes or inner objects, the rows are
read as JSON. Values that a job does not need are not checked, nor is a text for line breaks, which JSON escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

__all__ = ["WHITE_SPACE", "Columns", "scan"]

#: Reads the JSON value at a place of a text, and returns it with its end.
scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
#: A text without escapes, and a number, true, false or null.
_TEXT, _WORD = '[^"]*', r"[-+.0-9A-Za-z]+"
WHITE_SPACE = " \t\n\r"
#: The white space of a row: before its first name, around its first colon and comma.
_SPACE = f"[{WHITE_SPACE}]*"
_START, _COMMA = re.compile(rf'\{{({_SPACE})"{_TEXT}"({_SPACE}:{_SPACE})'), re.compile(rf"{_SPACE},{_SPACE}")


class Columns:
    """The columns of many rows.

    :param texts: the fields that are kept as they are, such as ids.
    :param result: the fields that make up a result.
    :param alike: more fields of a result. Rows with the same values of these are read faster.
    """

    def __init__(self, texts: Sequence[str], result: Sequence[str], alike: Sequence[str] = ()):
        self.texts: dict[str, list[str]] = {name: [] for name in texts}
        self.codes: list[int] = []
        """For each row the place of its result in `results`."""
        self._varied, self._alike = tuple(result), tuple(alike)
        self._result = (*self._varied, *self._alike)
        self._wanted = frozenset((*texts, *result))
        self._numbers = _Numbers()
        self._written: dict[Any, _Written] = {}

    @property
    def results(self) -> list[dict[str, Any]]:
        """The distinct results."""
        return [dict(zip(self._result, values)) for values in self._numbers]

    def take(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Read rows.

        :raises KeyError: a row has no such text.
        """
        for name, column in self.texts.items():
            column += map(itemgetter(name), rows)
        try:
            values = zip(*(list(map(itemgetter(name), rows)) for name in self._result))
        except KeyError:  # the API left out a field
            values = zip(*([row.get(name) for row in rows] for name in self._result))
        self.codes += map(self._numbers.__getitem__, values)

    def read(self, text: str) -> bool:
        """Read rows from their JSON text, an array without its brackets; return False if they must be parsed.

        :raises ValueError: a value is no JSON.
        """
        if "\\" in text:
            return False
        first, layout = _first(text)
        fields = tuple((name, type(value)) for name, value in first.items())
        common = tuple((name, first[name]) for name in self._alike if name in first)
        if not all(isinstance(value, str) for _, value in common):
            return False
        pattern = _pattern(fields, tuple(self.texts), self._varied, common, layout)
        parts = pattern.split(text) if pattern else []
        # What is between the rows, and the values of each row, in turn. If only commas are between, no row is left out.
        width = 1 + len(self._wanted)
        between = {some.strip(WHITE_SPACE) for some in set(parts[width:-1:width])}
        if not parts or parts[0] or parts[-1] or not between <= {","}:
            return False
        names = (name for name in first if name in self._wanted)
        columns = {name: parts[place::width] for place, name in enumerate(names, 1)}
        for name, column in self.texts.items():
            column += columns[name]
        written = self._written.get(common)
        if written is None:
            shared = dict(common)
            written = self._written[common] = _Written(self._numbers, [shared.get(name) for name in self._alike])
        self.codes += map(written.__getitem__, zip(*(columns[name] for name in self._varied)))
        return True


class _Numbers(dict[Any, int]):
    """The distinct results, each with its number in the order of appearance."""

    def __missing__(self, result: Any) -> int:
        number = self[result] = len(self)
        return number


class _Written(dict[Any, int]):
    """The same by their values as the response has them, of rows that have the same values of some fields."""

    def __init__(self, numbers: _Numbers, alike: Sequence[Any]):
        self._numbers, self._alike = numbers, alike

    def __missing__(self, written: Sequence[str]) -> int:
        result = (*map(json.loads, written), *self._alike)
        number = self[written] = self._numbers[result]
        return number


def _first(text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The first row, and its braces, colons and commas with white space; without fields if it is none."""
    try:
        first, end = scan(text, 0)
        start = _START.match(text)
        if start is None:  # it is no object, or an empty one
            return {}, ()
        comma = _COMMA.match(text, scan(text, start.end())[1])
    except (ValueError, StopIteration, RecursionError):
        return {}, ()
    before_end = text[len(text[: end - 1].rstrip(WHITE_SPACE)) : end]
    return first, (f"{{{start[1]}", start[2], comma[0] if comma else "", before_end)


@lru_cache(maxsize=64)
def _pattern(
    fields: Sequence[tuple[str, type]],
    texts: Sequence[str],
    result: Sequence[str],
    common: Sequence[tuple[str, str]],
    layout: Sequence[str],
) -> re.Pattern[str] | None:
    """What finds the texts and results in rows with these fields in this order; None if one of them is missing.

    It does not match a row with an inner object or list, or with another type where a text is wanted.

    :param common: fields that have the same value in each row, and these values.
    """
    shared = dict(common)
    if not result or not {name for name, _ in fields}.issuperset((*texts, *result)):
        return None
    start, colon, comma, end = map(re.escape, layout)
    parts = []
    for name, kind in fields:
        if name in texts:
            value = f'"({_TEXT})"'
        elif name in shared:
            value = re.escape(json.dumps(shared[name], ensure_ascii=False))
        elif name in result:
            value = f'("{_TEXT}"|{_WORD})'
        else:
            value = f'"{_TEXT}"' if kind is str else _WORD
        parts.append(f"{re.escape(json.dumps(name, ensure_ascii=False))}{colon}{value}")
    return re.compile(f"{start}{comma.join(parts)}{end}")
