"""Authentication and authorization: API key, tokens, scopes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox.spec.openapi import OperationSpec, Spec

BY_TOKEN = [operation for operation in Spec().operations.values() if operation.id != "get_access_token"]
FORM = "application/x-www-form-urlencoded"
SECRET = "sandbox-application-secret"
DECADE = 10 * 365 * 86_400


def _application(call: Any) -> str:
    from smscx_client.sandbox.demo import application_id

    return application_id(call.sandbox.context)


def _request_token(call: Any, form: bytes, application: str | None = None, secret: str = SECRET) -> Any:
    pair = f"{_application(call) if application is None else application}:{secret}"
    authorization = f"Basic {b64encode(pair.encode()).decode()}"
    return call("POST", "/oauth/token", form, headers={"Authorization": authorization, "Content-Type": FORM})


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("key", ["", "sandbox-key ", "sandbox-kex", "Sandbox-Key", "schlüssel"])
def test_wrong_api_key(call: Any, key: str) -> None:
    response = call("GET", "/account/balance", headers={"X-API-KEY": key})
    assert (response.status, response.json()["error"]["type"]) == (401, "invalid_api_key")


def test_own_api_key(make: Callable[..., Any]) -> None:
    call = make(api_key="another")
    assert call("GET", "/account/balance", headers={"X-API-KEY": "another"}).status == 200
    assert call("GET", "/account/balance", headers={"X-API-KEY": "sandbox-key"}).status == 401


def test_token_for_all_scopes(call: Any) -> None:
    granted = _request_token(call, b"grant_type=client_credentials").json()
    assert granted["token_type"] == "Bearer"
    assert granted["expires_in"] == 86_400
    assert set(granted["scope"].split()) == set(call.sandbox.context.spec.scopes)
    assert call("GET", "/account/balance", headers=_bearer(granted["access_token"])).status == 200


def test_empty_scope_is_every_scope(call: Any) -> None:
    assert _request_token(call, b"grant_type=client_credentials&scope=").json()["scope"].count(" ") == 16


def test_token_for_some_scopes(call: Any) -> None:
    granted = _request_token(call, b"grant_type=client_credentials&scope=sms+reports").json()
    assert set(granted["scope"].split()) == {"sms", "reports"}
    headers = _bearer(granted["access_token"])
    message = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
    assert call("POST", "/sms", message, headers=headers).status == 200
    refused = call("GET", "/account/balance", headers=headers)
    assert (refused.status, refused.json()["error"]["type"]) == (403, "insufficient_scope")
    assert "account" in refused.json()["error"]["message"]


@pytest.mark.parametrize("operation", BY_TOKEN, ids=[operation.id for operation in BY_TOKEN])
def test_each_operation_needs_its_scope(demo: Any, operation: OperationSpec) -> None:
    values = {name: each["example"] for name, each in operation.parameters.items() if each["in"] == "path"}
    scopes = demo.sandbox.context.spec.scopes
    for requested in (scopes, [scope for scope in scopes if scope != operation.scope]):
        granted = _request_token(demo, f"grant_type=client_credentials&scope={'+'.join(requested)}".encode()).json()
        body = operation.body_example if operation.bodies else None
        period = "?period=2026-10" if "period" in operation.parameters else ""
        response = demo(
            operation.method, operation.path.format(**values) + period, body, headers=_bearer(granted["access_token"])
        )
        assert response.status == (operation.success if operation.scope in requested else 403)
    assert response.json()["error"]["type"] == "insufficient_scope"


def test_token_expires_by_the_sandbox_clock(make: Callable[..., Any]) -> None:
    call = make(token_lifetime=3600)
    headers = _bearer(_request_token(call, b"grant_type=client_credentials").json()["access_token"])
    call.sandbox.advance(3599)
    assert call("GET", "/account/balance", headers=headers).status == 200
    call.sandbox.advance(1)
    expired = call("GET", "/account/balance", headers=headers)
    assert (expired.status, expired.json()["error"]["type"]) == (401, "invalid_api_key")


def test_a_token_that_never_expires(make: Callable[..., Any]) -> None:
    call = make(token_lifetime=0)
    granted = _request_token(call, b"grant_type=client_credentials").json()
    assert granted["expires_in"] == 0
    assert call("GET", "/applications").json()["data"][0]["tokenExpiration"] == "never"
    for _ in range(2):
        assert call("GET", "/account/balance", headers=_bearer(granted["access_token"])).status == 200
        call.sandbox.advance(DECADE)


def test_an_api_key_never_expires(call: Any) -> None:
    call.sandbox.advance(DECADE)
    assert call("GET", "/account/balance").status == 200


@pytest.mark.parametrize("authorization", ["Bearer", "Bearer ", "Bearer nonsense", "Basic c2FuZGJveDp4", "sandbox-key"])
def test_wrong_token(call: Any, authorization: str) -> None:
    assert call("GET", "/account/balance", headers={"Authorization": authorization}).status == 401


@pytest.mark.parametrize(
    ("application", "secret"), [("", ""), ("nobody", SECRET), (None, ""), (None, "guess"), ("nobody", "")]
)
def test_wrong_application(call: Any, application: str | None, secret: str) -> None:
    response = _request_token(call, b"grant_type=client_credentials", application, secret)
    assert (response.status, response.json()["error"]["type"]) == (401, "invalid_client")


def test_an_api_key_does_not_get_a_token(call: Any) -> None:
    response = call("POST", "/oauth/token", b"grant_type=client_credentials", {"X-API-KEY": "sandbox-key"})
    assert (response.status, response.json()["error"]["type"]) == (401, "invalid_client")


def test_the_demo_application_is_that_of_the_examples(demo: Any) -> None:
    example = demo.sandbox.context.spec.operations["get_application_settings"].example("applicationId")
    assert _request_token(demo, b"grant_type=client_credentials&scope=sms reports", example).status == 200


def test_tokens_are_not_kept(call: Any) -> None:
    token = _request_token(call, b"grant_type=client_credentials").json()["access_token"]
    rows = call.sandbox.context.store.all("SELECT * FROM tokens")
    assert rows and token not in str(rows)


def test_settings_show_no_secret(call: Any) -> None:
    shown = repr(call.sandbox.context.settings)
    assert "sandbox-key" not in shown and SECRET not in shown
