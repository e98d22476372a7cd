"""What the body of a request can be given as: the keywords of a method, the dicts of ``types.py``, the arguments of a
model. Their annotations say what the library takes, which is more than what a model returns: text for a date, a dict
for a model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from codegen import names
from codegen.read import Api, Model, Operation, Value, all_fields

__all__ = ["Input", "Inputs"]


@dataclass
class Input:
    """One field of a body, as a caller gives it."""

    name: str
    annotation: str
    required: bool
    value: Value

    @property
    def keyword(self) -> str:
        """It as a parameter."""
        return f"{self.name}: {self.annotation}" if self.required else f"{self.name}: {self.annotation} | None = None"

    @property
    def unset(self) -> str:
        """It as a parameter of a method that also takes the whole body."""
        return f"{self.name}: {self.annotation}{'' if self.required else ' | None'} = UNSET"


class Inputs:
    """The inputs of all operations."""

    def __init__(self, api: Api):
        self.models: Mapping[str, Model] = {one.name: one for one in api.models}
        self.sent = _sent(api.operations, self.models)

    @property
    def dicts(self) -> list[Model]:
        """The models that have typed dicts: all that are sent, without those whose keys are data."""
        return [self.models[name] for name in self.sent if self.models[name].shape == "object"]

    def body(self, operation: Operation) -> str:
        """The annotation of the body of an operation."""
        forms = [form for name in operation.body_models for form in self._forms(name)]
        return " | ".join([*forms, *(["str"] if operation.bare else [])])

    def keywords(self, operation: Operation) -> list[Input]:
        """The fields of a body as keywords of its method, required ones first."""
        if not operation.body or operation.bare == operation.body:
            return []
        every = [{one.name: one for one in self.fields(self.models[name])} for name in operation.body_models]
        found = {name: one for fields in reversed(every) for name, one in fields.items()}
        for one in found.values():
            one.required = all(one.name in fields and fields[one.name].required for fields in every)
        return sorted(found.values(), key=lambda one: not one.required)

    def fields(self, model: Model) -> list[Input]:
        """The fields of a model, as keywords or as keys of a dict with Python names."""
        return [
            Input(names.keyword_of(one.name), self._annotation(one, "str | Sequence[str]"), one.required, one)
            for one in all_fields(model, self.models)
        ]

    def in_order(self, model: Model) -> list[Value]:
        """The fields of a model in the order of the arguments of its constructor: required ones first."""
        return sorted(all_fields(model, self.models), key=lambda one: not one.required)

    def wire_fields(self, model: Model) -> list[Input]:
        """The fields of a model as keys of a dict with the names on the wire."""
        return [replace(one, name=one.value.wire) for one in self.fields(model)]

    def arguments(self, model: Model) -> list[Input]:
        """The fields of a model as arguments of its constructor, which takes no string for a list of strings."""
        return [
            Input(one.name, self._annotation(one, "SequenceNotStr[str]"), one.required, one)
            for one in all_fields(model, self.models)
        ]

    def signature(self, operation: Operation, *, body: bool = True, keywords: bool = True) -> list[str]:
        """The parameters of a method between ``self`` and the options, as source text.

        :param body: whether the request can be given as a whole; with ``keywords``, both are optional.
        :param keywords: whether its fields can be given.
        """
        first = [one for one in operation.parameters if one.positional]
        parts = [_parameter(one) for one in first if one.required]
        fields = self.keywords(operation) if keywords else []
        if operation.body and (body or not fields):
            parts.append(f"{operation.body}: {self.body(operation)}{' = UNSET' if fields else ''}")
        parts += [_parameter(one) for one in first if not one.required]
        named = [_parameter(one) for one in operation.parameters if not one.positional]
        named += [one.unset if body else one.keyword for one in fields]
        return [*parts, "*", *named] if named else parts

    def overloads(self, operation: Operation, returns: str) -> list[tuple[list[str], str]]:
        """The signatures of a method that can be called in several ways, each with what it returns."""
        if self.keywords(operation):
            return [(self.signature(operation, **one), returns) for one in ({"body": False}, {"keywords": False})]
        found = []
        for name, forms in operation.returns_by.items():
            for form in dict.fromkeys(forms.values()):
                values = ", ".join(repr(value) for value, its in forms.items() if its == form)
                parts = [
                    f"{name}: Literal[{values}]" if part.startswith(f"{name}: ") else part
                    for part in self.signature(operation)
                ]
                found.append((parts, form))
        return found

    def constructors(self, model: Model) -> list[list[str]]:
        """The signatures of the constructor of a model that is sent; one for each name of a field that has two."""
        if model.name not in self.sent or model.shape != "object":
            return []
        fields = self.arguments(model)
        renamed = [replace(one, name=names.keyword_of(one.name)) for one in fields]
        return [*([_constructor(renamed)] if renamed != fields else []), _constructor(fields)]

    def _annotation(self, one: Value, strings: str) -> str:
        """The values that the library accepts for a field."""
        text = one.annotation
        if text == "list[str]":
            return strings
        if one.models:
            text = re.sub(rf"\b{one.models[0]}\b", " | ".join(self._forms(one.models[0])), text)
        if text.startswith("list["):
            text = f"Sequence[{text[5:-1]}]"
        if one.type == "datetime":
            text = "datetime | str"
        elif one.type == '"uuid"':
            text = "str | UUID"
        return text + (" | None" if one.nullable and one.required else "")

    def _forms(self, name: str) -> list[str]:
        """The values that are accepted for a model."""
        model = self.models[name]
        if model.shape == "map":
            assert model.values is not None
            return [name, f"Mapping[{model.values.annotation[5:-1]}]"]
        return [name, *([f"{name}Dict", f"{name}WireDict"] if model.shape == "object" else ["dict[str, Any]"])]


def _constructor(fields: list[Input]) -> list[str]:
    named = [one.keyword for one in fields if not one.required]
    return [*(one.keyword for one in fields if one.required), *(["*", *named] if named else [])]


def _parameter(one: Value) -> str:
    if one.required:
        return f"{one.name}: {one.annotation}" + (f" = {one.default!r}" if one.default is not None else "")
    return f"{one.name}: {one.annotation} | None = None"


def _sent(operations: list[Operation], models: Mapping[str, Model]) -> list[str]:
    """The models that bodies of requests consist of."""
    found: set[str] = set()
    pending = [name for one in operations for name in one.body_models]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += models[name].needs
    return sorted(found)
