"""The example of each operation as Python source: its request, its call, and the fields of the response that it prints.

``x-sent`` and ``x-shown`` in openapi/ list what an example sends and prints. The script of a method and its reference
page show the same sample.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Union

from codegen import names
from codegen.read import Model, Operation, Value

__all__ = ["ADVICE", "Sample", "constructor_of", "sample_of"]

#: Columns of the code, so that a page shows it without a scroll bar.
WIDTH = 100

#: The message of an example that catches an exception of this class; braces contain Python.
ADVICE = {
    "AccessDeniedException": "Not possible in this state.",
    "ChannelNotActiveException": "Ask support to activate the channel.",
    "DuplicateIdException": "It exists already.",
    "DuplicateValueException": "It exists already.",
    "InsufficientBalanceException": "Top up the account first.",
    "InvalidCredentialsException": "Application id or secret is wrong.",
    "InvalidPhoneNumberException": "Not valid: {error.invalid}.",
    "InvalidPinException": "Wrong PIN. Ask the user to try again.",
    "InvalidRequestException": "Correct the request.",
    "InvalidScopeException": "The application does not have this scope.",
    "NoCoverageException": "There is no route to this destination.",
    "OtpActionNotAllowedException": "Only a pending OTP can be cancelled.",
    "OtpAlreadyVerifiedException": "The OTP is already verified.",
    "OtpCancelledException": "Cancelled: request a new one.",
    "OtpExpiredException": "Too late: request a new one.",
    "OtpFailedException": "Too many attempts: request a new one.",
    "ResourceNotFoundException": "There is nothing with this id.",
    "TemplateNotApprovedException": "Wait until the template is approved and locked.",
}


class Block(NamedTuple):
    """Source that goes on one line if it fits, else with one item per line."""

    opening: str
    items: list[tuple[str, Code]]
    closing: str

    def on_one_line(self) -> str:
        items = (before + (item if isinstance(item, str) else item.on_one_line()) for before, item in self.items)
        return self.opening + ", ".join(items) + self.closing


Code = Union[str, Block]


def laid_out(code: Code, indent: int = 0, taken: int = 0) -> str:
    """``code`` as lines, all but the first indented; ``taken`` columns of the first line are in use."""
    if isinstance(code, str):
        return code
    line = code.on_one_line()
    if indent + taken + len(line) <= WIDTH:
        return line
    pad = " " * (indent + 4)
    items = [f"{pad}{before}{laid_out(item, indent + 4, len(before) + 1)},\n" for before, item in code.items]
    return f"{code.opening}\n{''.join(items)}{' ' * indent}{code.closing}"


@dataclass
class Sample:
    """The example of one operation."""

    operation: Operation
    call: Block
    #: ``import`` statements of the standard library.
    imports: list[str] = field(default_factory=list)
    #: Fields of the response to print, as paths: ``info.total_cost``.
    fields: list[str] = field(default_factory=list)
    #: The list or map to iterate over, as a path from the response, and the fields of each item to print.
    loop: str = ""
    columns: list[str] = field(default_factory=list)
    #: Names of the keys, if it is a map; two names for a map of maps.
    keys: list[str] = field(default_factory=list)
    paged: bool = False

    @property
    def variable(self) -> str:
        """The name of the variable that holds the response."""
        return {"csv": "text", "xlsx": "file"}.get(self.operation.returns, "response")

    def call_source(self, indent: int) -> str:
        """The call, for a line that is indented by ``indent``."""
        before = f"{self.variable} = "
        return before + laid_out(self.call, indent, len(before))


def sample_of(operation: Operation, models: Mapping[str, Model]) -> Sample:
    """The sample of ``operation``."""
    writer = _Writer(models)
    sample = Sample(operation, Block(f"client.{names.namespace(operation.api_class)}.{operation.name}(", [], ")"))
    for one in operation.parameters:
        if one.required and one.default is None:
            sample.call.items.append(("", writer.value(one.annotation, _example(one))))
    if operation.bare and isinstance(operation.body_example, dict):
        sample.call.items.append(("", writer.value("str", operation.body_example[operation.bare])))
    elif operation.body:
        sample.call.items.extend(writer.keywords(operation.body_models[0], operation.body_example or {}))
    for one in operation.parameters:
        if one.name in operation.sent:
            sample.call.items.append((f"{one.name}=", writer.value(one.annotation, one.example)))
    _add_shown(sample)
    sample.paged = operation.returns in models and any(f.name == "paging" for f in models[operation.returns].fields)
    sample.imports = writer.standard
    return sample


def _add_shown(sample: Sample) -> None:
    """Read ``x-shown``: ``info.id`` is a field, ``data.*.id`` a field of each item, ``<key>`` the key of a map."""
    if sample.operation.returns == "csv":
        sample.columns = sample.operation.shown
        return
    for path in sample.operation.shown:
        parts = path.split(".")
        marks = [place for place, part in enumerate(parts) if part == "*" or part.startswith("<")]
        if not marks:
            sample.fields.append(path)
            continue
        sample.loop = ".".join(parts[: marks[0]])
        sample.keys = [parts[place].strip("<>") for place in marks if parts[place] != "*"]
        sample.columns += [".".join(parts[marks[-1] + 1 :])] if len(parts) > marks[-1] + 1 else []


def constructor_of(
    model: Model, models: Mapping[str, Model], operations: list[Operation]
) -> tuple[list[str], str] | None:
    """The imports and the source that make ``model`` from its first example in a request body."""
    for operation in operations:
        for name in operation.body_models:
            wire = _found(model.name, name, operation.body_example, models)
            if wire is not None:
                writer = _Writer(models)
                source = laid_out(writer.constructor(model.name, wire))
                standard = [*writer.standard, ""] if writer.standard else []
                return [*standard, *sorted(writer.own)], source
    return None


def _example(one: Value) -> Any:
    """The example of a required parameter, or a value of its type if it has none."""
    if one.example is not None:
        return one.example
    if "enum" in one.limits:
        return one.limits["enum"][0]
    return {"int": 1, "float": 1.0, "bool": True}.get(one.type, one.wire)


def _found(wanted: str, name: str, wire: Any, models: Mapping[str, Model]) -> dict[str, Any] | None:
    """The first object of the model ``wanted`` in ``wire``, which is of the model ``name``."""
    if isinstance(wire, list):
        return next(filter(None, (_found(wanted, name, item, models) for item in wire)), None)
    if not isinstance(wire, dict):
        return None
    if name == wanted:
        return wire
    below = (_found(wanted, inner, wire.get(one.wire), models) for one in models[name].fields for inner in one.models)
    return next((found for found in below if found is not None), None)


class _Writer:
    """Wire values as Python source, and the imports that this source needs."""

    def __init__(self, models: Mapping[str, Model]):
        self.models = models
        self.standard: list[str] = []
        self.own: set[str] = set()

    def value(self, annotation: str, wire: Any, *, local: bool = False, dicts: bool = True) -> Code:
        """A value of the type ``annotation``.

        :param local: whether a date is local time.
        :param dicts: whether objects are dicts; else they are models.
        """
        if annotation in self.models and isinstance(wire, dict):
            return self.object(annotation, wire) if dicts else self.constructor(annotation, wire)
        if isinstance(wire, list):
            item = annotation[len("list[") : -1] if annotation.startswith("list[") else "Any"
            return Block("[", [("", self.value(item, one, dicts=dicts)) for one in wire], "]")
        if isinstance(wire, dict):
            return Block("{", [(f"{json.dumps(key)}: ", self.value("Any", one)) for key, one in wire.items()], "}")
        if annotation == "datetime" and isinstance(wire, str):
            return self.date(wire, local)
        return json.dumps(wire, ensure_ascii=False) if isinstance(wire, str) else repr(wire)

    def object(self, name: str, wire: dict[str, Any]) -> Code:
        """A dict with the names of keywords, or a map as it is."""
        if self.models[name].shape == "map":
            return self.value("Any", wire)
        items = self.fields(name, wire, dicts=True)
        return Block("{", [(f'"{names.keyword_of(field)}": ', code) for field, code in items], "}")

    def keywords(self, name: str, wire: dict[str, Any]) -> list[tuple[str, Code]]:
        """The fields of a body as arguments of a method."""
        return [(f"{names.keyword_of(field)}=", code) for field, code in self.fields(name, wire, dicts=True)]

    def constructor(self, name: str, wire: dict[str, Any]) -> Block:
        """A model, and the import of it."""
        model = self.models[name]
        self.own.add(f"from smscx_client.model.{model.module} import {name}")
        if model.shape == "map":
            entries = self.value("Any", wire)
            assert isinstance(entries, Block)
            return Block(f"{name}({{", entries.items, "})")
        items = self.fields(name, wire, dicts=False)
        return Block(f"{name}(", [(f"{names.keyword_of(field)}=", code) for field, code in items], ")")

    def fields(self, name: str, wire: dict[str, Any], *, dicts: bool) -> list[tuple[str, Code]]:
        """The Python names and the values of the fields of ``wire``, an object of the model ``name``."""
        found = []
        for one in self.models[name].fields:
            if one.wire in wire:
                local = one.local_flag is not None and wire.get(one.local_flag) is False
                found.append((one.name, self.value(one.annotation, wire[one.wire], local=local, dicts=dicts)))
        return found

    def date(self, wire: str, local: bool) -> str:
        """A datetime: aware, unless it is the local time of the recipient."""
        parsed = datetime.datetime.fromisoformat(wire)
        parts = [parsed.year, parsed.month, parsed.day, parsed.hour, parsed.minute, *filter(None, [parsed.second])]
        zone = [] if local else ["tzinfo=timezone.utc"]
        self.standard = ["from datetime import datetime" + ("" if local else ", timezone")]
        return f"datetime({', '.join([*map(str, parts), *zone])})"
