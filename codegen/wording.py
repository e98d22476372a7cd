"""Descriptions in the words of Python: names of arguments instead of names in JSON, ``True`` instead of ``true``.

The files in openapi/ describe the API, so they use its names. Docstrings and reference pages are for Python programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from codegen import names
from codegen.read import Api, Value

__all__ = ["in_python"]

_JSON_WORDS = {"true": "True", "false": "False", "null": "None"}


def in_python(api: Api) -> Api:
    """``api`` with all descriptions in the words of Python."""
    words = {**_JSON_WORDS, **_python_names(_values(api))}
    for value in _values(api):
        value.description = _translated(value.description, words)
    for model in api.models:
        model.description = _translated(model.description, words)
    for operation in api.operations:
        operation.summary = _translated(operation.summary, words)
        operation.description = _translated(operation.description, words)
        operation.note = operation.note and _translated(operation.note, words)
        for error in operation.errors:
            error.meaning = _translated(error.meaning, words)
    return api


def _values(api: Api) -> list[Value]:
    owners = [*(one.fields for one in api.models), *(one.parameters for one in api.operations)]
    return [value for values in owners for value in values]


def _python_names(values: Iterable[Value]) -> dict[str, str]:
    """Wire name to Python name, where a wire name cannot be anything else: those in camel case, and ``from``."""
    found = {one.wire: names.keyword_of(one.name) for one in values}
    return {
        wire: name
        for wire, name in found.items()
        if re.search("[a-z][A-Z]", wire) or name == names.keyword_of(f"_{wire}")
    }


def _translated(text: str, words: Mapping[str, str]) -> str:
    """``text`` with Python words for the words of JSON in its code, and for ``null`` everywhere."""

    def code(found: re.Match[str]) -> str:
        parts = found[1].split(".")
        return f"`{'.'.join(words.get(part, part) for part in parts)}`"

    return re.sub(r"\bnull\b", "None", re.sub(r"(?<!`)`([\w.]+)`(?!`)", code, text))
