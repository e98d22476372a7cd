"""Tokens fetched with application id and secret: once for many threads, renewed in time and after a refusal."""

from __future__ import annotations

import linecache
import sys
import threading
from types import FrameType
from typing import Any, Callable

import pytest

import smscx_client
from smscx_client.api import oauth_api
from smscx_client.apis import AccountApi, OauthApi, SmsApi
from smscx_client.auth import GET_ACCESS_TOKEN, TokenSource
from smscx_client.fields import kind_of
from smscx_client.models import OauthTokenResponse
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder, Response

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
    recorder.respond(token("first"), BALANCE)
    AccountApi(client).get_account_balance()
    AccountApi(client).get_account_balance()
    fetch, *calls = recorder.requests
    assert (fetch.method, fetch.path) == ("POST", "/oauth/token")
    assert fetch.body == b"grant_type=client_credentials&scope=sms+account"
    assert fetch.headers["Authorization"].startswith("Basic ")
    assert [one.headers["Authorization"] for one in calls] == ["Bearer first"] * 2


def test_a_refused_token_is_renewed_once(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(token("first"), BALANCE, Response(401, b"{}"), token("second"), BALANCE)
    recorder.responses = [
        Response(200, _json(token("first"))),
        Response(401, b"{}"),
        Response(200, _json(token("second"))),
        Response(200, _json(BALANCE)),
    ]
    assert AccountApi(client).get_account_balance().balance == 250.0
    assert [one.headers["Authorization"] for one in recorder.requests if one.method == "GET"] == [
        "Bearer first",
        "Bearer second",
    ]


def test_a_token_that_is_refused_again_gives_up(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.responses = [
        Response(200, _json(token("first"))),
        Response(401, b"{}"),
        Response(200, _json(token("second"))),
        Response(401, b"{}"),
    ]
    with pytest.raises(smscx_client.InvalidCredentialsException):
        AccountApi(client).get_account_balance()
    assert len(recorder.requests) == 4


def test_a_refused_secret_is_final(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    refusal = {"error": {"type": "invalid_client", "code": 1600, "message": "", "uri": ""}}
    recorder.responses = [Response(401, _json(refusal))]
    with pytest.raises(smscx_client.InvalidCredentialsException) as raised:
        AccountApi(client).get_account_balance()
    assert raised.value.error_type == "invalid_client"
    assert len(recorder.requests) == 1


def test_a_refused_api_key_is_final(api_client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.responses = [Response(401, b"{}")]
    with pytest.raises(smscx_client.InvalidCredentialsException):
        AccountApi(api_client).get_account_balance()
    assert len(recorder.requests) == 1


class Counter:
    """Returns the tokens "1", "2", "3" ... with this lifetime."""

    def __init__(self, life: float) -> None:
        self.count = 0
        self.life = life

    def __call__(self, time_left: float | None = None) -> tuple[str, float]:
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


CHANGES = {
    "application_id": "other-app",
    "application_secret": "other-secret",
    "scope": "account",
}


@pytest.mark.parametrize("setting", CHANGES)
def test_a_token_is_not_used_after_a_change_of_the_application(
    client: smscx_client.ApiClient, recorder: Recorder, setting: str
) -> None:
    recorder.respond(token("first"), BALANCE, token("second"), BALANCE)
    AccountApi(client).get_account_balance()
    setattr(client.configuration, setting, CHANGES[setting])
    AccountApi(client).get_account_balance()
    assert [one.method for one in recorder.requests] == ["POST", "GET", "POST", "GET"]
    first, second = ((one.headers["Authorization"], one.body) for one in recorder.requests if one.method == "POST")
    assert first != second
    assert recorder.requests[3].headers["Authorization"] == "Bearer second"


def test_a_token_is_not_sent_to_another_host(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    other = Recorder()
    try:
        recorder.respond(token("first"), BALANCE)
        other.respond(token("second"), BALANCE)
        AccountApi(client).get_account_balance()
        client.configuration.host = other.host
        AccountApi(client).get_account_balance()
    finally:
        other.close()
    assert [one.method for one in other.requests] == ["POST", "GET"]
    assert other.requests[1].headers["Authorization"] == "Bearer second"


def test_a_change_during_a_fetch_does_not_mix_two_applications(
    client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    recorder.responses = [
        Response(200, _json(token("first", life=0))),
        Response(401, b"{}"),
        Response(200, _json(token("second"))),
        Response(200, _json(BALANCE)),
    ]
    send = client.rest_client.request

    def request(*arguments: Any, **options: Any) -> Any:
        client.configuration.application_id = "other-app"
        return send(*arguments, **options)

    client.rest_client.request = request  # type: ignore[method-assign]
    AccountApi(client).get_account_balance()
    fetches = [one.headers["Authorization"] for one in recorder.requests if one.method == "POST"]
    assert len(fetches) == 2
    assert len(set(fetches)) == 1


def test_an_application_that_comes_back_keeps_its_token(client: smscx_client.ApiClient, recorder: Recorder) -> None:
    recorder.respond(token("first"), BALANCE, token("second"), BALANCE, BALANCE)
    for application_id in ("app", "other-app", "app"):
        client.configuration.application_id = application_id
        AccountApi(client).get_account_balance()
    assert [one.headers["Authorization"] for one in recorder.requests if one.method == "GET"] == [
        "Bearer first",
        "Bearer second",
        "Bearer first",
    ]


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def policy(self) -> RetryPolicy:
        return RetryPolicy(
            clock=lambda: self.now, now=lambda: self.now, sleep=self.sleep, uniform=lambda least, most: most
        )


def test_the_total_time_of_a_call_includes_fetching_the_token(
    client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    clock = Time()
    started = clock.now
    client.retry_policy = clock.policy()
    client.configuration.total_timeout = 5
    client.configuration.max_retries = 100
    recorder.respond(Response(429, b"{}", (("Retry-After", "2"),)))
    with pytest.raises(smscx_client.RateLimitExceededException) as raised:
        AccountApi(client).get_account_balance()
    assert clock.now - started <= 5
    assert not raised.value.outcome_unknown


def test_a_send_does_not_begin_when_fetching_the_token_took_too_long(
    client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    clock = Time()
    client.retry_policy = clock.policy()
    client.configuration.total_timeout = 6
    recorder.respond(token("first"), {"info": {}, "data": []})
    send = client.rest_client.request

    def request(*arguments: Any, **options: Any) -> Any:
        clock.now += 4
        return send(*arguments, **options)

    client.rest_client.request = request  # type: ignore[method-assign]
    with pytest.raises(smscx_client.ApiTimeoutException, match="token") as raised:
        SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})
    assert not raised.value.outcome_unknown
    assert [one.path for one in recorder.requests] == ["/oauth/token"]


def test_a_thread_waits_for_the_token_of_another_no_longer_than_its_total_time() -> None:
    fetching, finish = threading.Event(), threading.Event()

    def fetch(time_left: float | None) -> tuple[str, float]:
        fetching.set()
        finish.wait(30)
        return "token-1", 3600.0

    source = TokenSource(fetch)
    other = threading.Thread(target=source.token)
    other.start()
    assert fetching.wait(30)
    with pytest.raises(smscx_client.ApiTimeoutException) as raised:
        source.token(0.0)
    assert not raised.value.outcome_unknown
    finish.set()
    other.join()
    assert source.token(0.0) == "token-1"


FAILURES = [
    smscx_client.RateLimitExceededException(429),
    smscx_client.ServerErrorException(503),
    smscx_client.ApiConnectionException("refused"),
    smscx_client.ApiTimeoutException("no response"),
    smscx_client.InvalidCredentialsException(401),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda one: type(one).__name__)
def test_a_failed_early_renewal_keeps_the_token_that_is_still_good(failure: smscx_client.ApiException) -> None:
    now = [0.0]
    results: list[Any] = [("first", 600.0), failure, ("second", 600.0)]
    given: list[float | None] = []

    def fetch(time_left: float | None) -> tuple[str, float]:
        given.append(time_left)
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result  # type: ignore[no-any-return]

    source = TokenSource(fetch, clock=lambda: now[0])
    source.token(180.0)
    now[0] = 545.0
    assert source.token(180.0) == source.token(180.0) == "first"
    now[0] = 554.9
    assert source.token(180.0) == "first"
    assert given == [180.0, 10.0]
    now[0] = 555.0
    assert source.token(4.0) == "second"
    assert given[2] == 2.0


def test_a_token_that_has_expired_is_not_used_after_a_failed_renewal() -> None:
    now = [0.0]
    results: list[Any] = [("first", 600.0), smscx_client.ServerErrorException(503)]

    def fetch(time_left: float | None) -> tuple[str, float]:
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result  # type: ignore[no-any-return]

    source = TokenSource(fetch, clock=lambda: now[0])
    source.token()
    now[0] = 600.0
    with pytest.raises(smscx_client.ServerErrorException):
        source.token()


def test_other_threads_use_the_token_that_is_still_good_while_one_renews_it() -> None:
    now = [0.0]
    renewing, finish = threading.Event(), threading.Event()

    def fetch(time_left: float | None) -> tuple[str, float]:
        if now[0]:
            renewing.set()
            finish.wait(30)
            return "second", 600.0
        return "first", 600.0

    source = TokenSource(fetch, clock=lambda: now[0])
    source.token()
    now[0] = 545.0
    other = threading.Thread(target=source.token)
    other.start()
    assert renewing.wait(30)
    assert source.token() == "first"
    finish.set()
    other.join()
    assert source.token() == "second"


def test_an_asynchronous_call_fetches_its_token_in_its_own_thread(
    client: smscx_client.ApiClient, recorder: Recorder
) -> None:
    recorder.respond(token("first"), BALANCE)
    threads = []
    send = client.rest_client.request

    def request(*arguments: Any, **options: Any) -> Any:
        threads.append(threading.current_thread())
        return send(*arguments, **options)

    client.rest_client.request = request  # type: ignore[method-assign]
    assert AccountApi(client).get_account_balance(async_req=True).get().balance == 250.0
    assert len(threads) == 2
    assert threading.current_thread() not in threads


def test_an_asynchronous_call_calls_access_token_in_its_own_thread(recorder: Recorder) -> None:
    threads = []

    def access_token() -> str:
        threads.append(threading.current_thread())
        return "mine"

    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, access_token=access_token)
    with smscx_client.ApiClient(configuration) as client:
        AccountApi(client).get_account_balance(async_req=True).get()
    assert recorder.requests[0].headers["Authorization"] == "Bearer mine"
    assert len(threads) == 1
    assert threading.current_thread() not in threads


@pytest.mark.parametrize("by_path", [False, True], ids=["method", "call_api"])
def test_an_asynchronous_call_calls_the_api_key_hook_in_its_own_thread(recorder: Recorder, by_path: bool) -> None:
    threads = []

    def set_key(configuration: smscx_client.Configuration) -> None:
        threads.append(threading.current_thread())
        configuration.api_key = "fresh"

    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, api_key="old")
    configuration.refresh_api_key_hook = set_key
    with smscx_client.ApiClient(configuration) as client:
        if by_path:
            client.call_api("/account/balance", "GET", async_req=True).get()
        else:
            AccountApi(client).get_account_balance(async_req=True).get()
    assert recorder.requests[0].headers["X-API-KEY"] == "fresh"
    assert len(threads) == 1
    assert threading.current_thread() not in threads


def test_an_error_of_the_api_key_hook_is_raised_by_the_handle(recorder: Recorder) -> None:
    def fail(configuration: smscx_client.Configuration) -> None:
        raise RuntimeError("the vault is closed")

    configuration = smscx_client.Configuration(host=recorder.host)
    configuration.refresh_api_key_hook = fail
    with smscx_client.ApiClient(configuration) as client:
        handle = AccountApi(client).get_account_balance(async_req=True)
        with pytest.raises(RuntimeError, match="the vault is closed"):
            handle.get()
    assert recorder.requests == []


class Interrupted(BaseException):
    """What a signal handler raises: a soft time limit, Ctrl-C in a notebook."""


def before_release(frame: FrameType) -> bool:
    """Whether the instruction is between the start of `finally` and the release, where no signal handler runs."""
    if frame.f_lineno is None:  # the start of `finally` after an exception
        return True
    return linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip().startswith(("try:", "release()"))


def interrupted_at(step: int, call: Callable[[], Any]) -> bool:
    """Make a call with an exception at one instruction of `TokenSource`; return whether it has so many."""
    left = step

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != sys.modules[TokenSource.__module__].__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and not before_release(frame):
            left -= 1
            if left == 0:
                sys.settrace(None)
                raise Interrupted
        return trace

    sys._getframe().f_trace_opcodes = True  # Python 3.12 reads this attribute when tracing starts
    sys.settrace(trace)
    try:
        call()
    except Interrupted:
        return True
    finally:
        sys.settrace(None)
    return False


@pytest.mark.parametrize("early", [False, True], ids=["no token", "early renewal"])
def test_an_interrupted_fetch_does_not_block_the_next_one(early: bool) -> None:
    step, interrupted = 0, True
    while interrupted:
        step += 1
        now = 0.0
        source = TokenSource(lambda _: ("token", 100.0), lambda: now)  # noqa: B023
        if early:
            source.token()
            now = 95.0
        interrupted = interrupted_at(step, source.token)
        now = 1000.0
        later = threading.Thread(target=source.token, args=(60.0,), daemon=True)
        later.start()
        later.join(30)
        assert not later.is_alive(), f"the fetch after an interruption at step {step} waits"
    assert step > 50


KEYS = ("X-API-KEY", "x-api-key", "X-Api-Key")


def credentials_of(recorder: Recorder) -> list[tuple[str, str]]:
    """The credentials in the last request, with names in lower case."""
    sent = recorder.requests[-1].headers.items()
    return [(name.lower(), value) for name, value in sent if name.lower() in ("x-api-key", "authorization")]


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("kind", ["api_key", "access_token", None])
def test_a_key_given_as_a_default_header_is_the_only_credential(
    recorder: Recorder, name: str, kind: str | None
) -> None:
    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, **({kind: "configured"} if kind else {}))
    with smscx_client.ApiClient(configuration, name, "OTHER") as client:
        AccountApi(client).get_account_balance()
    assert credentials_of(recorder) == [("x-api-key", "OTHER")]


@pytest.mark.parametrize("name", ["Authorization", "authorization"])
def test_a_token_given_as_a_default_header_is_the_only_credential(recorder: Recorder, name: str) -> None:
    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, api_key="configured")
    with smscx_client.ApiClient(configuration) as client:
        client.default_headers[name] = "Bearer OTHER"
        AccountApi(client).get_account_balance()
    assert credentials_of(recorder) == [("authorization", "Bearer OTHER")]


@pytest.mark.parametrize("name", KEYS)
def test_request_auths_replace_a_key_given_as_a_default_header(recorder: Recorder, name: str) -> None:
    recorder.respond(BALANCE)
    configuration = smscx_client.Configuration(host=recorder.host, api_key="configured")
    with smscx_client.ApiClient(configuration, "x-api-key", "OTHER") as client:
        AccountApi(client).get_account_balance(_request_auths=[{"key": name, "value": "third"}])
    assert credentials_of(recorder) == [("x-api-key", "third")]


def test_a_token_is_fetched_with_id_and_secret_with_any_default_headers(recorder: Recorder) -> None:
    recorder.respond(token("first"))
    configuration = smscx_client.Configuration(host=recorder.host, application_id="app", application_secret="secret")
    with smscx_client.ApiClient(configuration, "x-api-key", "OTHER") as client:
        OauthApi(client).get_access_token()
    ((name, value),) = credentials_of(recorder)
    assert name == "authorization"
    assert value.startswith("Basic ")


@pytest.mark.parametrize("name", ["user-agent", "USER-AGENT", "accept", "content-type", "cookie"])
def test_a_default_header_in_other_case_is_sent_once(recorder: Recorder, name: str) -> None:
    recorder.respond({"info": {}, "data": []})
    names: list[str] = []
    configuration = smscx_client.Configuration(host=recorder.host, api_key="KEY")
    with smscx_client.ApiClient(configuration, name, "mine/1", cookie="a=b") as client:
        send = client.rest_client.request

        def request(method: str, url: str, headers: Any, *rest: Any, **options: Any) -> Any:
            names.extend(one.lower() for one in headers)
            return send(method, url, headers, *rest, **options)

        client.rest_client.request = request  # type: ignore[method-assign]
        SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})
        assert client.default_headers[name.title()] == client.default_headers[name.lower()]
        assert client.default_headers.get(name.upper())
    assert len(names) == len(set(names))
    assert {"user-agent", "accept", "content-type", "cookie", "x-api-key"} <= set(names)
