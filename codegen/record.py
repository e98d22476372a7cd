"""The example responses in openapi/examples, recorded from the sandbox, so that example scripts get the same there.

Each example request goes to a new sandbox with the demo data, whose clock is at the time of the examples. The demo
data is made from the example responses. So lists of it come back unchanged, and only the values that the sandbox
generates, counts or adds are new.
"""

from __future__ import annotations

import base64
import json
import pathlib
from typing import Any
from urllib.parse import quote, urlencode

from codegen import bundle
from smscx_client.sandbox import Request, Response, Sandbox, Settings, demo
from smscx_client.sandbox.engine.examples import WRITTEN_AT
from smscx_client.sandbox.spec.openapi import OperationSpec, Spec
from smscx_client.sandbox.state.clock import Clock

__all__ = ["example_of", "record", "response_of"]

#: Examples that show a part of the entries of the response, and why.
ONLY_IN_PART = {"get_channel_pricing": "the prices in all countries would fill many pages"}
#: Fields of a response whose value the example replaces, and why.
NEVER_SHOWN = {"get_access_token": ("access_token", "it is a secret")}

_CURSORS = ("next", "previous")


def response_of(operation: OperationSpec) -> Response:
    """The response of a new sandbox to the example request of ``operation``."""
    sandbox = Sandbox(Settings(demo=True), Clock.frozen(WRITTEN_AT))
    try:
        return sandbox.handle(_request(operation, sandbox))
    finally:
        sandbox.close()


def _request(operation: OperationSpec, sandbox: Sandbox) -> Request:
    examples: dict[str, dict[str, str]] = {"path": {}, "query": {}}
    for name, one in operation.parameters.items():
        examples[one["in"]][name] = _as_text(one["example"])
    path = operation.path.format(**{name: quote(value, safe="") for name, value in examples["path"].items()})
    query = urlencode({name: value for name, value in examples["query"].items() if name not in _CURSORS})
    headers = _credentials(operation, sandbox)
    if not operation.bodies:
        return Request(operation.method, path, query, headers)
    encode = json.dumps if operation.media_type == "application/json" else urlencode
    body = encode(operation.body_example).encode()
    return Request(operation.method, path, query, {**headers, "content-type": operation.media_type}, body)


def _as_text(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _credentials(operation: OperationSpec, sandbox: Sandbox) -> dict[str, str]:
    context = sandbox.context
    if "BasicAuth" not in operation.schemes:
        return {"x-api-key": context.settings.api_key}
    pair = f"{demo.application_id(context)}:{context.settings.application_secret}"
    return {"authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def example_of(operation: OperationSpec, shown: Any, response: Response) -> Any:
    """The example that ``response`` gives; ``shown`` is the present example of ``operation``."""
    if response.status != operation.success:
        raise ValueError(
            f"{operation.id}: the response to the example request is {response.status} {response.body.decode()}"
        )
    if operation.id.endswith("_to_csv"):
        return response.body.decode().replace("\r\n", "\n")
    body = response.json()
    if operation.id in ONLY_IN_PART:
        return {key: body[key] for key in shown}
    if operation.id in NEVER_SHOWN:
        field, _ = NEVER_SHOWN[operation.id]
        return {**body, field: shown[field]}
    return body


def record(folder: pathlib.Path) -> list[str]:
    """Bring the example responses in ``folder``, an openapi/, up to date with the sandbox; return those written."""
    operations = Spec().operations
    written = []
    for definition in bundle.operations_in(bundle.bundle(folder)):
        for content, file in bundle.example_files(definition, folder / "examples"):
            operation, shown = operations[definition["operationId"]], content.get("example")
            example = _in_order_of(shown, example_of(operation, shown, response_of(operation)))
            if bundle.example_text(example) != bundle.example_text(shown):
                file.write_text(bundle.example_text(example), encoding="utf-8")
                written.append(f"recorded   openapi/examples/{file.name}")
    return written


def _in_order_of(shown: Any, new: Any) -> Any:
    """``new`` with the keys of its objects in the order that they have in ``shown``; added keys last."""
    if isinstance(shown, dict) and isinstance(new, dict):
        names = [*(name for name in shown if name in new), *(name for name in new if name not in shown)]
        return {name: _in_order_of(shown.get(name), new[name]) for name in names}
    if isinstance(shown, list) and isinstance(new, list) and shown:
        return [_in_order_of(shown[min(place, len(shown) - 1)], item) for place, item in enumerate(new)]
    return new
