"""The request and the response of each method against openapi.yaml: HTTP method, path, query, headers, body."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest

import smscx_client
from smscx_client import apis, models
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME, Method, resolved

ALL = list(METHODS_BY_NAME.values())


def test_every_method_is_here() -> None:
    assert len(ALL) == 101
    assert len({one.api_class for one in ALL}) == 17


def call(client: smscx_client.ApiClient, method: Method, body: Any = None, **options: Any) -> Any:
    bound = getattr(getattr(apis, method.api_class)(client), method.name)
    arguments = method.arguments()
    if method.body_argument():
        arguments[method.body_argument() or ""] = body
    return bound(**arguments, **options)


def example_body(method: Method) -> Any:
    return method.content[1]["example"] if method.content and method.body_argument() else None


def set_example_response(recorder: Recorder, method: Method) -> Any:
    status, kind, content = method.response
    example = content.get("example")
    if kind == "application/json":
        body = json.dumps(example).encode()
    else:
        body = example.encode() if example else b"PK\x03\x04 a file"
    recorder.respond(Response(status, body, (("Content-Type", kind),)))
    return example if example is not None else body


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.name)
def test_request_and_response(
    api_client: smscx_client.ApiClient, recorder: Recorder, method: Method, tmp_path: Any
) -> None:
    api_client.configuration.username, api_client.configuration.password = "app", "secret"
    api_client.configuration.temp_folder_path = str(tmp_path)
    expected = set_example_response(recorder, method)
    data = call(api_client, method, example_body(method))

    (request,) = recorder.requests
    path = method.path
    for one in method.parameters:
        path = path.replace(f"{{{one['name']}}}", quote(str(one["example"]), safe=""))
    assert (request.method, request.path) == (method.verb, path)
    assert sorted(request.query) == sorted(
        (one["name"], json.dumps(one["example"]) if isinstance(one["example"], bool) else str(one["example"]))
        for one in method.parameters
        if one["in"] == "query"
    )
    assert_authenticated(request.headers, method)
    assert "application/json" in request.headers["Accept"]
    assert method.response[1] in request.headers["Accept"]
    assert_body(request, method)
    assert_response(data, expected, method)


def assert_authenticated(headers: dict[str, str], method: Method) -> None:
    if {"BasicAuth": []} in method.raw["security"]:
        assert headers["Authorization"] == "Basic YXBwOnNlY3JldA=="
        assert "X-API-KEY" not in headers
    else:
        assert headers["X-API-KEY"] == "test-key"
        assert "Authorization" not in headers


def assert_body(request: Any, method: Method) -> None:
    if method.content is None:
        assert request.body == b""
        assert "Content-Type" not in request.headers
        return
    kind, content = method.content
    assert request.headers["Content-Type"] == kind
    if kind != "application/json":
        assert dict(parse_qsl(request.body.decode())) == {"grant_type": "client_credentials"}
        return
    sent = request.json
    if method.raw["x-repeat"] == "keyed":
        assert len(sent.pop("idempotencyId")) == 36
    assert sent == content["example"]


def assert_response(data: Any, expected: Any, method: Method) -> None:
    kind, content = method.response[1:]
    if kind == "application/csv":
        assert data == expected
    elif kind != "application/json":
        with data as file:
            assert file.read() == expected
    elif "$ref" in content["schema"]:
        assert isinstance(data, getattr(models, content["schema"]["$ref"].split("/")[-1]))
        assert data.to_dict(wire=True) == expected
    else:
        assert data == expected


@pytest.mark.parametrize("method", [one for one in ALL if one.body_argument()], ids=lambda one: one.name)
def test_a_model_is_sent_as_the_dict_is(api_client: smscx_client.ApiClient, recorder: Recorder, method: Method) -> None:
    content = method.content
    assert content is not None
    set_example_response(recorder, method)
    schema = content[1]["schema"]
    for one in schema.get("anyOf", [schema]):
        model = getattr(models, one["$ref"].split("/")[-1])
        required = resolved(one).get("required", [])
        if all(name in content[1]["example"] for name in required):
            python_names = model.from_dict(content[1]["example"]).to_dict()
            call(api_client, method, model(**python_names))
            sent = recorder.requests[-1].json
            sent.pop("idempotencyId", None)
            assert sent == content[1]["example"]
    assert recorder.requests


@pytest.mark.parametrize("method", [one for one in ALL if "204" in one.raw["responses"]], ids=lambda one: one.name)
def test_a_204_response_returns_none(api_client: smscx_client.ApiClient, recorder: Recorder, method: Method) -> None:
    recorder.respond(Response(204, b"", ()))
    assert call(api_client, method, example_body(method)) is None


@pytest.mark.parametrize(
    "method",
    [one for one in ALL if any(p["required"] for p in one.parameters)],
    ids=lambda one: one.name,
)
def test_a_missing_argument_is_named(api_client: smscx_client.ApiClient, recorder: Recorder, method: Method) -> None:
    first = next(iter(method.arguments()))
    arguments: dict[str, Any] = {**method.arguments(), first: None}
    if method.body_argument():
        arguments[method.body_argument() or ""] = example_body(method)
    with pytest.raises(smscx_client.ApiTypeError, match=first):
        getattr(getattr(apis, method.api_class)(api_client), method.name)(**arguments)
    assert recorder.requests == []


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.name)
def test_an_unknown_option_is_named(api_client: smscx_client.ApiClient, recorder: Recorder, method: Method) -> None:
    with pytest.raises(smscx_client.ApiTypeError, match=r"_request_timeuot.*did you mean `_request_timeout`"):
        call(api_client, method, example_body(method), _request_timeuot=1)
    assert recorder.requests == []


def test_the_misspelt_list_of_conversations_has_an_alias() -> None:
    assert apis.ConversationsApi.get_conversations_list is apis.ConversationsApi.get_converstions_list
