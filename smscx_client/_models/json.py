"""JSON values: encoding, and copies of any depth."""

from __future__ import annotations

import json
from typing import Any

from smscx_client.exceptions import ApiAttributeError, ApiTypeError

__all__ = ["JsonText", "deep_copy", "encode_json", "wire_value"]

_encoder = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


class JsonText:
    """A value that is JSON text already: a list of 25,000 items need not be parsed and encoded again."""

    def __init__(self, text: str):
        self.text = text


def encode_json(value: Any) -> str:
    """Return ``value`` as JSON text.

    :param value: an object may have a :class:`JsonText` as a field.
    :raises ApiTypeError: JSON cannot represent it.
    """
    try:
        return _encoder.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        if isinstance(value, dict) and any(type(field) is JsonText for field in value.values()):
            fields = (f"{encode_json(name)}:{_text_of(field)}" for name, field in value.items())
            return f"{{{','.join(fields)}}}"
        raise ApiTypeError(f"cannot be sent as JSON: {error}") from None


def _text_of(field: Any) -> str:
    return field.text if type(field) is JsonText else encode_json(field)


def deep_copy(value: Any) -> Any:
    """Return a deep copy of a JSON value of any depth, even of one that contains itself."""
    if not isinstance(value, (dict, list, tuple)):
        return value
    root = [value]
    copies: dict[int, Any] = {}
    unfinished: list[Any] = [root]
    while unfinished:
        container = unfinished.pop()
        for key, item in container.items() if isinstance(container, dict) else enumerate(container):
            if isinstance(item, (dict, list, tuple)):
                if id(item) not in copies:
                    copies[id(item)] = dict(item) if isinstance(item, dict) else list(item)
                    unfinished.append(copies[id(item)])
                container[key] = copies[id(item)]
    return root[0]


class _WireObject(dict):  # type: ignore[type-arg]
    """A JSON object whose entries are attributes too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise ApiAttributeError(f"the object has no entry `{name}`; it has {', '.join(map(str, self))}") from None


def wire_value(value: Any) -> Any:
    """Return a copy of a JSON value whose objects have their entries as attributes too."""
    if isinstance(value, dict):
        return _WireObject((key, wire_value(item)) for key, item in value.items())
    return list(map(wire_value, value)) if isinstance(value, list) else value
