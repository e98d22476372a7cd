"""Examples of the fields of models, from the examples of requests and responses in openapi/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from codegen.read import Api, Model, Value, all_fields

__all__ = ["example_of", "with_examples"]

#: Columns of the longest example that a docstring shows.
LONGEST = 60


def with_examples(api: Api) -> Api:
    """``api`` with an example of each field that one of its requests or responses contains."""
    models = {one.name: one for one in api.models}
    for operation in api.operations:
        for name in operation.body_models[:1]:
            _add(name, operation.body_example, models)
        _add(operation.returns, operation.response_example, models)
    return api


def _add(annotation: str, wire: Any, models: Mapping[str, Model]) -> None:
    """Set the examples of the fields that ``wire`` contains, a value of the type ``annotation``."""
    if isinstance(wire, list):
        for item in wire:
            _add(annotation[len("list[") : -1], item, models)
    elif isinstance(wire, dict) and annotation.startswith("dict[str, "):
        for item in wire.values():
            _add(annotation[len("dict[str, ") : -1], item, models)
    elif isinstance(wire, dict) and annotation in models:
        for one in all_fields(models[annotation], models):
            if one.wire in wire:
                one.example = wire[one.wire] if one.example is None else one.example
                _add(one.annotation, wire[one.wire], models)


def example_of(one: Value) -> str:
    """The example of a field or parameter as Python source; empty if it has none that says more than its type."""
    value = one.example
    if isinstance(value, list):
        value = value[:1] if all(isinstance(item, (str, int)) for item in value) else None
    if value in (None, [], "") or isinstance(value, (bool, dict)):
        return ""
    if "enum" in one.limits or one.secret or value == one.default or (one.type == "datetime" and not one.local_flag):
        return ""
    source = json.dumps(value, ensure_ascii=False)
    return source if len(source) <= LONGEST and f"`{value}`" not in one.description else ""
