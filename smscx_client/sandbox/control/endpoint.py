"""The form of a control endpoint, and the schemas that several endpoints share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from ..engine.http import CONTROL_PREFIX as PREFIX

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = [
    "AMOUNT",
    "COUNT",
    "LINE",
    "MOST_ROWS",
    "NAME",
    "PAGE",
    "PHONE",
    "PREFIX",
    "SECONDS",
    "TEXT",
    "Endpoint",
    "Values",
]

Values = dict[str, Any]

TEXT = {"type": "string"}
LINE = {"type": "string", "minLength": 1, "maxLength": 2000}
NAME = {"type": "string", "minLength": 1, "maxLength": 100}
PHONE = {"type": "string", "pattern": r"^\+[0-9]{5,15}$"}
COUNT = {"type": "integer", "minimum": 0, "maximum": 1_000_000_000}
MOST_ROWS = 1000
PAGE = {**COUNT, "maximum": MOST_ROWS}
"""The number of rows of a page."""
AMOUNT = {"type": "number", "minimum": -1e9, "maximum": 1e9}
SECONDS = {"type": "number", "minimum": 0, "maximum": 10 * 366 * 86_400}


class Endpoint(NamedTuple):
    """Method, path, handler, and the JSON Schema of each field.

    Fields in the path are read from there; all others from the body of a POST, or from the query. The handler returns a
    JSON value or a `Response`.
    """

    method: str
    path: str
    handler: Callable[[Runtime, Values], Any]
    fields: dict[str, Any] = {}  # noqa: RUF012 # never changed
    required: tuple[str, ...] = ()
    body_is_optional: bool = False

    @property
    def schema(self) -> Values:
        """The schema of all fields together; a required body has at least one field."""
        return {
            "type": "object",
            "required": list(self.required),
            "properties": self.fields,
            "additionalProperties": False,
            "minProperties": 1 if self.method == "POST" and self.fields and not self.body_is_optional else 0,
        }
