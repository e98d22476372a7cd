"""Validation against the schemas of `openapi.yaml`; each validator is compiled on first use."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs

from .dates import moment
from .errors import ApiError, Assumed, Violation

__all__ = ["OVERRIDES", "Schemas", "is_uuid"]

OVERRIDES: dict[str, dict[str, Any]] = {
    "to": {"type": ["array", "string"], "maxItems": 25_000},
    "trackData": {"format": None},
    "idempotencyId": {"format": "uuid-1-to-5"},
    "trackId": {"type": ["string", "null"], "format": "uuid-1-to-5"},
    "originator": {"minLength": None, "maxLength": None},
    "url": {"format": "uri"},
    "imageUrl": {"format": "uri"},
    "targetUrl": {"format": "uri"},
}
"""Changes to the schemas of request fields, where the field's description says more than its schema.

`to` accepts one number as a string, and at most 25,000 in a list. A malformed `trackData` is ignored without an error.
`idempotencyId` is a UUID of version 1 to 5, and so is `trackId`, which may be null. The length limit of an `originator`
depends on its characters. A URL must be valid.
"""

PARTIAL = frozenset({"shortlink_update_request"})
"""Requests that need one of their fields, where their schema requires all: see the operation's description."""

MAY_BE_EMPTY = frozenset({"richMedia"})
"""Required fields that may be `{}`: a reply on Viber or WhatsApp may be a text only."""

Schema = dict[str, Any]

_COMPONENTS = "#/components/schemas/"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST_MESSAGE = 160
_LONGEST_LIST = 400


def is_uuid(text: object) -> bool:
    """Whether a value is a UUID of version 1 to 5, written with hyphens."""
    return isinstance(text, str) and _UUID.fullmatch(text) is not None


def _is_web_url(text: str) -> bool:
    try:
        url = urlsplit(text)
        return url.scheme in ("http", "https") and bool(url.hostname) and url.port != 0 and not re.search(r"\s", text)
    except ValueError:
        return False


def _is_datetime(text: str) -> bool:
    try:
        return bool(moment(text))
    except ValueError:
        return False


_FORMATS = {"sms-datetime": _is_datetime, "uri": _is_web_url, "uuid-1-to-5": is_uuid}


class Schemas:
    """The schemas of one OpenAPI document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._validators: dict[Hashable, Any] = {}

    def resolve(self, node: Schema) -> Schema:
        """Follow the references of a node."""
        while "$ref" in node:
            target: Any = self._document
            for name in node["$ref"].split("/")[1:]:
                target = target[name]
            node = target
        return node

    def object_fields(self, node: Any) -> Iterator[str]:
        """Yield the names of the properties in a schema, at any depth, that are objects."""
        if isinstance(node, list):
            for each in node:
                yield from self.object_fields(each)
        elif isinstance(node, dict):
            resolved = self.resolve(node)
            for name, schema in resolved.get("properties", {}).items():
                if "object" in _types(self.resolve(schema)):
                    yield name
                yield from self.object_fields(schema)
            for part in ("items", "anyOf", "oneOf", "allOf"):
                yield from self.object_fields(resolved.get(part))

    def fits(self, key: Hashable, schema: Schema, value: Any) -> bool:
        """Whether a request's value matches its schema; empty required fields are not checked."""
        try:
            return bool(self._validator((key, "request"), schema, OVERRIDES, ()).is_valid(value))
        except ValueError:
            return False

    def violations(
        self, key: Hashable, schema: Schema, value: Any, overrides: dict[str, Schema] = OVERRIDES
    ) -> list[Violation]:
        """Return the violations of a request's value, in a stable order; `key` identifies the schema."""
        try:
            errors = list(self._validator((key, "request"), schema, overrides, ()).iter_errors(value))
        except ValueError as error:
            raise ApiError(Assumed.MALFORMED_BODY, detail=f"It cannot be validated: {error}.") from None
        empty = list(self._empty(schema, value))
        names = {violation.field for violation in empty}
        found = (violation for error in errors for violation in _violations(error))
        return sorted([*empty, *(violation for violation in found if violation.field not in names)])

    def problem(self, key: Hashable, schema: Schema, value: Any, omitted: tuple[str, ...] = ()) -> str | None:
        """Return the first place where a response does not match its schema; None if it does.

        `omitted` names required fields that the caller asked to leave out, for example with `noTextDetails`.
        """
        validator = self._validator((key, "response", omitted), schema, {}, omitted)
        error = next(iter(validator.iter_errors(value)), None)
        if error is None:
            return None
        return f"{'/'.join(map(str, error.instance_path)) or 'the root'}: {error.message[:_LONGEST_MESSAGE]}"

    def _empty(self, schema: Schema, value: Any) -> Iterator[Violation]:
        """Yield the required fields that are empty: they count as missing (assumed)."""
        if isinstance(value, dict):
            for name in self.resolve(schema).get("required", ()):
                if name in value and value[name] in (None, "", [], {}) and name not in MAY_BE_EMPTY:
                    yield Violation(name, "required", "is required")

    def _validator(self, key: Hashable, schema: Schema, overrides: dict[str, Schema], omitted: tuple[str, ...]) -> Any:
        if key not in self._validators:
            whole = {**_adapt(schema, overrides, omitted), "$defs": {}}
            pending = set(_references(whole))
            while pending:
                name = pending.pop()
                part = _adapt(self._document["components"]["schemas"][name], overrides, omitted)
                whole["$defs"][name] = part
                pending |= {each for each in _references(part) if each not in whole["$defs"]}
            self._validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True, formats=_FORMATS)
        return self._validators[key]


def _types(schema: Schema) -> tuple[str, ...]:
    types = schema.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


def _adapt(node: Any, overrides: dict[str, Schema], omitted: tuple[str, ...]) -> Any:
    """Return a schema for validation: with OVERRIDES, and `anyOf` for `oneOf`, as the published branches overlap."""
    if isinstance(node, list):
        return [_adapt(each, overrides, omitted) for each in node]
    if not isinstance(node, dict):
        return node
    adapted = {"anyOf" if key == "oneOf" else key: _adapt(value, overrides, omitted) for key, value in node.items()}
    if isinstance(adapted.get("$ref"), str):
        adapted["$ref"] = adapted["$ref"].replace(_COMPONENTS, "#/$defs/")
    if overrides and adapted.get("x-module") in PARTIAL:
        adapted["required"] = []
    if isinstance(adapted.get("required"), list):
        adapted["required"] = [name for name in adapted["required"] if name not in omitted]
    properties = adapted.get("properties", {})
    for name in overrides.keys() & properties.keys():
        changed = {**properties[name], **overrides[name]}
        properties[name] = {key: value for key, value in changed.items() if value is not None}
    return adapted


def _references(node: Any) -> Iterator[str]:
    """Yield the names of the schemas that an adapted schema refers to."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        parts: Iterable[Any] = node.values()
    else:
        parts = node if isinstance(node, list) else ()
    for part in parts:
        yield from _references(part)


def _violations(error: Any) -> Iterator[Violation]:
    """Convert an error of jsonschema-rs; a missing property is a violation at the property itself.

    An empty value that does not match its schema also violates `empty`.
    """
    keyword = str(error.schema_path[-1])
    path = ["*" if isinstance(part, int) else part for part in error.instance_path]
    if keyword == "required":
        yield Violation(".".join([*path, error.kind.property]), keyword, "is required")
        return
    yield Violation(".".join(path), keyword, _message(error, keyword))
    if error.instance in ("", None):
        yield Violation(".".join(path), "empty", "is empty")


def _message(error: Any, keyword: str) -> str:
    """Return what is wrong. jsonschema-rs names two values of a long enumeration only: here are all."""
    message: str = error.message
    if keyword != "enum":
        return message[:_LONGEST_MESSAGE]
    options = ", ".join(json.dumps(option, ensure_ascii=False) for option in error.kind.options)
    return f"{json.dumps(error.instance, ensure_ascii=False)[:_LONGEST_MESSAGE]} is not one of {options}"[
        :_LONGEST_LIST
    ]
