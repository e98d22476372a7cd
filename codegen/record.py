"""The example answers of openapi.yaml, taken from the sandbox, so that they are what the example scripts get there.

Each example request goes to a new sandbox that holds the demo data, with its clock stopped at the time of the examples.
The demo data is itself made of the example answers: what lists it is answered as it stands, and only what the sandbox
draws, counts or adds is new.
"""

from __future__ import annotations

import base64
import json
import pathlib
from typing import Any
from urllib.parse import quote, urlencode

import yaml

from codegen.read import load
from smscx_client.sandbox import Request, Response, Sandbox, Settings, demo
from smscx_client.sandbox.engine.examples import WRITTEN_AT
from smscx_client.sandbox.spec.openapi import OperationSpec, Spec
from smscx_client.sandbox.state.clock import Clock

__all__ = ["answer_of", "example_of", "record"]

#: Examples that show a part of the answer's entries, and why.
ONLY_IN_PART = {"get_channel_pricing": "the prices in all countries would fill many pages"}
#: A field of an answer that the example shows something else for, and why.
NEVER_SHOWN = {"get_access_token": ("access_token", "it is a secret")}

_CURSORS = ("next", "previous")


def answer_of(operation: OperationSpec) -> Response:
    """What a new sandbox answers to the example request of ``operation``."""
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


def example_of(operation: OperationSpec, shown: Any, answer: Response) -> Any:
    """What ``answer`` makes of ``shown``, the present example of what ``operation`` answers."""
    if answer.status != operation.success:
        raise ValueError(f"{operation.id}: the example request is answered with {answer.status} {answer.body.decode()}")
    if isinstance(shown, str):
        return answer.body.decode().replace("\r\n", "\n")
    told = answer.json()
    if operation.id in ONLY_IN_PART:
        return {key: told[key] for key in shown}
    if operation.id in NEVER_SHOWN:
        field, _ = NEVER_SHOWN[operation.id]
        return {**told, field: shown[field]}
    return told


def record(path: pathlib.Path) -> None:
    """Bring the example answers in the openapi.yaml at ``path`` up to date with the sandbox."""
    document = load(path)
    for operation in Spec().operations.values():
        definition = document["paths"][operation.path][operation.method.lower()]
        for content in definition["responses"][str(operation.success)]["content"].values():
            if "example" in content:
                shown = content["example"]
                content["example"] = _in_order_of(shown, example_of(operation, shown, answer_of(operation)))
    text = yaml.dump(document, Dumper=yaml.SafeDumper, sort_keys=False, width=110, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def _in_order_of(shown: Any, told: Any) -> Any:
    """``told`` with the keys of its objects in the order that they have in ``shown``; new ones last."""
    if isinstance(shown, dict) and isinstance(told, dict):
        names = [*(name for name in shown if name in told), *(name for name in told if name not in shown)]
        return {name: _in_order_of(shown.get(name), told[name]) for name in names}
    if isinstance(shown, list) and isinstance(told, list) and shown:
        return [_in_order_of(shown[min(place, len(shown) - 1)], item) for place, item in enumerate(told)]
    return told
