"""What an example prints: the lines of its sample that show the answer, carried out on the example answer.

The example answers are those of the sandbox (see record.py), so this is what a script prints there; the tests run each
one and compare.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
from collections.abc import Mapping
from typing import Any
from unittest.mock import MagicMock

from codegen.read import Model, Operation
from codegen.samples import all_fields, form_of

__all__ = ["printed"]


def printed(operation: Operation, reading: str, models: Mapping[str, Model]) -> str:
    """What ``reading``, the last lines of an example, prints of the example answer of ``operation``."""
    answer = _shown(operation.returns, operation.answer_example, models)
    names = {"response": answer, "text": answer, "file": MagicMock(), "csv": csv, "io": io, "shutil": MagicMock()}
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(reading, names)  # these lines are of our own template  # nosec B102
    return output.getvalue().rstrip("\n")


class _Object:
    """One JSON object as the library shows it: fields by their Python names, None for those that it lacks."""

    def __init__(self, model: Model, wire: dict[str, Any], models: Mapping[str, Model]):
        for one in all_fields(model, models):
            setattr(self, one.name, _shown(one.annotation, wire.get(one.wire), models))


def _shown(annotation: str, wire: Any, models: Mapping[str, Model]) -> Any:
    """A wire value of the type ``annotation`` as the library shows it."""
    if wire is None:
        return None
    if annotation in models:
        model = form_of(models[annotation], wire, models)
        return _shown(model.values.annotation, wire, models) if model.values else _Object(model, wire, models)
    if annotation.startswith("list["):
        return [_shown(annotation[len("list[") : -1], item, models) for item in wire]
    if annotation.startswith("dict[str, "):
        return {key: _shown(annotation[len("dict[str, ") : -1], item, models) for key, item in wire.items()}
    if annotation == "datetime":
        return datetime.datetime.fromisoformat(wire).replace(tzinfo=datetime.timezone.utc)
    return wire
