"""Expectations: a test in any language waits for messages, and sees the nearest ones if they do not come."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from smscx_client.sandbox.engine.http import Request
from smscx_client.sandbox.serving.in_process import respond

NL, DE = "+31612469333", "+4915228817386"


def _expect(call: Any, **fields: Any) -> tuple[int, Any]:
    response = call("POST", "/_sandbox/expect", fields)
    return response.status, response.json()


def test_a_message_that_is_there(call: Any) -> None:
    call.send(NL, "Your code is 123456")
    call.send(DE, "Your code is 654321")
    status, result = _expect(call, messages={"to": NL, "text": r"code is \d{6}$", "status": "DELIVERED"})
    assert (status, result["met"], result["count"]) == (200, True, 1)
    assert [row["to"] for row in result["found"]] == [NL]
    assert _expect(call, messages={"text": "code"}, count=2)[0] == 200
    assert _expect(call, messages={"text": "^Your"}, atLeast=2)[1]["found"][0]["to"] == NL


@pytest.mark.parametrize(
    ("expected", "reason"),
    [
        ({"messages": {"to": NL, "text": "kode"}}, r"'Your code is 123456' does not match /kode/"),
        ({"messages": {"to": NL, "channel": "viber"}}, "channel is 'sms', not 'viber'"),
        ({"messages": {"to": NL}, "count": 2}, "Expected exactly 2 of messages with to='+31612469333', found 1"),
        ({"messages": {}, "atLeast": 3}, "Expected at least 3 of messages with anything, found 1"),
        ({"pins": {"to": NL}}, "There are no other pins"),
        ({"requests": {"path": "^/viber"}}, "'/sms' does not match"),
        ({"webhooks": {"event": "receive_sms"}}, "event is 'dlr_update', not 'receive_sms'"),
    ],
)
def test_the_nearest_message(call: Any, expected: dict[str, Any], reason: str) -> None:
    call.send(NL, "Your code is 123456", dlrCallbackUrl="http://127.0.0.1:9/")
    status, result = _expect(call, **expected, timeout=0)
    assert (status, result["met"]) == (417, False)
    assert result["error"]["type"] == "expectation_failed"
    assert reason in result["error"]["message"]


def test_the_nearest_differs_in_the_fewest_fields(call: Any) -> None:
    call.send(NL, "Goodbye")
    call.send(DE, "Hello")
    _, result = _expect(call, messages={"from": "InfoText", "to": DE, "text": "Hi"}, timeout=0)
    assert [each["row"]["text"] for each in result["nearest"]] == ["Hello"]
    assert list(result["nearest"][0]["differences"]) == ["text"]


def test_pins_webhooks_and_requests(call: Any) -> None:
    pin = "1234567"
    call("POST", "/otp", {"phoneNumber": NL, "otpCallbackUrl": "http://127.0.0.1:9/otp"})
    (found,) = _expect(call, pins={"to": NL, "status": "PENDING"})[1]["found"]
    call("POST", f"/otp/{found['otpId']}", {"pin": pin})
    call("POST", f"/otp/{found['otpId']}", {"pin": found["pin"]})
    assert _expect(call, pins={"to": NL, "status": "VERIFIED"}, count=1)[0] == 200
    assert _expect(call, webhooks={"event": "otp_update", "url": "/otp$", "data": "VERIFIED"})[0] == 200
    status, result = _expect(call, requests={"operation": "verify_otp", "status": 400, "body": pin})
    assert (status, result["found"][0]["body"]) == (200, {"pin": pin})
    assert _expect(call, requests={"error": "attempt", "method": "POST"}, atLeast=1)[0] in (200, 417)


@pytest.mark.parametrize(
    "body",
    [
        {"timeout": 1},
        {"messages": {}, "pins": {}},
        {"messages": {"colour": "red"}},
        {"messages": {"text": "("}},
        {"messages": {"text": 5}},
        {"messages": {}, "timeout": 301},
        {"messages": {}, "atLeast": 0},
    ],
    ids=str,
)
def test_a_wrong_expectation(call: Any, body: Any) -> None:
    assert call("POST", "/_sandbox/expect", body).status == 400


def test_no_pattern_takes_long(call: Any) -> None:
    call.send(NL, "a" * 1500 + "!")
    assert _expect(call, messages={"text": "^(a+)+$"}, timeout=0)[0] == 417
    assert _expect(call, messages={"text": "^(?=(a+)+$)b"}, timeout=0)[0] == 400


def _later(call: Any, expected: dict[str, Any], act: Any) -> Any:
    """The response to an expectation that begins to wait before `act`."""

    request = Request(
        "POST", "/_sandbox/expect", "", {"content-type": "application/json"}, json.dumps(expected).encode()
    )
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(respond, call.sandbox, request)
        while not call.sandbox.waiters:
            pass
        act()
        return future.result(20)


def test_it_waits_for_any_change(call: Any) -> None:
    assert _later(call, {"messages": {"to": NL}, "timeout": 20}, lambda: call.send(NL)).status == 200
    missing = {"requests": {"status": 404}, "timeout": 20}
    assert _later(call, missing, lambda: call("GET", "/nowhere")).status == 200
    received = {"webhooks": {"event": "dlr_update"}, "timeout": 20}
    assert _later(call, received, lambda: call.send(NL, dlrCallbackUrl="http://127.0.0.1:9/")).status == 200


def _while_waiting(call: Any, act: Callable[[], Any], **expected: Any) -> Any:
    """Act while another request waits; returns its response, or None if it still waits."""
    body = json.dumps({**expected, "timeout": 20}).encode()
    started = call.sandbox.begin(Request("POST", "/_sandbox/expect", "", {"content-type": "application/json"}, body))
    with call.sandbox.waiting(started.poll, lambda: None) as waiter:
        act()
        return waiter.response


def _calls_of_a_send(call: Any, expected: dict[str, Any]) -> int:
    """How many functions run for a send while another request waits for a message that does not come."""
    calls: list[str] = []

    def send() -> None:
        sys.setprofile(lambda frame, event, value: calls.append(event))
        try:
            call.send(NL, dlrCallbackUrl="http://127.0.0.1:9/")
        finally:
            sys.setprofile(None)

    assert _while_waiting(call, send, **expected) is None
    return len(calls)


@pytest.mark.parametrize(
    "expected",
    [
        {"messages": {"text": "nothing"}},
        {"pins": {"pin": "nothing"}},
        {"webhooks": {"data": "nothing"}},
        {"requests": {"path": "nothing"}},
    ],
    ids=str,
)
def test_a_wait_costs_the_same_however_much_there_is(make: Callable[..., Any], expected: dict[str, Any]) -> None:
    costs = []
    for count in (5, 105):
        call = make()
        for number in range(count):
            call.send(NL, dlrCallbackUrl=f"http://127.0.0.1:9/{number}")
            call("POST", "/otp", {"phoneNumber": NL})
        costs.append(_calls_of_a_send(call, expected))
    assert costs[1] < 1.2 * costs[0]


def test_it_waits_for_rows_that_change_or_go(call: Any) -> None:
    otp = call("POST", "/otp", {"phoneNumber": NL}).json()["otpId"]
    msg_ids = [call.send(NL, scheduledDate="2026-11-02 12:00:00")["data"][0]["msgId"] for _ in range(2)]
    call.send(NL, dlrCallbackUrl="http://127.0.0.1:9/")
    for expected, act in (
        ({"pins": {"status": "CANCELLED"}}, lambda: call("DELETE", f"/otp/{otp}")),
        ({"messages": {"status": "SCHEDULED"}, "count": 1}, lambda: call("DELETE", f"/sms/scheduled/{msg_ids[0]}")),
        ({"webhooks": {"state": "delivered"}}, lambda: call.sandbox.deliver_webhooks(lambda url, body: 200)),
        ({"messages": {"status": "DELIVERED"}, "count": 3}, lambda: call.sandbox.advance(10_800)),
    ):
        woken = _while_waiting(call, act, **expected)
        assert woken and woken.status == 200, expected


def test_it_waits_for_too_many_rows_to_become_fewer(make: Callable[..., Any]) -> None:
    call = make(request_log=3)
    for path in ("/groups", "/groups", "/account/balance"):
        call("GET", path)
    woken = _while_waiting(call, lambda: call("GET", "/account/balance"), requests={"path": "^/groups"}, count=1)
    assert woken and woken.status == 200


@pytest.mark.parametrize("rows", ["messages", "pins"])
def test_it_sees_the_state_that_a_snapshot_restores(call: Any, rows: str) -> None:
    call.send(NL, "Hi")
    call("POST", "/otp", {"phoneNumber": NL})
    call("POST", "/_sandbox/snapshots", {"name": "sent"})
    call("POST", "/_sandbox/reset")
    woken = _while_waiting(call, lambda: call("POST", "/_sandbox/snapshots/sent/restore"), **{rows: {"to": NL}})
    assert woken and woken.status == 200


def test_an_expectation_of_no_message(call: Any) -> None:
    none = {"messages": {"to": NL}, "count": 0}
    assert _later(call, {**none, "timeout": 20}, lambda: call.send(NL)).status == 417
    assert _later(call, {**none, "messages": {"to": DE}, "timeout": 0.05}, lambda: call.send(NL)).status == 200


def test_the_response_shows_the_state_at_the_end(call: Any) -> None:
    response = _later(call, {"messages": {"text": "code"}, "timeout": 0.1}, lambda: call.send(NL, "no kode"))
    assert "'no kode' does not match /code/" in response.json()["error"]["message"]


def test_over_http(remote: Any) -> None:
    remote("POST", "/sms", {"to": NL, "from": "InfoText", "text": "Over HTTP"})
    body = {"messages": {"text": "Over HTTP"}, "timeout": 20}
    assert remote("POST", "/_sandbox/expect", body).status == 200
    assert remote("POST", "/_sandbox/expect", {"messages": {"text": "nothing"}, "timeout": 0}).status == 417
