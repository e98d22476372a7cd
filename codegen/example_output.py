"""The output of an example: its last lines, run on the example response.

The example responses come from the sandbox (see record.py), so a script prints the same there. The tests run each
script and compare.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
from collections.abc import Mapping
from typing import Any
from unittest.mock import MagicMock

from codegen.read import Model, Operation, all_fields

__all__ = ["printed"]


def printed(operation: Operation, reading: str, models: Mapping[str, Model]) -> str:
    """The output of ``reading``, the last lines of an example, for the example response of ``operation``."""
    response = _viewed(operation.returns, operation.response_example, models)
    variables = {"response": response, "text": response, "file": MagicMock(), "csv": csv, "io": io}
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(reading, {**variables, "shutil": MagicMock()})  # these lines are from our own template  # nosec B102
        except (AttributeError, KeyError) as error:
            raise ValueError(f"{operation.name}: x-shown does not fit the example response: {error}") from error
    return output.getvalue().rstrip("\n")


class _Object:
    """One JSON object as the library presents it: fields by their Python names, None for missing ones."""

    def __init__(self, model: Model, wire: dict[str, Any], models: Mapping[str, Model]):
        for one in all_fields(model, models):
            setattr(self, one.name, _viewed(one.annotation, wire.get(one.wire), models))


def _viewed(annotation: str, wire: Any, models: Mapping[str, Model]) -> Any:
    """A wire value of the type ``annotation`` as the library presents it."""
    if wire is None:
        return None
    if annotation in models:
        model = _form_of(models[annotation], wire, models)
        return _viewed(model.values.annotation, wire, models) if model.values else _Object(model, wire, models)
    if annotation.startswith("list["):
        return [_viewed(annotation[len("list[") : -1], item, models) for item in wire]
    if annotation.startswith("dict[str, "):
        return {key: _viewed(annotation[len("dict[str, ") : -1], item, models) for key, item in wire.items()}
    if annotation == "datetime":
        return datetime.datetime.fromisoformat(wire).replace(tzinfo=datetime.timezone.utc)
    return wire


def _form_of(model: Model, wire: Any, models: Mapping[str, Model]) -> Model:
    """The form that ``wire`` has, if ``model`` has several forms; else ``model`` itself."""
    forms = [models[name] for name in model.forms] or [model]
    return next((one for one in forms if _fits(one, wire, models)), forms[0])


def _fits(model: Model, wire: Any, models: Mapping[str, Model]) -> bool:
    """Whether ``wire`` has the required fields of ``model`` and no unknown ones."""
    if not isinstance(wire, dict):
        return False
    if model.shape == "map" and model.values is not None:
        inner = [models[name] for name in model.values.models]
        return all(_fits(inner[0], one, models) if inner else not isinstance(one, dict) for one in wire.values())
    fields = all_fields(model, models)
    if not {one.wire for one in fields if one.required} <= wire.keys() <= {one.wire for one in fields}:
        return False
    return all(
        _fits(models[one.models[0]], part, models)
        for one in fields
        if one.annotation.startswith("dict[") and one.models
        for part in wire.get(one.wire, {}).values()
    )
