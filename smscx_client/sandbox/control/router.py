"""Routing of the control API under `/_sandbox/`, which inspects the sandbox and changes its state.

It needs no credentials: every program that can reach the sandbox may use it; web pages of other sites cannot. Each
module of this folder has a table of its endpoints; `GET /_sandbox/` lists all of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..engine.foreign_forms import usual_form
from ..engine.http import JSON, Request, Response
from ..engine.parsing import read_body, read_parameters
from ..spec.error_rules import error_for
from ..spec.errors import ApiError, Assumed
from ..spec.router import Branch
from .description import description
from .endpoint import PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..runtime import Runtime

__all__ = ["owns", "respond"]

_TOPICS = (
    *("state", "accounts", "account", "setup", "faults", "messages", "phones", "webhooks", "requests", "expect"),
    *("trigger", "explain", "page"),
)


def owns(path: str) -> bool:
    """Whether a path belongs to the control API or the inbox page."""
    return path in ("/", "/docs") or path.startswith(f"{PREFIX}/")


def respond(runtime: Runtime, request: Request) -> Response:
    """Return the response to a request to the control API; raises ApiError."""
    found = _ROUTES.find(request.path)
    if found is None:
        raise ApiError(Assumed.NO_ROUTE)
    endpoints, path_values = found
    if request.method not in endpoints:
        allowed = ", ".join(sorted(endpoints))
        raise ApiError(Assumed.METHOD, detail=f"It supports {allowed}.", headers={"Allow": allowed})
    endpoint = endpoints[request.method]
    values = _read(runtime, endpoint, request, path_values)
    key = (request.method, endpoint.path)
    violations = runtime.context.spec.schemas.violations(key, endpoint.schema, values, overrides={})
    if violations:
        raise error_for(violations, ())
    result = endpoint.handler(runtime, values)
    return result if isinstance(result, Response) else Response.of_json(200, result)


def _read(runtime: Runtime, endpoint: Endpoint, request: Request, path_values: dict[str, str]) -> Any:
    """Return the fields of a request: from the path, and from the body of a POST or the query."""
    types = {name: schema.get("type", "string") for name, schema in endpoint.fields.items()}
    in_path = read_parameters(path_values, types)
    if request.method != "POST":
        return {**read_parameters(request.query_values, types), **in_path}
    if not (endpoint.fields.keys() - in_path.keys()) or (endpoint.body_is_optional and not request.body.strip()):
        return in_path
    body = read_body(request, JSON, runtime.context.settings.body_limit)
    body = usual_form(body, {name for name, schema in endpoint.fields.items() if schema.get("type") == "object"})
    return {**body, **in_path} if isinstance(body, dict) else body


def _describe(runtime: Runtime, values: Values) -> Values:
    return description(_ENDPOINTS, runtime.context.spec.document["components"]["schemas"])


def _list_endpoints(runtime: Runtime, values: Values) -> Values:
    endpoints = [
        {"method": each.method, "path": each.path, "fields": each.fields, "required": each.required}
        for each in _ENDPOINTS
    ]
    return {"endpoints": endpoints}


_ENDPOINTS: list[Endpoint] = [
    Endpoint("GET", f"{PREFIX}/", _list_endpoints),
    Endpoint("GET", f"{PREFIX}/control.json", _describe),
    *(endpoint for topic in _TOPICS for endpoint in import_module(f".{topic}", __package__).ENDPOINTS),
]
_ROUTES: Branch[Endpoint] = Branch()
for _endpoint in _ENDPOINTS:
    _ROUTES.add(_endpoint.method, _endpoint.path, _endpoint)
