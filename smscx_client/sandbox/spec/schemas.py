"""Whether a value keeps to its schema in `openapi.yaml`; each validator is compiled when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs

from ..state.clock import moment
from .errors import ApiError, Assumed, Violation

__all__ = ["READINGS", "Schemas", "is_uuid"]

READINGS: dict[str, dict[str, Any]] = {
    "to": {"type": ["array", "string"], "maxItems": 25_000},
    "trackData": {"format": None},
    "idempotencyId": {"format": "uuid-1-to-5"},
    "trackId": {"type": ["string", "null"], "format": "uuid-1-to-5"},
    "originator": {"minLength": None, "maxLength": None},
    "url": {"format": "uri"},
    "imageUrl": {"format": "uri"},
    "targetUrl": {"format": "uri"},
}
"""Where the description of a request's field says more than its schema: `to` takes one number as a string, and 25,000
in a list; a malformed `trackData` is dropped without an error; `idempotencyId` is a UUID of version 1 to 5, as is
`trackId`, which may be null; how long an `originator` may be depends on what it is made of; a URL is one."""

PARTIAL = frozenset({"shortlink_update_request"})
"""Requests that need one of their fields, where their schema requires each: the operation's description tells."""

MAY_BE_EMPTY = frozenset({"richMedia"})
"""Required fields of which `{}` is a value: a reply on Viber or WhatsApp may be a text and nothing else."""

Schema = dict[str, Any]

_COMPONENTS = "#/components/schemas/"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST_MESSAGE = 160


def is_uuid(text: object) -> bool:
    """Whether a value is a UUID of version 1 to 5, in its usual form with hyphens."""
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
        """What a node is, its reference followed."""
        while "$ref" in node:
            target: Any = self._document
            for name in node["$ref"].split("/")[1:]:
                target = target[name]
            node = target
        return node

    def fits(self, key: Hashable, schema: Schema, value: Any) -> bool:
        """Whether a request's value keeps to its schema, required fields that are empty aside; stops at an error."""
        try:
            return bool(self._validator((key, "request"), schema, READINGS, ()).is_valid(value))
        except ValueError:
            return False

    def violations(
        self, key: Hashable, schema: Schema, value: Any, readings: dict[str, Schema] = READINGS
    ) -> list[Violation]:
        """What is wrong with a request's value, in a stable order; `key` names the schema."""
        try:
            errors = list(self._validator((key, "request"), schema, readings, ()).iter_errors(value))
        except ValueError as error:
            raise ApiError(Assumed.MALFORMED_BODY, detail=f"It is beyond what is read of JSON: {error}.") from None
        empty = list(self._empty(schema, value))
        names = {violation.field for violation in empty}
        found = (violation for error in errors for violation in _violations(error))
        return sorted([*empty, *(violation for violation in found if violation.field not in names)])

    def problem(self, key: Hashable, schema: Schema, value: Any, omitted: tuple[str, ...] = ()) -> str | None:
        """The first place where an answer breaks its schema; None if it keeps to it.

        `omitted` names required fields that the caller asked to leave out, as `noTextDetails` does.
        """
        validator = self._validator((key, "response", omitted), schema, {}, omitted)
        error = next(iter(validator.iter_errors(value)), None)
        if error is None:
            return None
        return f"{'/'.join(map(str, error.instance_path)) or 'the root'}: {error.message[:_LONGEST_MESSAGE]}"

    def _empty(self, schema: Schema, value: Any) -> Iterator[Violation]:
        """Required fields that are there but empty: as good as missing (assumed)."""
        if isinstance(value, dict):
            for name in self.resolve(schema).get("required", ()):
                if name in value and value[name] in (None, "", [], {}) and name not in MAY_BE_EMPTY:
                    yield Violation(name, "required", "is required")

    def _validator(self, key: Hashable, schema: Schema, readings: dict[str, Schema], omitted: tuple[str, ...]) -> Any:
        if key not in self._validators:
            whole = {**_adapt(schema, readings, omitted), "$defs": {}}
            pending = set(_references(whole))
            while pending:
                name = pending.pop()
                part = _adapt(self._document["components"]["schemas"][name], readings, omitted)
                whole["$defs"][name] = part
                pending |= {each for each in _references(part) if each not in whole["$defs"]}
            self._validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True, formats=_FORMATS)
        return self._validators[key]


def _adapt(node: Any, readings: dict[str, Schema], omitted: tuple[str, ...]) -> Any:
    """A schema as it is checked: with READINGS, and with `oneOf` as `anyOf`, as the published branches overlap."""
    if isinstance(node, list):
        return [_adapt(each, readings, omitted) for each in node]
    if not isinstance(node, dict):
        return node
    adapted = {"anyOf" if key == "oneOf" else key: _adapt(value, readings, omitted) for key, value in node.items()}
    if isinstance(adapted.get("$ref"), str):
        adapted["$ref"] = adapted["$ref"].replace(_COMPONENTS, "#/$defs/")
    if readings and adapted.get("x-module") in PARTIAL:
        adapted["required"] = []
    if isinstance(adapted.get("required"), list):
        adapted["required"] = [name for name in adapted["required"] if name not in omitted]
    properties = adapted.get("properties", {})
    for name in readings.keys() & properties.keys():
        changed = {**properties[name], **readings[name]}
        properties[name] = {key: value for key, value in changed.items() if value is not None}
    return adapted


def _references(node: Any) -> Iterator[str]:
    """The names of the schemas that an adapted schema speaks of."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        parts: Iterable[Any] = node.values()
    else:
        parts = node if isinstance(node, list) else ()
    for part in parts:
        yield from _references(part)


def _violations(error: Any) -> Iterator[Violation]:
    """An error of jsonschema-rs by field, keyword and message; a missing property counts at the property itself.

    A value that breaks its schema and is empty is `empty` besides.
    """
    keyword = str(error.schema_path[-1])
    path = ["*" if isinstance(part, int) else part for part in error.instance_path]
    if keyword == "required":
        yield Violation(".".join([*path, error.kind.property]), keyword, "is required")
        return
    yield Violation(".".join(path), keyword, error.message[:_LONGEST_MESSAGE])
    if error.instance in ("", None):
        yield Violation(".".join(path), "empty", "is empty")
