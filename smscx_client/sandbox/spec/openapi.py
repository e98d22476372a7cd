"""`openapi.yaml` as objects: find the operation of a request, validate requests and responses.

Loaded from the bundled `openapi.json`, which `python -m codegen` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .errors import ASSUMED, ApiError, Assumed, ErrorRow, Violation
from .router import Branch
from .schemas import Schemas

__all__ = ["OperationSpec", "Spec"]

_LOOKUP = "/numbers/lookup"

BUNDLED = Path(__file__).with_name("openapi.json")


@dataclass(frozen=True)
class OperationSpec:
    """One operation of the API."""

    id: str
    method: str
    path: str
    definition: dict[str, Any] = field(repr=False)

    @cached_property
    def scope(self) -> str:
        """The scope that a token needs: the resource's name in lower case, or `lookup` (assumed: none are listed)."""
        if self.path.startswith(_LOOKUP):
            return "lookup"
        name: str = self.definition["tags"][0]
        return name.lower()

    @cached_property
    def schemes(self) -> frozenset[str]:
        """The names of the security schemes."""
        return frozenset(name for scheme in self.definition["security"] for name in scheme)

    @cached_property
    def codes(self) -> frozenset[int]:
        """The error codes that the operation lists."""
        return frozenset(row["code"] for row in self.definition.get("x-errors", ()))

    def error_type(self, code: int) -> str:
        """Return the type that the operation lists for a code; empty if there is not exactly one."""
        types = {row["type"] for row in self.definition.get("x-errors", ()) if row["code"] == code}
        return types.pop() if len(types) == 1 else ""

    @cached_property
    def is_paid(self) -> bool:
        """Whether the operation costs money."""
        return bool(self.definition.get("x-paid"))

    @cached_property
    def parameters(self) -> dict[str, dict[str, Any]]:
        """The path and query parameters by name."""
        return {each["name"]: each for each in self.definition.get("parameters", ())}

    @cached_property
    def parameter_types(self) -> dict[str, str]:
        """The JSON type of each parameter."""
        return {name: each["schema"]["type"] for name, each in self.parameters.items()}

    @cached_property
    def bodies(self) -> list[dict[str, Any]]:
        """The request body and its alternatives, each as `{media type: ...}`; empty if there is none."""
        forms = (self.definition, *self.definition.get("x-also", ()))
        return [form["requestBody"]["content"] for form in forms if "requestBody" in form]

    @cached_property
    def media_type(self) -> str:
        """The only media type of the request body."""
        return next(iter(self.bodies[0]))

    @cached_property
    def success(self) -> int:
        """The status of the usual success."""
        return min(int(status) for status in self.definition["responses"])

    @cached_property
    def is_idempotent(self) -> bool:
        """Whether the operation supports an idempotency id: it does if its response has one."""
        return "X-Idempotency-Id" in self.headers(self.success)

    def headers(self, status: int) -> frozenset[str]:
        """Return the listed headers of the response with this status."""
        return frozenset(self.definition["responses"].get(str(status), {}).get("headers", ()))

    def example(self, parameter: str) -> Any:
        """Return the example of a path or query parameter."""
        return self.parameters[parameter]["example"]

    @property
    def body_example(self) -> Any:
        """The example of the request body."""
        return self.bodies[0][self.media_type]["example"]

    @property
    def response_example(self) -> Any:
        """The example of the usual success response, as JSON."""
        return self.definition["responses"][str(self.success)]["content"]["application/json"]["example"]


class Spec:
    """The API described by `openapi.yaml`."""

    def __init__(self, path: Path = BUNDLED) -> None:
        self.document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self.schemas = Schemas(self.document)
        self.operations = {operation.id: operation for operation in self._read_operations()}
        self.scopes = sorted({operation.scope for operation in self.operations.values()} - {"oauth"})
        self.errors = (*self._read_errors(), *ASSUMED)
        self._object_fields: dict[str, frozenset[str]] = {}
        self._routes: Branch[OperationSpec] = Branch()
        for operation in self.operations.values():
            self._routes.add(operation.method, operation.path, operation)

    def _read_operations(self) -> Iterator[OperationSpec]:
        for path, item in self.document["paths"].items():
            for method, definition in item.items():
                yield OperationSpec(definition["operationId"], method.upper(), path, definition)

    def _read_errors(self) -> Iterator[ErrorRow]:
        for row in self.document["x-error-codes"]:
            yield ErrorRow(row["code"], row["type"], row["status"], row["meaning"])

    def route(self, method: str, path: str) -> tuple[OperationSpec, dict[str, str]]:
        """Return the operation and the path parameters of a request; raises ApiError if there is none."""
        found = self._routes.find(path)
        if found is None:
            raise ApiError(Assumed.NO_ROUTE)
        operations, parameters = found
        if method not in operations:
            allowed = ", ".join(sorted(operations))
            raise ApiError(Assumed.METHOD, detail=f"It supports {allowed}.", headers={"Allow": allowed})
        return operations[method], parameters

    def error(self, code: int, type: str = "") -> ErrorRow:
        """Return status, type and meaning of an error; `type` is needed where the code has several."""
        return next(row for row in self.errors if row.code == code and type in ("", row.type))

    def parameter_violations(self, operation: OperationSpec, values: dict[str, Any]) -> list[Violation]:
        """Return the violations of the path and query parameters of a request."""
        schema = {
            "type": "object",
            "required": [name for name, each in operation.parameters.items() if each.get("required")],
            "properties": {name: each["schema"] for name, each in operation.parameters.items()},
        }
        return self.schemas.violations((operation.id, "parameters"), schema, values)

    def object_fields(self, operation: OperationSpec) -> frozenset[str]:
        """Return the names of the body's fields, at any depth, that are objects."""
        if operation.id not in self._object_fields:
            schemas = [body[operation.media_type]["schema"] for body in operation.bodies]
            self._object_fields[operation.id] = frozenset(self.schemas.object_fields(schemas))
        return self._object_fields[operation.id]

    def body_violations(self, operation: OperationSpec, value: Any) -> list[Violation]:
        """Return the violations of the body of a request; with alternatives, those of the best match."""
        schemas = [body[operation.media_type]["schema"] for body in operation.bodies]
        alternatives = [each for schema in schemas for each in schema.get("anyOf", [schema])]
        keyed = {(operation.id, at): schema for at, schema in enumerate(self._with_shared_fields(alternatives))}
        fitting = {key: schema for key, schema in keyed.items() if self.schemas.fits(key, schema, value)}
        candidates = (self.schemas.violations(key, schema, value) for key, schema in (fitting or keyed).items())
        return min(candidates, key=len)

    def _with_shared_fields(self, alternatives: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the alternatives, each with the fields of the others as optional fields."""
        resolved = [self.schemas.resolve(each) for each in alternatives]
        known = {name: schema for each in resolved for name, schema in each.get("properties", {}).items()}
        return [{**each, "properties": {**known, **each.get("properties", {})}} for each in resolved]

    def response_problem(
        self, operation: OperationSpec, status: int, value: Any, omitted: tuple[str, ...] = ()
    ) -> str | None:
        """Return the place where a JSON response does not match its schema; None if it does.

        `omitted` names required fields that the caller asked to leave out.
        """
        described = self.schemas.resolve(operation.definition["responses"].get(str(status), {}))
        if not described and status < 400:
            return f"status {status} is not listed"
        content = described.get("content", {}).get("application/json")
        schema = content["schema"] if content else {"$ref": "#/components/schemas/Model400InvalidParam"}
        return self.schemas.problem((operation.id, status), schema, value, omitted)
