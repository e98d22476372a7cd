"""openapi.yaml as the tests read it, without the generator that they check."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from test.support import ROOT

METHODS = ("get", "post", "put", "patch", "delete")


@functools.cache
def document() -> dict[str, Any]:
    """The parsed openapi.yaml."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((ROOT / "openapi.yaml").read_text(encoding="utf-8"), Loader=loader)


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    """``node`` with its reference followed."""
    while "$ref" in node:
        target: Any = document()
        for part in node["$ref"].lstrip("#/").split("/"):
            target = target[part]
        node = {**target, **{k: v for k, v in node.items() if k != "$ref"}}
    return node


def snake(wire: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wire).lower()


class Method(NamedTuple):
    """One of the 101 methods, as openapi.yaml describes it."""

    name: str
    api_class: str
    verb: str
    path: str
    raw: dict[str, Any]

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return [resolved(one) for one in self.raw.get("parameters", [])]

    @property
    def content(self) -> tuple[str, dict[str, Any]] | None:
        """Content type and description of the request body."""
        return next(iter(resolved(self.raw.get("requestBody", {})).get("content", {}).items()), None)

    @property
    def response(self) -> tuple[int, str, dict[str, Any]]:
        """Status, content type and description of the response that has a body."""
        for status, response in self.raw["responses"].items():
            for kind, content in resolved(response).get("content", {}).items():
                if status.startswith("2"):
                    return int(status), kind, content
        raise AssertionError(f"{self.name} has no response")

    def arguments(self) -> dict[str, Any]:
        """Python names and example values of all parameters."""
        return {one.get("x-python-name", snake(one["name"])): one["example"] for one in self.parameters}

    def body_argument(self) -> str | None:
        return resolved(self.raw.get("requestBody", {})).get("x-python-name")


def ref_name(node: dict[str, Any]) -> str:
    """The name of the schema that a `$ref` points to."""
    return str(node["$ref"].rsplit("/", 1)[-1])


def values_of(node: dict[str, Any]) -> dict[str, Any]:
    """The schema of a map's values; an empty schema if the map allows any value."""
    return dict(node.get("additionalProperties", {}))


def methods() -> Iterator[Method]:
    """All methods, those that share path and verb with another included."""
    for path, item in document()["paths"].items():
        for verb in METHODS:
            if verb in item:
                main = item[verb]
                for one in ({}, *main.get("x-also", [])):
                    raw = {**main, **one}
                    yield Method(raw["operationId"], raw["x-api-class"], verb.upper(), path, raw)


METHODS_BY_NAME = {one.name: one for one in methods()}
