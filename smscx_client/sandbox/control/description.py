"""The OpenAPI description of the control API, made of the table of its endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..engine.http import JSON
from .endpoint import PREFIX, Endpoint, Values

__all__ = ["description"]

_SCHEMAS = "#/components/schemas/"


def description(endpoints: Iterable[Endpoint], schemas: Values) -> Values:
    """Return the OpenAPI document of these endpoints; `schemas` are those of the API, which a field may refer to."""
    paths: Values = {}
    for each in endpoints:
        in_path = re.findall(r"{(\w+)}", each.path)
        parameters = [{"name": name, "in": "path", "required": True, "schema": each.fields[name]} for name in in_path]
        rest = {name: schema for name, schema in each.fields.items() if name not in in_path}
        operation: Values = {
            "summary": (each.handler.__doc__ or "").partition("\n")[0],
            "responses": {"200": {"description": "Success"}, "400": {"description": "A field is wrong"}},
        }
        if each.method != "POST":
            parameters += [{"name": name, "in": "query", "schema": schema} for name, schema in rest.items()]
        elif rest:
            body = {
                "type": "object",
                "properties": rest,
                "required": [name for name in each.required if name in rest],
                "additionalProperties": False,
            }
            operation["requestBody"] = {
                "required": not each.body_is_optional,
                "content": {JSON: {"schema": {key: value for key, value in body.items() if value != []}}},
            }
        path = "inbox" if each.path == "/" else each.path[len(PREFIX) :] if each.path.startswith(PREFIX) else each.path
        name = re.sub(r"[^a-z]+", "_", path.lower()).strip("_") or "index"
        operation |= {"operationId": f"{each.method.lower()}_{name}", "parameters": parameters}
        paths.setdefault(each.path, {})[each.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Control API of the SMS.CX sandbox", "version": "1"},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": {name: schemas[name] for name in sorted(_referred(paths, schemas))}},
    }


def _referred(node: Any, schemas: Values) -> set[str]:
    """Return the names of all schemas that a part of the document refers to, directly or not."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = {name for each in inner for name in _referred(each, schemas)}
    reference = node.get("$ref") if isinstance(node, dict) else None
    if isinstance(reference, str):
        name = reference.removeprefix(_SCHEMAS)
        found |= {name} | _referred(schemas[name], schemas)
    return found
