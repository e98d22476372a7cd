"""Tokens fetched with application id and secret: once for many threads, renewed in time and after a refusal."""

from __future__ import annotations

import threading
from typing import Any

import pytest

import smscx_client
from smscx_client.api import oauth_api
from smscx_client.apis import AccountApi
from smscx_client.auth import GET_ACCESS_TOKEN, TokenSource
from smscx_client.fields import kind_of
from smscx_client.models import OauthTokenResponse
from test.support.recorder import Answer, Recorder

BALANCE = {"balance": 250.0, "currency": "eur", "billing": "prepaid"}


def token(name: str, life: int = 86_400) -> dict[str, Any]:
    return {"access_token": name, "expires_in": life, "token_type": "Bearer", "scope": "sms"}


@pytest.fixture
def client(recorder: Recorder) -> Any:
    configuration = smscx_client.Configuration(
        host=recorder.host, application_id="app", application_secret="secret", scope="sms account"
    )
    with smscx_client.ApiClient(configuration) as client:
        yield client


def test_a_token_is_fetched_with_id_and_secret_and_used_again(
    client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    recorder.will(token("first"), BALANCE)
    AccountApi(client).get_account_balance()
    AccountApi(client).get_account_balance()
    fetch, *calls = recorder.asked
    assert (fetch.method, fetch.path) == ("POST", "/oauth/token")
    assert fetch.body == b"grant_type=client_credentials&scope=sms+account"
    assert fetch.headers["Authorization"].startswith("Basic ")
    assert [one.headers["Authorization"] for one in calls] == ["Bearer first"] * 2


def test_a_refused_token_is_renewed_once(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.will(token("first"), BALANCE, Answer(401, b"{}"), token("second"), BALANCE)
    recorder.answers = [
        Answer(200, _json(token("first"))),
        Answer(401, b"{}"),
        Answer(200, _json(token("second"))),
        Answer(200, _json(BALANCE)),
    ]
    assert AccountApi(client).get_account_balance().balance == 250.0
    assert [one.headers["Authorization"] for one in recorder.asked if one.method == "GET"] == [
        "Bearer first",
        "Bearer second",
    ]


def test_a_token_that_is_refused_again_gives_up(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.answers = [
        Answer(200, _json(token("first"))),
        Answer(401, b"{}"),
        Answer(200, _json(token("second"))),
        Answer(401, b"{}"),
    ]
    with pytest.raises(smscx_client.InvalidCredentialsException):
        AccountApi(client).get_account_balance()
    assert len(recorder.asked) == 4


def test_a_refused_secret_is_final(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    refusal = {"error": {"type": "invalid_client", "code": 1600, "message": "", "uri": ""}}
    recorder.answers = [Answer(401, _json(refusal))]
    with pytest.raises(smscx_client.InvalidCredentialsException) as raised:
        AccountApi(client).get_account_balance()
    assert raised.value.error_type == "invalid_client"
    assert len(recorder.asked) == 1


def test_a_refused_api_key_is_final(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.answers = [Answer(401, b"{}")]
    with pytest.raises(smscx_client.InvalidCredentialsException):
        AccountApi(api_client).get_account_balance()
    assert len(recorder.asked) == 1


class Counter:
    """Hands out token 1, 2, 3 ... with the given life."""

    def __init__(self, life: float) -> None:
        self.count = 0
        self.life = life

    def __call__(self) -> tuple[str, float]:
        self.count += 1
        return f"token-{self.count}", self.life


def test_renewal_comes_before_the_end_of_life() -> None:
    now = [0.0]
    source = TokenSource(Counter(3600), clock=lambda: now[0])
    assert source.token() == "token-1"
    now[0] = 3600 - 60.5
    assert source.token() == "token-1"
    now[0] = 3600 - 60
    assert source.token() == "token-2"


def test_a_short_life_is_used_for_the_most_part() -> None:
    now = [0.0]
    source = TokenSource(Counter(60), clock=lambda: now[0])
    assert source.token() == "token-1"
    now[0] = 53.9
    assert source.token() == "token-1"
    now[0] = 54
    assert source.token() == "token-2"


def test_a_token_that_never_expires() -> None:
    now = [0.0]
    source = TokenSource(Counter(0), clock=lambda: now[0])
    source.token()
    now[0] = 1e12
    assert source.token() == "token-1"


def test_many_threads_cause_one_renewal() -> None:
    fetch = Counter(3600)
    source = TokenSource(fetch)
    first = source.token()
    barrier = threading.Barrier(32)
    seen = []

    def renew() -> None:
        barrier.wait()
        seen.append(source.renew(first))

    threads = [threading.Thread(target=renew) for _ in range(32)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert fetch.count == 2
    assert seen == ["token-2"] * 32


def _json(value: Any) -> bytes:
    import json

    return json.dumps(value).encode()


def test_the_client_fetches_tokens_with_the_documented_operation() -> None:
    documented = oauth_api._GET_ACCESS_TOKEN
    for attribute in ("name", "method", "path", "body", "bare", "scheme", "repeat", "form", "may_be_empty", "accept"):
        assert getattr(GET_ACCESS_TOKEN, attribute) == getattr(documented, attribute), attribute
    assert [kind_of(one.returns).model for one in (GET_ACCESS_TOKEN, documented)] == [OauthTokenResponse] * 2
    parameters = [
        {name: (one.wire, one.required, one.rules) for name, one in operation.parameters.items()}
        for operation in (GET_ACCESS_TOKEN, documented)
    ]
    assert parameters[0] == parameters[1]
