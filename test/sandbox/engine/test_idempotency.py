"""A send repeated under its idempotency id is the same send."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from smscx_client.sandbox.spec.openapi import OperationSpec, Spec

SENDS = [operation for operation in Spec().operations.values() if operation.is_idempotent]
ONE = "0b3a9a3e-3a0c-4c5e-8d2f-0d6f3a1b2c3d"
OTHER = "5b8f5f1e-7a65-11ee-b962-0242ac120002"
BODY = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi {{numbers}}"}


def test_a_repeat_gets_the_first_response_and_costs_nothing(call: Any) -> None:
    first = call("POST", "/sms", {**BODY, "idempotencyId": ONE})
    call.sandbox.advance(3600)
    again = call("POST", "/sms", {**BODY, "idempotencyId": ONE.upper(), "text": "Other"})
    assert (again.status, again.body) == (first.status, first.body)
    assert (first.headers["X-Idempotency-Id"], again.headers["X-Idempotency-Id"]) == (ONE, ONE.upper())
    assert first.headers["X-Request-Id"] != again.headers["X-Request-Id"]
    assert len(call.sandbox.messages()) == 1
    assert call.balance() == 5000 - 0.075


@pytest.mark.parametrize("send", SENDS, ids=[send.id for send in SENDS])
def test_each_send_may_be_repeated(demo: Any, send: OperationSpec) -> None:
    before = demo.balance()
    first = demo(send.method, send.path, {**send.body_example, "idempotencyId": ONE})
    sent, balance = len(demo.sandbox.messages()), demo.balance()
    demo.sandbox.advance(1)
    again = demo(send.method, send.path, {**send.body_example, "idempotencyId": ONE})
    assert (again.status, again.body, again.headers["X-Idempotency-Id"]) == (200, first.body, ONE)
    assert (len(demo.sandbox.messages()), demo.balance()) == (sent, balance)
    assert balance < before


def test_there_are_seven_sends() -> None:
    assert len(SENDS) == 7


def test_another_id_is_another_send(call: Any) -> None:
    bodies = [call("POST", "/sms", {**BODY, "idempotencyId": each}).body for each in (ONE, OTHER)]
    assert bodies[0] != bodies[1]
    assert len(call.sandbox.messages()) == 2


def test_without_an_id_nothing_is_echoed(call: Any) -> None:
    assert "X-Idempotency-Id" not in call("POST", "/sms", BODY).headers


def test_a_refused_send_may_be_corrected_and_repeated(call: Any) -> None:
    call("POST", "/_sandbox/balance", {"balance": 0})
    refused = call("POST", "/sms", {**BODY, "idempotencyId": ONE})
    assert (refused.status, "X-Idempotency-Id" in refused.headers) == (400, False)
    call("POST", "/_sandbox/balance", {"balance": 1})
    assert call("POST", "/sms", {**BODY, "idempotencyId": ONE}).status == 200
    assert len(call.sandbox.messages()) == 1


def test_an_estimate_ignores_the_idempotency_id(call: Any) -> None:
    response = call("POST", "/sms/estimate", {**BODY, "idempotencyId": "no uuid"})
    assert (response.status, "X-Idempotency-Id" in response.headers) == (200, False)


def test_concurrent_repeats_send_once(remote: Any) -> None:
    before = len(remote("GET", "/_sandbox/messages").json()["messages"])
    ledger = len(remote("GET", "/_sandbox/ledger").json()["entries"])
    with ThreadPoolExecutor(8) as pool:
        responses = list(pool.map(lambda _: remote("POST", "/sms", {**BODY, "idempotencyId": ONE}), range(16)))
    assert {response.status for response in responses} == {200}
    assert len({response.body for response in responses}) == 1
    assert len(remote("GET", "/_sandbox/messages").json()["messages"]) == before + 1
    assert len(remote("GET", "/_sandbox/ledger").json()["entries"]) == ledger + 1
