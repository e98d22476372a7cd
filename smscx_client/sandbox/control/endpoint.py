"""What an endpoint of the control API is, and the kinds of values that several of them take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["AMOUNT", "COUNT", "LINE", "NAME", "PHONE", "PREFIX", "SECONDS", "TEXT", "Endpoint", "Values"]

PREFIX = "/_sandbox"

Values = dict[str, Any]

TEXT = {"type": "string"}
LINE = {"type": "string", "minLength": 1, "maxLength": 2000}
NAME = {"type": "string", "minLength": 1, "maxLength": 100}
PHONE = {"type": "string", "pattern": r"^\+[0-9]{5,15}$"}
COUNT = {"type": "integer", "minimum": 0, "maximum": 1_000_000_000}
AMOUNT = {"type": "number", "minimum": -1e9, "maximum": 1e9}
SECONDS = {"type": "number", "minimum": 0, "maximum": 10 * 366 * 86_400}


class Endpoint(NamedTuple):
    """Method, path, what answers, and the JSON Schema of each field that it takes.

    By POST the fields are read from the body, else from the query; those that stand in the path, from there. The answer
    is a JSON value, or a `Response`.
    """

    method: str
    path: str
    answer: Callable[[Sandbox, Values], Any]
    fields: dict[str, Any] = {}  # noqa: RUF012 # nobody changes it
    required: tuple[str, ...] = ()
    body_is_optional: bool = False

    @property
    def schema(self) -> Values:
        """The schema of all of it; where a body is needed, it holds one field at least."""
        return {
            "type": "object",
            "required": list(self.required),
            "properties": self.fields,
            "additionalProperties": False,
            "minProperties": 1 if self.method == "POST" and self.fields and not self.body_is_optional else 0,
        }
