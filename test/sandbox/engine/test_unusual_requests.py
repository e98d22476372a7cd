"""Requests that are valid, but rarely seen: each has the response of its usual form."""

from __future__ import annotations

import socket
from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import quote

import pytest

from smscx_client.sandbox import Request

NL = "+31612469333"
NO_COVERAGE = "+46701740680"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1"


@pytest.mark.usefixtures("no_garbage_collection")
def test_a_deeply_nested_cursor_is_invalid(call: Any) -> None:
    cursor = urlsafe_b64encode(b"[" * 50_000).decode()
    response = call("GET", f"/optouts?next={cursor}")
    assert (response.status, response.json()["error"]["type"]) == (400, "invalid_param")


def test_arabic_digits_are_no_date(call: Any) -> None:
    response = call.send(NL, scheduledDate="٢٠٣٥-06-01 09:00:00")
    assert response["error"]["type"] == "invalid_param"


def test_a_whole_decimal_is_an_integer(call: Any) -> None:
    response = call("POST", "/otp", {"phoneNumber": NL, "ttl": 300.0})
    assert response.status == 201
    assert b'"ttl":300,' in response.body


def test_a_rental_is_found_by_its_number_with_a_plus_sign(call: Any) -> None:
    (number, *_) = call("GET", "/numbers/rent/available/SE").json()["data"]
    rental = {"numberId": number["numberId"], "rentPeriod": 7}
    plain = call("POST", "/numbers/rent", rental).json()["info"]["phoneNumber"].lstrip("+")
    bodies = ({"to": NL, "from": sender, "text": "Hi"} for sender in (plain, f"+{plain}"))
    first, second = (call("POST", "/sms", body).json()["data"][0] for body in bodies)
    assert (first["from"], first["cost"]) == (second["from"], second["cost"]) == (plain, first["cost"])
    messages = call("GET", "/_sandbox/messages").json()["messages"]
    assert [message["requestedFrom"] for message in messages] == [plain, plain]


def test_a_recipient_without_coverage_is_not_scheduled(call: Any) -> None:
    response = call.send([NO_COVERAGE], scheduledDate="2026-11-02 12:00:00")
    assert response["info"]["scheduled"] is False
    assert "scheduledAt" not in response["data"][0]


def test_a_recipient_without_coverage_is_not_in_quiet_hours(call: Any) -> None:
    hours = {"start": "00:00", "stop": "23:59"}
    assert call("POST", "/_sandbox/application", {"sms": {"quietHours": hours}}).status == 200
    response = call.send([NO_COVERAGE, NL])
    assert response["info"]["totalInQuietHours"] == 1
    assert [message["inQuietHours"] for message in response["data"]] == [False, True]


@pytest.mark.parametrize("user_agent", [PHONE, "Mozilla/5.0", "Unknown browser"])
def test_a_browser_that_reports_no_screen_still_updates_its_hit(demo: Any, user_agent: str) -> None:
    demo("POST", "/_sandbox/clicks", {"url": "https://s.example.com/Xk7Pq", "userAgent": user_agent})
    demo.sandbox.advance(1)
    events = [each["event"] for each in demo("GET", "/_sandbox/webhooks").json()["webhooks"]]
    assert events == ["shortlink_hit", "shortlink_hit_update"]


@pytest.mark.parametrize("search", ["éCOLE", "École", "ÉCOLE"])
def test_search_ignores_the_case_of_every_letter(call: Any, search: str) -> None:
    call.send(NL, "La école")
    assert len(call("GET", f"/_sandbox/messages?search={quote(search)}").json()["messages"]) == 1


def test_search_of_webhooks_and_requests_ignores_the_case_of_every_letter(call: Any) -> None:
    call(
        "POST", "/_sandbox/trigger", {"event": "receive_sms", "to": "http://127.0.0.1:9/", "data": {"text": "La école"}}
    )
    call.send(NL, "La école")
    for rows in "webhooks", "requests":
        assert len(call("GET", f"/_sandbox/{rows}?search={quote('ÉCOLE')}").json()[rows]) == 1


def test_a_decomposed_letter_is_transliterated_as_the_composed_one(call: Any) -> None:
    options = {"alphabet": "NON_GSM"}
    texts = [call.send(NL, text, transliteration=options)["data"][0]["text"] for text in ("caf\u00ea", "cafe\u0302")]
    assert texts == ["cafe", "cafe"]
    assert call.send(NL, "cafe\u0301", transliteration=options)["data"][0]["text"] == "caf\u00e9"


@pytest.mark.parametrize("path", ["/account/balance", "/_sandbox/clock", "/", "/_sandbox/events", "/no/such/path"])
def test_head_is_get_without_the_body(call: Any, path: str) -> None:
    get, head = call("GET", path), call("HEAD", path)
    assert (head.status, head.body, head.streams) == (get.status, b"", False)
    assert head.headers["Content-Length"] == str(len(get.body))
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


def test_head_over_http(remote: Any) -> None:
    response = remote("HEAD", "/account/balance")
    assert (response.status, response.body) == (200, b"")
    assert remote("GET", "/account/balance").status == 200


def test_a_request_target_in_absolute_form(remote: Any) -> None:
    host = remote.url.partition("://")[2]
    name, _, port = host.rpartition(":")
    with socket.create_connection((name, int(port)), timeout=10) as connection:
        lines = (f"GET {remote.url}/account/balance HTTP/1.1", f"Host: {host}", "X-API-KEY: sandbox-key")
        connection.sendall("\r\n".join((*lines, "Connection: close", "", "")).encode())
        with connection.makefile("rb") as response:
            assert response.readline() == b"HTTP/1.1 200 OK\r\n"


def _from_other_page(call: Any, path: str, mode: str, target: str) -> int:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": target}
    status: int = call.sandbox.handle(Request("GET", path, "", headers)).status
    return status


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_a_link_on_another_page_opens_the_inbox_and_the_reference(call: Any, path: str) -> None:
    assert _from_other_page(call, path, "navigate", "document") == 200


@pytest.mark.parametrize(
    ("path", "mode", "target"),
    [("/", "navigate", "iframe"), ("/", "cors", "empty"), ("/_sandbox/otps", "navigate", "document")],
)
def test_another_page_cannot_do_more(call: Any, path: str, mode: str, target: str) -> None:
    assert _from_other_page(call, path, mode, target) == 403
