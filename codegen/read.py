"""The OpenAPI document as Python objects: references resolved, Python names chosen, types written for the templates.

Strict on purpose: a keyword, type or shape that the library would silently ignore stops the generator with a message
that names the place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen import names
from codegen.bundle import METHODS, Document

__all__ = ["Api", "Error", "Model", "Operation", "Value", "all_fields", "read"]

_LIMITS = {
    "enum": "enum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minimum": "minimum",
    "maximum": "maximum",
    "pattern": "pattern",
    "maxProperties": "max_properties",
}
#: The keys that `x-checks` can have.
_CHECKS = {**_LIMITS, "format": "format", "minItems": "min_items", "maxItems": "max_items"}
#: The parameters that select a page, and the one that leaves out its rows.
_OF_A_PAGE = ("limit", "next", "previous", "short_response")
#: Keywords that are read elsewhere, or that are only documentation.
_OTHER_KEYWORDS = frozenset(
    [
        *("type", "format", "items", "additionalProperties", "properties", "required", "default"),
        *("description", "deprecated", "example", "examples", "$ref", "allOf", "oneOf", "anyOf"),
        *("x-checks", "x-module", "x-note", "x-placeholder", "x-python-name", "x-secret", "x-type", "x-utc-flag"),
    ]
)


@dataclass
class Value:
    """One field of a model, or one parameter of an operation."""

    wire: str
    name: str
    annotation: str
    #: The ``type`` argument of ``field``, as source text; "str" is its default.
    type: str
    required: bool
    nullable: bool
    description: str
    limits: dict[str, Any]
    models: list[str]
    secret: bool = False
    deprecated: bool = False
    default: Any = None
    example: Any = None
    local_flag: str | None = None
    positional: bool = False
    place: str = "body"
    format: str | None = None
    #: Limits that the library checks in requests only: `format`, and what `x-checks` adds to the schema.
    checks: dict[str, Any] = field(default_factory=dict)


@dataclass
class Model:
    """One schema with its own module."""

    name: str
    module: str
    #: "object", "map", "one of" or "scalar".
    shape: str
    description: str
    fields: list[Value] = field(default_factory=list)
    base: str | None = None
    forms: list[str] = field(default_factory=list)
    #: The values, if it is a map.
    values: Value | None = None
    #: Methods that take it as their body, methods that return it, models that contain it.
    body_of: list[str] = field(default_factory=list)
    response_of: list[str] = field(default_factory=list)
    part_of: list[str] = field(default_factory=list)

    @property
    def needs(self) -> list[str]:
        """Models that its annotations name."""
        found = {name for one in [*self.fields, *([self.values] if self.values else [])] for name in one.models}
        return sorted((found | set(self.forms)) - {self.name})


@dataclass
class Error:
    """One documented error of an operation."""

    status: int
    code: int
    type: str
    meaning: str


@dataclass
class Operation:
    """One method of an API class."""

    name: str
    alias: str | None
    api_class: str
    method: str
    path: str
    summary: str
    description: str
    paid: bool
    since: str | None
    note: str | None
    parameters: list[Value]
    body: str | None
    body_models: list[str]
    body_example: Any
    bare: str | None
    form: bool
    #: A model's name, "list[str]", "csv" or "xlsx".
    returns: str
    #: For a response of several forms: the parameter that decides, and the form for each of its values.
    returns_by: dict[str, dict[str, str]]
    response_example: Any
    #: Python names of the optional parameters that the example sends, and paths of the fields that it prints.
    sent: list[str]
    shown: list[str]
    success: list[int]
    headers: list[str]
    scheme: str
    repeat: str
    #: Whether it changes something although its ``repeat`` is "safe" and its method is not DELETE.
    changes: bool
    errors: list[Error]
    #: The model of a row, if it is paged.
    row: str | None = None

    @property
    def of_all_pages(self) -> list[Value]:
        """The parameters of the method that iterates over all pages, without those that select a page."""
        return [one for one in self.parameters if one.name not in _OF_A_PAGE]


@dataclass
class Api:
    """The whole API."""

    version: str
    server: str
    models: list[Model]
    operations: list[Operation]
    document: Document

    @property
    def classes(self) -> list[str]:
        """The API classes, in the order of the document."""
        return list(dict.fromkeys(one.api_class for one in self.operations))


def read(document: Document) -> Api:
    """Read ``document``; raise ValueError for what the generator does not understand."""
    return _Reader(document).api()


def all_fields(model: Model, models: Mapping[str, Model]) -> list[Value]:
    """The fields of a model, those of the model it extends first."""
    return [*(all_fields(models[model.base], models) if model.base else []), *model.fields]


class _Reader:
    def __init__(self, document: Document):
        self.document = document
        self.schemas: dict[str, Any] = document["components"]["schemas"]
        self.meanings = {(e["status"], e["code"], e["type"]): e["meaning"] for e in document["x-error-codes"]}

    def api(self) -> Api:
        operations = [
            one
            for path, item in self.document["paths"].items()
            for method in METHODS
            if method in item
            for one in self.operations(path, method, item)
        ]
        operations.sort(key=lambda one: one.api_class)
        models = [self.model(name, schema) for name, schema in sorted(self.schemas.items())]
        _add_uses(models, operations)
        _add_rows(models, operations)
        _add_checks(models, operations)
        return Api(
            version=self.document["info"]["version"],
            server=self.document["servers"][0]["url"],
            models=models,
            operations=operations,
            document=self.document,
        )

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """``node`` with its reference replaced by its target; keys beside the reference win."""
        if "$ref" not in node:
            return node
        target: Any = self.document
        for part in node["$ref"].lstrip("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        return {**self.resolved(target), **{k: v for k, v in node.items() if k != "$ref"}}

    def model(self, name: str, schema: dict[str, Any]) -> Model:
        made = Model(name, schema["x-module"], "object", _flat(schema.get("description", "")))
        _refuse_unknown(schema, name)
        if "oneOf" in schema:
            made.shape, made.forms = "one of", [_ref_name(one) for one in schema["oneOf"]]
        elif schema.get("type") == "object" and "properties" not in schema and "allOf" not in schema:
            made.shape = "map"
            made.values = self.map_values(name, schema)
        elif schema.get("type") != "object":
            made.shape = "scalar"
            made.fields = [self.value("value", {**schema, "description": made.description}, True, name)]
        else:
            if "allOf" in schema:
                (base,) = schema["allOf"]
                made.base = _ref_name(base)
            required = schema.get("required", [])
            every = [
                self.value(wire, sub, wire in required, name) for wire, sub in schema.get("properties", {}).items()
            ]
            made.fields = sorted(every, key=lambda one: not one.required)
        return made

    def map_values(self, name: str, schema: dict[str, Any]) -> Value:
        """The values of a map, under the name of its placeholder if it has one."""
        placeholder = schema.get("x-placeholder")
        values = schema.get("additionalProperties", {})
        one = self.value(placeholder or "entries", {"type": "object", "additionalProperties": values}, False, name)
        one.limits = {"max_properties": schema["maxProperties"]} if "maxProperties" in schema else {}
        one.place = "entries" if placeholder is None else "placeholder"
        one.description = "The entries, as a dict."
        return one

    def value(self, wire: str, schema: dict[str, Any], required: bool, where: str) -> Value:
        where = f"{where}.{wire}"
        _refuse_unknown(schema, where)
        whole = self.resolved(schema)
        annotation, kind, models = self.type_of(schema, where)
        nullable = isinstance(whole.get("type"), list) and "null" in whole["type"]
        return Value(
            wire=wire,
            name=whole.get("x-python-name") or names.snake(wire),
            annotation=annotation,
            type=kind,
            required=required,
            nullable=nullable,
            description=_flat(schema.get("description") or whole.get("description", "")),
            limits=_limits(whole) if not models else {},
            models=models,
            secret=bool(whole.get("x-secret")),
            deprecated=bool(whole.get("deprecated")),
            default=whole.get("default"),
            example=whole.get("example"),
            local_flag=whole.get("x-utc-flag"),
            format=whole.get("format"),
            checks=_checks(whole),
        )

    def type_of(self, schema: dict[str, Any], where: str) -> tuple[str, str, list[str]]:
        """A schema's annotation, its ``type`` argument, and the models both name."""
        if "$ref" in schema and _ref_name(schema) in self.schemas:
            name = _ref_name(schema)
            return name, f'"{self.schemas[name]["x-module"]}.{name}"', [name]
        whole = self.resolved(schema)
        types = whole.get("type", "any")
        (one,) = [t for t in types if t != "null"] if isinstance(types, list) else [types]
        if one == "array":
            items = self.resolved(whole["items"])
            annotation, kind, models = self.type_of(whole["items"], f"{where}[]")
            if _limits(items) and not models:
                raise ValueError(f"{where}: limits of a list's items belong on the list, where the library checks them")
            return f"list[{annotation}]", f"[{kind}]", models
        if one == "object":
            annotation, kind, models = self.type_of(whole.get("additionalProperties") or {}, f"{where}{{}}")
            return f"dict[str, {annotation}]", f"{{str: {kind}}}", models
        if one == "string" and whole.get("format") == "sms-datetime":
            return "datetime", "datetime", []
        if one == "string" and whole.get("x-type") == "date":
            return "str | date", '"date"', []
        if one == "string" and whole.get("format") == "uuid":
            return "str", '"uuid"', []
        if whole.get("enum"):
            literal = ", ".join(repr(v) for v in whole["enum"] if v is not None)
            return f"Literal[{literal}]", _SCALARS[one], []
        if one == "any":
            return "Any", "object", []
        return _SCALARS[one], _SCALARS[one], []

    def operations(self, path: str, method: str, item: dict[str, Any]) -> list[Operation]:
        """The operation with this path and method, and those that share both and take another body."""
        main = item[method]
        return [self.operation(path, method, item, {**main, **one}) for one in ({}, *main.get("x-also", []))]

    def operation(self, path: str, method: str, item: dict[str, Any], raw: dict[str, Any]) -> Operation:
        where = raw["operationId"]
        parameters = [self.parameter(one, where) for one in [*item.get("parameters", []), *raw.get("parameters", [])]]
        body = self.resolved(raw.get("requestBody", {}))
        content = next(iter(body.get("content", {}).items()), None)
        form = content is not None and content[0] == "application/x-www-form-urlencoded"
        if form and content is not None:
            parameters += self.form_parameters(content[1], where)
        success = {int(s): self.resolved(r) for s, r in raw["responses"].items() if s.startswith("2")}
        returns, response_example = self.response(success, where)
        return Operation(
            name=where,
            alias=raw.get("x-python-alias"),
            api_class=raw["x-api-class"],
            method=method.upper(),
            path=path,
            summary=_flat(raw["summary"]),
            description=_flat(raw["description"]),
            paid=bool(raw.get("x-paid")),
            since=raw.get("x-since-client"),
            note=_flat(raw["x-note"]) if "x-note" in raw else None,
            parameters=parameters,
            body=body.get("x-python-name") if not form else None,
            body_models=self.body_models(content[1]["schema"]) if content and not form else [],
            body_example=content[1].get("example") if content else None,
            bare=body.get("x-python-bare"),
            form=form,
            returns=returns,
            returns_by=raw.get("x-returns", {}),
            response_example=response_example,
            sent=raw.get("x-sent", []),
            shown=raw.get("x-shown", []),
            success=sorted(success),
            headers=sorted({name for one in success.values() for name in one.get("headers", {})}),
            scheme="basic" if any("BasicAuth" in one for one in raw["security"]) else "key",
            repeat=raw["x-repeat"],
            changes=bool(raw.get("x-changes")),
            errors=[
                Error(e["status"], e["code"], e["type"], _flat(self.meanings[e["status"], e["code"], e["type"]]))
                for e in raw.get("x-errors", [])
            ],
        )

    def parameter(self, raw: dict[str, Any], where: str) -> Value:
        raw = self.resolved(raw)
        schema = {**raw["schema"], "description": raw["description"]}
        if "x-python-name" in raw:
            schema["x-python-name"] = raw["x-python-name"]
        one = self.value(raw["name"], schema, bool(raw.get("required")), where)
        one.place = raw["in"]
        one.example = raw.get("example")
        one.positional = bool(raw.get("x-positional")) or one.required
        return one

    def form_parameters(self, content: dict[str, Any], where: str) -> list[Value]:
        """The fields of a form; a field with a single allowed value gets it as default."""
        schema = self.resolved(content["schema"])
        found = []
        for wire, sub in schema["properties"].items():
            one = self.value(wire, sub, wire in schema.get("required", []), where)
            one.place, one.positional = "form", one.required
            one.example = content.get("example", {}).get(wire)
            if len(one.limits.get("enum", ())) == 1:
                (one.default,) = one.limits["enum"]
            found.append(one)
        return found

    def body_models(self, schema: dict[str, Any]) -> list[str]:
        return [_ref_name(one) for one in schema.get("anyOf", [schema])]

    def response(self, success: dict[int, dict[str, Any]], where: str) -> tuple[str, Any]:
        """The type that the operation returns, and an example of it."""
        content = {kind: c for one in success.values() for kind, c in one.get("content", {}).items()}
        ((kind, media),) = content.items()
        if kind == "application/csv":
            return "csv", media.get("example")
        if kind != "application/json":
            return "xlsx", None
        annotation, _, _ = self.type_of(media["schema"], where)
        return annotation, media.get("example")


def _add_uses(models: list[Model], operations: list[Operation]) -> None:
    """Fill in where each model is used."""
    by_name = {one.name: one for one in models}
    for operation in operations:
        for name in operation.body_models:
            by_name[name].body_of.append(operation.name)
        if operation.returns in by_name:
            by_name[operation.returns].response_of.append(operation.name)
    for model in models:
        for name in model.needs:
            by_name[name].part_of.append(model.name)


def _add_rows(models: list[Model], operations: list[Operation]) -> None:
    """Fill in the model of a row of each paged operation: it takes ``next`` and returns ``data`` with ``paging``."""
    by_name = {one.name: one for one in models}
    for operation in operations:
        if any(one.name == "next" for one in operation.parameters):
            fields = {one.name: one for one in by_name[operation.returns].fields}
            if "paging" not in fields or "data" not in fields:
                raise ValueError(f"{operation.name} takes `next`, but its response has no `data` and `paging`")
            (operation.row,) = fields["data"].models


def _add_checks(models: list[Model], operations: list[Operation]) -> None:
    """Add the checks of requests to the limits of parameters and of the models that a body consists of."""
    by_name = {one.name: one for one in models}
    pending = [name for one in operations for name in one.body_models]
    in_bodies: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in in_bodies:
            in_bodies.add(name)
            pending += by_name[name].needs
    for values in [one.parameters for one in operations] + [by_name[name].fields for name in in_bodies]:
        for value in values:
            value.limits.update(value.checks)


_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


def _limits(schema: dict[str, Any]) -> dict[str, Any]:
    """The limits that the library checks, under the names that ``field`` takes."""
    found = {ours: schema[theirs] for theirs, ours in _LIMITS.items() if theirs in schema}
    if "enum" in found:
        found["enum"] = tuple(value for value in found["enum"] if value is not None)
    return found


def _checks(schema: dict[str, Any]) -> dict[str, Any]:
    """The checks of requests in addition to the limits of the schema, under the names that ``field`` takes."""
    added = schema.get("x-checks", {})
    if unknown := added.keys() - _CHECKS.keys():
        raise ValueError(f"x-checks has {', '.join(sorted(unknown))}, which the library does not check")
    form = {"format": schema["format"]} if schema.get("format") in ("uuid", "uri") else {}
    return {**form, **{_CHECKS[theirs]: limit for theirs, limit in added.items()}}


def _refuse_unknown(schema: dict[str, Any], where: str) -> None:
    unknown = schema.keys() - _OTHER_KEYWORDS - _LIMITS.keys()
    if unknown:
        keywords = ", ".join(sorted(unknown))
        raise ValueError(f"{where}: the generator does not know {keywords}; add it to codegen/read.py")


def _ref_name(node: dict[str, Any]) -> str:
    return str(node["$ref"].split("/")[-1])


def _flat(text: str) -> str:
    """``text`` with one line to a paragraph and one to a list item."""
    blocks = re.split(r"\n\s*\n|\n(?=\s*- )", text)
    return "\n".join(" ".join(block.split()) for block in blocks if block.strip())
