"""The request log: every request and its response, and how to correct a refused one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from smscx_client.sandbox import Request

SEND = {"to": "+31612469333", "from": "InfoText", "text": "Hi"}


def _log(call: Any, query: str = "") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = call("GET", f"/_sandbox/requests?{query}").json()["requests"]
    return rows


def test_a_request_and_its_response(call: Any) -> None:
    response = call("POST", "/sms?x=1", {**SEND, "idempotencyId": "0e9b4a63-6d1f-4c3e-8f35-5a7c2d90b1e4"})
    (row,) = _log(call)
    assert (row["method"], row["path"], row["query"], row["operation"]) == ("POST", "/sms", "x=1", "send_sms")
    assert (row["status"], row["refused"], row["error"], row["remedy"]) == (200, False, None, None)
    assert row["request"]["body"]["text"] == "Hi"
    assert row["response"]["body"] == response.json()
    assert row["requestId"] == response.headers["X-Request-Id"]
    assert row["idempotencyId"] == "0e9b4a63-6d1f-4c3e-8f35-5a7c2d90b1e4"
    assert call("GET", f"/_sandbox/requests/{row['id']}").json() == row


def test_no_credentials_are_kept(call: Any) -> None:
    call("GET", "/account/balance", headers={"X-API-KEY": "a-real-key", "Authorization": "Bearer a-real-token"})
    body = call("GET", "/_sandbox/requests").body
    assert b"a-real-" not in body
    assert _log(call)[0]["request"]["headers"]["x-api-key"] == "***"


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "remedy"),
    [
        ("GET", "/account/balanc", None, {}, 404, "Did you mean /account/balance?"),
        ("PUT", "/sms", SEND, {}, 405, "header `Allow`"),
        ("POST", "/sms", SEND, {"X-API-KEY": ""}, 401, "`sandbox-key` by default"),
        ("POST", "/sms", SEND, {"Host": "sandbox"}, 403, "--allow-host"),
        ("POST", "/sms", SEND, {"Origin": "http://localhost:3000"}, 403, "--allow-origin"),
        ("POST", "/sms", b"{", {}, 400, "one JSON value"),
        ("POST", "/sms", {**SEND, "to": "nobody"}, {}, 400, "E.164"),
        ("POST", "/sms", {**SEND, "text": ""}, {}, 400, "/docs#send_sms"),
        ("GET", "/groups?limit=x", None, {}, 200, None),
    ],
)
def test_the_log_shows_how_to_correct_a_refused_request(
    call: Any, method: str, path: str, body: Any, headers: dict[str, str], status: int, remedy: str | None
) -> None:
    call(method, path, body, {"X-API-KEY": "sandbox-key", **headers})
    (row,) = _log(call)
    assert (row["status"], row["refused"]) == (status, status >= 400)
    assert remedy is None or remedy in row["remedy"]
    assert (row["error"] is None) == (status < 400)


def test_pages_and_filters(call: Any) -> None:
    for number in range(7):
        call("POST", "/sms", {**SEND, "text": f"Number {number}" if number % 2 else ""})
    ids = [row["id"] for row in _log(call)]
    assert ids == list(range(1, 8))
    assert [row["id"] for row in _log(call, "latest=2")] == [6, 7]
    assert [row["id"] for row in _log(call, "after=2&limit=2")] == [3, 4]
    assert [row["id"] for row in _log(call, "before=4&latest=2")] == [2, 3]
    assert [row["id"] for row in _log(call, "refused=1")] == [1, 3, 5, 7]
    assert [row["id"] for row in _log(call, "refused=false")] == [2, 4, 6]
    assert [row["id"] for row in _log(call, "search=NUMBER 3".replace(" ", "%20"))] == [4]
    assert len(_log(call, "operation=send_sms&status=400")) == 4
    assert _log(call, "operation=send_viber_message") == []
    assert call("GET", "/_sandbox/requests?limit=501").status == 400
    assert call("GET", "/_sandbox/requests/99").status == 404


def test_the_log_is_bounded_and_can_be_cleared(make: Callable[..., Any]) -> None:
    call = make(request_log=3)
    for _ in range(5):
        call.send()
    call("POST", "/sms", {**SEND, "text": "x" * 40_000})
    rows = _log(call)
    assert [row["id"] for row in rows] == [4, 5, 6]
    assert len(rows[-1]["request"]["body"]) < 17_000
    assert call("DELETE", "/_sandbox/requests").json() == {"requests": []}
    assert _log(call) == []


def test_a_reset_forgets_the_requests(call: Any) -> None:
    call.send()
    call("POST", "/_sandbox/reset")
    assert _log(call) == []


def test_calls_of_the_control_api_are_not_in_the_log(call: Any) -> None:
    call("GET", "/_sandbox/messages")
    call("GET", "/")
    assert _log(call) == []


def test_a_large_send_and_a_fault(call: Any) -> None:
    call("POST", "/sms", {**SEND, "to": [f"+316{12_000_000 + number}" for number in range(1500)]})
    call("POST", "/_sandbox/faults", {"operation": "send_sms", "status": 503, "times": 1})
    call.send()
    assert [row["status"] for row in _log(call)] == [200, 503]


def test_a_refused_request_is_announced_to_an_open_page(call: Any) -> None:
    version = call.sandbox.run_due()
    call.sandbox.handle(Request("GET", "/nowhere", "", {}))
    assert call.sandbox.run_due() > version
