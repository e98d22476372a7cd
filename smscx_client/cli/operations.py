"""All operations of the API, and their arguments as words of a command line.

The table is read from the generated API classes, so it has every operation and cannot get stale. The type of an
argument follows from its field: ``limit=5`` is a number, ``to=+31...`` one item of a list,
``transliteration.alphabet=POLISH`` a field of a nested object.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, NamedTuple

from smscx_client import apis
from smscx_client._models.field import Field
from smscx_client._models.kinds import Kind, ListOf, MapOf, Ref
from smscx_client._suggest import did_you_mean
from smscx_client.cli.exit_codes import CommandError
from smscx_client.operation import Operation

__all__ = [
    "Argument",
    "Entry",
    "arguments_of",
    "grouped",
    "named",
    "operation_named",
    "operations",
    "place_of",
    "recipients_of",
    "summary_of",
]

#: The fields whose length is the number of recipients, and those that name groups of contacts.
_RECIPIENTS = ("to", "phone_numbers")
_GROUPS = "groups"
#: Choices that are longer than this are not shown in a table.
_LONG_CHOICES = 40
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_WORD = re.compile(r"(?:--)?(?P<name>[A-Za-z_][\w.-]*?)(?P<sign>:=|=)(?P<value>.*)", re.DOTALL)
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")


class Argument(NamedTuple):
    """An argument of an operation: a parameter, or a field of its body."""

    name: str
    """Its name in Python."""
    wire: str
    kind: Kind
    required: bool
    in_body: bool
    choices: tuple[Any, ...]
    """The values that it can have; empty for any."""

    @property
    def word(self) -> str:
        """Its name on the command line: the one of the API for ``from``, else the one of Python."""
        return self.name.strip("_")

    @property
    def is_switch(self) -> bool:
        """Whether it is true or false, so that ``--name`` alone means true."""
        return self.kind.label == "a bool"

    @property
    def type(self) -> str:
        """Its type as the help shows it."""
        choices = "|".join(map(str, self.choices))
        return choices if choices and len(choices) <= _LONG_CHOICES else _type_of(self.kind)


class Entry(NamedTuple):
    """An operation of the API."""

    operation: Operation
    api_class: type
    """The class that has its method."""

    @property
    def arguments(self) -> dict[str, Argument]:
        """Its arguments by their Python names, those of all forms of the body together."""
        found = {
            name: Argument(name, one.wire, one.kind, one.required, False, _choices_of(one))
            for name, one in self.operation.parameters.items()
        }
        for kind in self.operation.bodies:
            for name, one in _fields_of(kind).items():
                only = len(self.operation.bodies) == 1
                found[name] = Argument(name, one.wire, one.kind, one.required and only, True, _choices_of(one))
        return found

    @property
    def is_export(self) -> bool:
        """Whether it returns a file."""
        return self.operation.returns in ("csv", "xlsx")

    @property
    def words(self) -> list[tuple[str, Argument]]:
        """What can be written before ``=``: its arguments, and the fields of those that are objects."""
        found = []
        for argument in self.arguments.values():
            found.append((argument.word, argument))
            for name, one in _fields_of(argument.kind).items():
                nested = Argument(name, one.wire, one.kind, False, True, _choices_of(one))
                found.append((f"{argument.word}.{nested.word}", nested))
        return found

    @property
    def documentation(self) -> str:
        """The docstring of its method, as plain text."""
        text = inspect.getdoc(getattr(self.api_class, self.operation.name)) or ""
        return _ROLE.sub(r"\1", text).replace("``", "").replace("**", "")

    @property
    def description(self) -> str:
        """What it does, without its arguments and errors."""
        text = re.split(r"\n\n(?=:param|:return|Example|HTTP)", self.documentation, maxsplit=1)[0]
        return text.replace("\n\nCosts money.", "")

    @property
    def descriptions(self) -> dict[str, str]:
        """What its documentation says about its arguments, by their Python names."""
        found = re.findall(r"^:param (\w+): (.*(?:\n    .*)*)", self.documentation, re.MULTILINE)
        return {name: " ".join(text.split()) for name, text in found}


@lru_cache(maxsize=1)
def operations() -> dict[str, Entry]:
    """All operations by name, in alphabetical order."""
    found = {}
    for class_name in apis.__all__:
        api_class = getattr(apis, class_name)
        for value in vars(sys.modules[api_class.__module__]).values():
            if isinstance(value, Operation):
                found[value.name] = Entry(value, api_class)
    return dict(sorted(found.items()))


def operation_named(name: str) -> Entry:
    """The operation of this name; dashes are the same as underscores.

    :raises CommandError: there is none.
    """
    known = operations()
    entry = known.get(name.replace("-", "_"))
    if entry is None:
        hint = did_you_mean(name, known) or "; `smscx call` lists all"
        raise CommandError(f"the API has no operation `{name}`{hint}")
    return entry


def summary_of(entry: Entry) -> str:
    """What the operation does, in one line."""
    return entry.documentation.partition("\n")[0].rstrip(".")


def named(entry: Entry, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments by their Python names, whichever of their names is given.

    :raises CommandError: there is no such argument.
    """
    known = entry.arguments
    return {_argument_named(entry, known, name).name: value for name, value in arguments.items()}


def grouped(entry: Entry, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments as the API class passes them on: the fields of the body in one dict."""
    known = entry.arguments
    found = {name: value for name, value in arguments.items() if not known[name].in_body}
    if entry.operation.body:
        fields = {known[name].wire: value for name, value in arguments.items() if known[name].in_body}
        found[entry.operation.body[0]] = fields
    return found


def recipients_of(arguments: Mapping[str, Any]) -> int | None:
    """How many recipients the arguments name; None if they name groups, whose size they do not say."""
    if arguments.get(_GROUPS):
        return None
    return sum(len(arguments[name]) for name in _RECIPIENTS if isinstance(arguments.get(name), list))


def place_of(path: Sequence[str | int]) -> list[str | int]:
    """The path of a wrong value as words have it: without the name of the body, and ``from`` for ``_from``."""
    bodies = {entry.operation.body[0] for entry in operations().values() if entry.operation.body}
    inner = path[1:] if path[0] in bodies and len(path) > 1 else path
    return [step.strip("_") if isinstance(step, str) else step for step in inner]


# --- Words -----------------------------------------------------------------------------------------------------------


def arguments_of(entry: Entry, words: Sequence[str]) -> dict[str, Any]:
    """The arguments that words of the command line give: ``key=value``, ``key:=JSON``, ``--key value``.

    A value ``@FILE`` is the content of a file, ``@-`` that of stdin; of a list, each line is an item. ``@@`` stands for
    a first ``@``.

    :raises CommandError: an argument is unknown, is given twice, or is missing, or its value is of another type.
    """
    known = entry.arguments
    values: dict[str, Any] = {}
    for name, sign, text in _pairs(entry, words):
        path = name.split(".")
        argument = _argument_named(entry, known, path[0])
        value = _value(argument, path, sign, text)
        _store(values, [argument.name, *path[1:]], value, name)
    missing = [argument.word for name, argument in known.items() if argument.required and name not in values]
    if missing:
        raise CommandError(
            f"{entry.operation.name} needs {' and '.join(f'{word}=...' for word in missing)}; "
            f"see `smscx call {entry.operation.name} --help`"
        )
    return values


def _pairs(entry: Entry, words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each argument of the words: its name, ``=`` or ``:=``, and its text."""
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        found = _WORD.fullmatch(word)
        if found:
            yield found["name"], found["sign"], found["value"]
        elif word.startswith("--") and len(word) > 2:
            yield word[2:], "=", _text_after(entry, word[2:], waiting)
        else:
            raise CommandError(f"`{word}` is no argument: write key=value or --key value")


def _text_after(entry: Entry, name: str, waiting: list[str]) -> str:
    """The value of an option: the next word, or `true` for a yes-or-no option without a value."""
    argument = _argument_named(entry, entry.arguments, name.partition(".")[0])
    if waiting and not (argument.is_switch and waiting[0].lower() not in (*_TRUE, *_FALSE)):
        return waiting.pop(0)
    if argument.is_switch:
        return "true"
    raise CommandError(f"--{name} needs a value")


def _argument_named(entry: Entry, known: Mapping[str, Argument], name: str) -> Argument:
    python_name = name.replace("-", "_")
    for argument in known.values():
        if python_name in (argument.name, argument.word, f"{argument.word}_") or name == argument.wire:
            return argument
    hint = did_you_mean(name, [argument.word for argument in known.values()])
    all_of_them = ", ".join(argument.word for argument in known.values()) or "none"
    raise CommandError(
        f"{entry.operation.name} has no argument `{name}`{hint or f'; its arguments are: {all_of_them}'}"
    )


def _value(argument: Argument, path: Sequence[str], sign: str, text: str) -> Any:
    name = ".".join([argument.word, *path[1:]])
    kind = argument.kind if len(path) == 1 else _nested_kind(argument.kind, path[1:])
    if text.startswith("@@"):
        text = text[1:]
    elif text.startswith("@"):
        text = _content(text[1:], name)
        if isinstance(kind, ListOf) and sign == "=":
            return [_converted(kind.item, line, name) for line in map(str.strip, text.splitlines()) if line]
    if sign == ":=":
        return _json(text, name)
    if isinstance(kind, ListOf):
        return [_converted(kind.item, text, name)]
    return _converted(kind, text, name)


def _choices_of(one: Field) -> tuple[Any, ...]:
    return next((limit for keyword, limit, *_ in one.rules if keyword == "enum"), ())


def _fields_of(kind: Kind) -> dict[str, Field]:
    """The fields of an object; empty if its model declares none."""
    fields: dict[str, Field] = getattr(kind.model, "_fields", {}) if isinstance(kind, Ref) else {}
    return fields


def _nested_kind(kind: Kind, path: Sequence[str]) -> Kind | None:
    """The kind of a field of a nested object; None if its model does not declare it."""
    for step in path:
        fields = _fields_of(kind)
        one = fields.get(step.replace("-", "_")) or next((f for f in fields.values() if f.wire == step), None)
        if one is None:
            return None
        kind = one.kind
    return kind


def _content(path: str, name: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise CommandError(f"{name}: cannot read {path}: {reason}; write {name}=@@... for text with an @") from None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CommandError(f"{name}: is not JSON: {error}") from None


def _bool(text: str) -> bool:
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise ValueError


#: How the text of an argument becomes a value, by the label of its kind. Any other value is text.
_CONVERTERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "an int": (int, "a whole number"),
    "a number": (float, "a number"),
    "a bool": (_bool, "true or false"),
}


def _converted(kind: Kind | None, text: str, name: str) -> Any:
    if isinstance(kind, (Ref, MapOf)):
        return _json(text, name)
    convert, wanted = _CONVERTERS.get(kind.label if kind else "", (str, ""))
    try:
        return convert(text)
    except ValueError:
        raise CommandError(f"{name}: must be {wanted}, not `{text}`") from None


def _store(values: dict[str, Any], path: Sequence[str], value: Any, name: str) -> None:
    for step in path[:-1]:
        values = values.setdefault(step, {})
        if not isinstance(values, dict):
            raise CommandError(f"{name}: `{step}` is given twice, as a whole and by its fields")
    last = path[-1]
    if last not in values:
        values[last] = value
    elif isinstance(values[last], list) and isinstance(value, list):
        values[last] = [*values[last], *value]
    else:
        raise CommandError(f"{name}: is given twice")


_TYPES = {"a str": "text", "a UUID as text": "UUID", "an int": "number", "a number": "number", "a bool": "true|false"}


def _type_of(kind: Kind) -> str:
    if isinstance(kind, ListOf):
        return f"{_type_of(kind.item)}, repeatable"
    if isinstance(kind, (Ref, MapOf)):
        return "JSON"
    return _TYPES.get(kind.label) or kind.label.rpartition("text as ")[2]
