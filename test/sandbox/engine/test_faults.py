"""Faults on demand: the exception of the library for each, in the process and over HTTP, and its cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import smscx_client
from smscx_client.api.sms_api import SmsApi
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock

NL = "+31612469333"
PRICE = 0.075
MESSAGE = {"to": [NL], "from": "InfoText", "text": "Hi"}


@pytest.fixture(scope="session")
def _sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Settings(), Clock.frozen())
    yield sandbox
    sandbox.close()


@pytest.fixture(scope="session")
def _url(_sandbox: Sandbox) -> Iterator[str]:
    with Server(_sandbox) as server:
        yield server.url


@pytest.fixture
def testing(_sandbox: Sandbox) -> Iterator[SmscxSandbox]:
    """The sandbox as the pytest fixture gives it."""
    _sandbox.reset()
    testing = SmscxSandbox(_sandbox)
    yield testing
    testing.close()


@pytest.fixture(params=["process", "http"])
def connect(request: pytest.FixtureRequest, testing: SmscxSandbox, _url: str) -> Iterator[Callable[..., Any]]:
    """Make a client of the sandbox, without a socket or with one."""
    from smscx_client.sandbox.serving.in_process import connect

    made = []

    def make(**configuration: Any) -> smscx_client.ApiClient:
        if request.param == "process":
            client = connect(testing.sandbox, **configuration)
        else:
            settings = smscx_client.Configuration(host=_url, api_key=testing.api_key, **configuration)
            client = smscx_client.ApiClient(settings)
            client.retry_policy.sleep = lambda seconds: None
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


LOST = smscx_client.ApiConnectionException
SERVER = smscx_client.ServerErrorException

FAULTS = [
    ({"status": 500}, SERVER, False),
    ({"status": 503, "body": "html"}, SERVER, False),
    ({"status": 500, "when": "after"}, SERVER, True),
    ({"status": 502, "body": "empty"}, SERVER, False),
    ({"status": 429}, smscx_client.RateLimitExceededException, False),
    ({"status": 401}, smscx_client.InvalidCredentialsException, False),
    ({"status": 418}, smscx_client.ApiException, False),
    ({"code": 1113}, smscx_client.InsufficientBalanceException, False),
    ({"code": 1119}, smscx_client.ApiException, False),
    ({"reset": True}, LOST, False),
    ({"reset": True, "when": "after"}, LOST, True),
    ({"body": "truncated"}, LOST, True),
    ({"body": "garbage"}, LOST, True),
    ({"body": "empty"}, LOST, True),
    ({"body": "html"}, LOST, True),
]


@pytest.mark.parametrize(("fault", "raised", "acted"), FAULTS, ids=[str(fault) for fault, _, _ in FAULTS])
def test_each_fault_is_an_exception_and_acts_or_not(
    connect: Callable[..., Any], testing: SmscxSandbox, fault: dict[str, Any], raised: type[Exception], acted: bool
) -> None:
    client = connect(max_retries=0)
    testing.fail("send_sms", **fault)
    with pytest.raises(raised):
        SmsApi(client).send_sms(MESSAGE)
    assert [message.to for message in testing.messages] == [NL] * acted
    assert testing.balance == 5000 - PRICE * acted

    SmsApi(client).send_sms(MESSAGE)
    assert len(testing.messages) == 1 + acted


@pytest.mark.parametrize("fault", [fault for fault, raised, _ in FAULTS if raised in (LOST, SERVER)], ids=str)
def test_each_send_is_charged_once_if_any_response_is_lost(
    connect: Callable[..., Any], testing: SmscxSandbox, fault: dict[str, Any]
) -> None:
    client = connect(max_retries=3)
    testing.fail("send_sms", **fault, times=2)
    SmsApi(client).send_sms(MESSAGE)
    (entry,) = testing.ledger
    assert (entry["operation"], entry["amount"], entry["balance"]) == ("send_sms", PRICE, 5000 - PRICE)
    assert entry["idempotencyId"]
    assert testing.balance == 5000 - PRICE


def test_chaos_charges_each_logical_send_once(testing: SmscxSandbox) -> None:
    for fault in ({"reset": True}, {"reset": True, "when": "after"}, {"status": 500, "when": "after"}):
        testing.fail("send_sms", **fault, times=None, probability=0.2)
    testing.client.configuration.max_retries = 20
    for number in range(100):
        SmsApi(testing.client).send_sms({**MESSAGE, "text": f"Number {number}"})
    assert [message.text for message in testing.messages] == [f"Number {number}" for number in range(100)]
    ids = [entry["idempotencyId"] for entry in testing.ledger]
    assert len(set(ids)) == len(ids) == 100
    assert testing.balance == 5000 - 7.5
    assert sum(rule["struck"] for rule in testing.control("GET", "faults")["faults"]) > 20


def test_chaos_is_the_same_with_the_same_seed(make: Callable[..., Any]) -> None:
    def statuses(call: Any) -> list[int]:
        call("POST", "/_sandbox/faults", {"status": 503, "probability": 0.5})
        return [call("GET", "/account/balance").status for _ in range(40)]

    seen = statuses(make())
    assert seen == statuses(make())
    assert {200, 503} == set(seen)
    assert seen != statuses(make(seed=1))


def test_latency_moves_a_frozen_clock(call: Any) -> None:
    call("POST", "/_sandbox/faults", {"operation": "get_account_balance", "latency": 90, "times": 1})
    response = call("GET", "/account/balance")
    assert (response.status, response.delay, response.headers["X-Response-Time"]) == (200, 0, "90000ms")
    assert call("GET", "/_sandbox/clock").json()["now"] == "2026-11-02 09:01:30"


def test_latency_is_waited_for_on_a_real_clock(make: Callable[..., Any]) -> None:
    call = make(Clock())
    call("POST", "/_sandbox/faults", {"latency": 90})
    assert call("GET", "/account/balance").delay == 90


def test_a_late_response_raises_a_timeout_without_a_wait(testing: SmscxSandbox) -> None:
    testing.client.configuration.max_retries = 0
    testing.client.configuration.timeout = 5
    testing.fail("send_sms", latency=30)
    with pytest.raises(smscx_client.ApiTimeoutException) as caught:
        SmsApi(testing.client).send_sms(MESSAGE)
    assert caught.value.outcome_unknown
    assert len(testing.messages) == 1


def test_a_delayed_response_over_http(testing: SmscxSandbox, _url: str) -> None:
    testing.control("POST", "clock", rate=1)
    testing.fail("send_sms", latency=20)
    configuration = smscx_client.Configuration(host=_url, api_key=testing.api_key, timeout=0.2, max_retries=0)
    with smscx_client.ApiClient(configuration) as client, pytest.raises(smscx_client.ApiTimeoutException):
        SmsApi(client).send_sms(MESSAGE)


def test_a_wrong_content_type(call: Any) -> None:
    call("POST", "/_sandbox/faults", {"body": "html", "contentType": "text/plain"})
    response = call("GET", "/account/balance")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/plain")
    assert b"<h1>" in response.body


def test_a_429_says_when_to_retry(call: Any) -> None:
    call("POST", "/_sandbox/faults", {"status": 429, "times": 1})
    response = call("GET", "/account/balance")
    assert int(response.headers["X-Rate-Limit-Reset"]) > call.sandbox.context.clock.seconds()


def test_a_fault_applies_to_its_operation_as_often_as_set(call: Any) -> None:
    rule = call("POST", "/_sandbox/faults", {"operation": "send_sms", "status": 500, "times": 2}).json()
    assert call("GET", "/account/balance").status == 200
    assert [call("POST", "/sms", MESSAGE).status for _ in range(3)] == [500, 500, 200]
    assert call("GET", "/_sandbox/faults").json() == {"faults": [{**rule, "times": 0, "struck": 2}]}


def test_faults_can_be_dropped(call: Any) -> None:
    rules = [call("POST", "/_sandbox/faults", {"status": status}).json()["id"] for status in (500, 503)]
    assert call("GET", "/account/balance").status == 500
    assert call("DELETE", f"/_sandbox/faults/{rules[0]}").status == 200
    assert call("GET", "/account/balance").status == 503
    assert call("DELETE", "/_sandbox/faults").json() == {"faults": []}
    assert call("GET", "/account/balance").status == 200
    assert call("DELETE", f"/_sandbox/faults/{rules[0]}").status == 404


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({}, "property"),
        ({"operation": "send_sms"}, "status, code, latency"),
        ({"operation": "send_smss", "status": 500}, "send_smss"),
        ({"operation": "send_sms", "code": 1209}, "1209"),
        ({"code": 1113}, "1113"),
        ({"status": 200}, "status"),
        ({"status": 500, "probability": 2}, "probability"),
        ({"status": 500, "times": 0}, "times"),
        ({"body": "odd"}, "body"),
        ({"body": "html", "contentType": "text/html\r\nX: y"}, "contentType"),
        ({"latency": -1}, "latency"),
    ],
)
def test_a_wrong_rule_is_explained(call: Any, rule: dict[str, Any], message: str) -> None:
    response = call("POST", "/_sandbox/faults", rule)
    assert (response.status, response.json()["error"]["type"]) == (400, "invalid_param")
    assert message in response.json()["error"]["message"]
    assert call("GET", "/_sandbox/faults").json() == {"faults": []}


def test_the_ledger_shows_refunds(call: Any) -> None:
    sent = call.send(NL, scheduledDate="2035-06-01 09:00:00")["data"][0]
    call("DELETE", f"/sms/scheduled/{sent['msgId']}")
    ledger = call("GET", "/_sandbox/ledger").json()
    assert [(entry["operation"], entry["amount"], entry["balance"]) for entry in ledger["entries"]] == [
        ("send_sms", PRICE, 5000 - PRICE),
        ("delete_scheduled_sms", -PRICE, 5000),
    ]
    assert ledger["total"] == 0
    first = ledger["entries"][0]["id"]
    rest = call("GET", f"/_sandbox/ledger?after={first}").json()
    assert (len(rest["entries"]), rest["total"]) == (1, -0.075)
    assert call("GET", "/_sandbox/ledger?latest=1").json()["entries"] == rest["entries"]
    assert call("GET", "/_sandbox/ledger?limit=1").json()["entries"] == ledger["entries"][:1]


def test_free_calls_are_not_in_the_ledger(call: Any) -> None:
    call.send("+93701234567")
    call("POST", "/sms/estimate", MESSAGE)
    assert call("GET", "/_sandbox/ledger").json() == {"entries": [], "total": 0}
