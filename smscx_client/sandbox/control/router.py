"""What the real API does not have: looking at the sandbox and changing its state, under `/_sandbox/`.

No credentials are asked for: whoever can reach the sandbox may use it, and web pages of other sites cannot. Each module
is a topic, with a table of its endpoints; `GET /_sandbox/` lists them all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..engine.http import Request, Response
from ..engine.parsing import JSON, read_body, read_parameters
from ..spec.errors import ApiError, Assumed, error_for
from ..spec.router import Branch
from .endpoint import PREFIX, Endpoint, Values

if TYPE_CHECKING:
    from ..sandbox import Sandbox

__all__ = ["ERRORS", "answer", "owns"]

ERRORS = f"{PREFIX}/errors"

_TOPICS = ("state", "account", "setup", "faults", "messages", "phones", "webhooks", "explain", "page")


def owns(path: str) -> bool:
    """Whether a path is the sandbox's own and not the API's."""
    return path == "/" or path.startswith(f"{PREFIX}/")


def answer(sandbox: Sandbox, request: Request) -> Response:
    """Answer a request to the control API."""
    found = _ROUTES.find(request.path)
    if found is None:
        raise ApiError(Assumed.NO_ROUTE)
    endpoints, path_values = found
    if request.method not in endpoints:
        allowed = ", ".join(sorted(endpoints))
        raise ApiError(Assumed.METHOD, detail=f"It takes {allowed}.", headers={"Allow": allowed})
    endpoint = endpoints[request.method]
    values = _read(sandbox, endpoint, request, path_values)
    key = (request.method, endpoint.path)
    violations = sandbox.context.spec.schemas.violations(key, endpoint.schema, values, readings={})
    if violations:
        raise error_for(violations, ())
    given = endpoint.answer(sandbox, values)
    return given if isinstance(given, Response) else Response.of_json(200, given)


def _read(sandbox: Sandbox, endpoint: Endpoint, request: Request, path_values: dict[str, str]) -> Any:
    """What a request gives: POST in the body, all others in the query, and all in the path."""
    types = {name: schema.get("type", "string") for name, schema in endpoint.fields.items()}
    in_path = read_parameters(path_values, types)
    if request.method != "POST":
        return {**read_parameters(request.query_values, types), **in_path}
    if not (endpoint.fields.keys() - in_path.keys()) or (endpoint.body_is_optional and not request.body.strip()):
        return in_path
    body = read_body(request, JSON, sandbox.context.settings.body_limit)
    return {**body, **in_path} if isinstance(body, dict) else body


def _index(sandbox: Sandbox, values: Values) -> Values:
    shown = [
        {"method": each.method, "path": each.path, "fields": each.fields, "required": each.required}
        for each in _ENDPOINTS
    ]
    return {"endpoints": shown}


_ENDPOINTS: list[Endpoint] = [
    Endpoint("GET", f"{PREFIX}/", _index),
    *(endpoint for topic in _TOPICS for endpoint in import_module(f".{topic}", __package__).ENDPOINTS),
]
_ROUTES: Branch[Endpoint] = Branch()
for _endpoint in _ENDPOINTS:
    _ROUTES.add(_endpoint.method, _endpoint.path, _endpoint)
