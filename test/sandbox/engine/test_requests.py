"""A request before it reaches its operation: the checks, and the error response of each."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.engine import registry
from smscx_client.sandbox.engine.http import Request
from smscx_client.sandbox.spec.errors import ApiError
from smscx_client.sandbox.spec.openapi import OperationSpec, Spec
from smscx_client.sandbox.state.clock import Clock

SPEC = Spec()
MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
TAKING_JSON = [operation for operation in SPEC.operations.values() if operation.id != "get_access_token"]
LIMITS = ("X-Rate-Limit-Limit", "X-Rate-Limit-Remaining")


def _path(operation: OperationSpec) -> str:
    values = {name: each["example"] for name, each in operation.parameters.items() if each["in"] == "path"}
    return operation.path.format(**values)


@pytest.mark.parametrize("operation", TAKING_JSON, ids=[operation.id for operation in TAKING_JSON])
def test_each_operation_returns_a_response(demo: Any, operation: OperationSpec) -> None:
    body = operation.body_example if operation.bodies else None
    period = "?period=2026-10" if "period" in operation.parameters else ""
    assert demo(operation.method, _path(operation) + period, body).status == operation.success


def test_an_operation_that_is_not_built_says_so(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find", lambda _: None)
    response = call("GET", "/account/balance")
    assert (response.status, response.json()["error"]["type"]) == (501, "server_error")
    assert "get_account_balance" in response.json()["error"]["message"]


def test_the_description_has_all_operations() -> None:
    assert len(SPEC.operations) == len(TAKING_JSON) + 1 == 100


@pytest.mark.parametrize("operation", SPEC.operations.values(), ids=SPEC.operations)
def test_each_operation_asks_for_credentials(call: Any, operation: OperationSpec) -> None:
    response = call(operation.method, _path(operation), None, headers={})
    assert response.status == 401
    assert response.json()["error"]["type"] in ("invalid_api_key", "invalid_client")


@pytest.mark.parametrize("path", ["/nowhere", "/reports/single/", "/groups/1/2/3/4", "//", "/_sandbox/nowhere", "*"])
def test_unknown_path(call: Any, path: str) -> None:
    response = call("GET", path)
    assert (response.status, response.json()["error"]["type"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/sms", "POST"),
        ("GET", "/sms", "POST"),
        ("PATCH", "/groups/4501", "DELETE, GET, POST"),
        ("OPTIONS", "/account/balance", "GET"),
        ("PATCH", "/originators", "GET, POST"),
        ("DELETE", "/_sandbox/clock", "GET, POST"),
    ],
)
def test_wrong_method(call: Any, method: str, path: str, allowed: str) -> None:
    response = call(method, path)
    assert (response.status, response.json()["error"]["type"]) == (405, "invalid_method")
    assert response.headers["Allow"] == allowed


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"{",
        b'{"to": NaN}',
        b'{"to": 12345678901234567890123}',
        b'{"text": "\xff"}',
        b'{"text": "\\ud83d"}',
        "{}".encode("utf-16"),
        b"[" * 100_000,
        b'{"to": ' * 400 + b"1" + b"}" * 400,
        b'[{"to": ' * 20 + b"1" + b"}]" * 20,
        b'{"to": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda body: repr(body[:12]),
)
@pytest.mark.usefixtures("no_garbage_collection")
def test_body_that_cannot_be_read(call: Any, body: bytes) -> None:
    response = call("POST", "/sms", body)
    assert (response.status, response.json()["error"]["type"]) == (400, "invalid_body")


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"1"])
def test_body_that_is_no_object(call: Any, body: bytes) -> None:
    response = call("POST", "/sms", body)
    assert (response.status, response.json()["error"]["type"]) == (400, "invalid_param")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_wrong_content_type(call: Any, content_type: str) -> None:
    response = call("POST", "/sms", MESSAGE, headers={"X-API-KEY": "sandbox-key", "Content-Type": content_type})
    error = response.json()["error"]
    assert (response.status, error["type"]) == (415, "invalid_body")
    assert "application/json" in error["message"]


def test_content_type_may_have_parameters(call: Any) -> None:
    headers = {"X-API-KEY": "sandbox-key", "Content-Type": "Application/JSON; charset=utf-8"}
    assert call("POST", "/sms", MESSAGE, headers=headers).status == 200


def test_body_over_the_limit(make: Callable[..., Any]) -> None:
    call = make(body_limit=100)
    response = call("POST", "/sms", {**MESSAGE, "text": "x" * 100})
    assert (response.status, response.json()["error"]["type"]) == (413, "invalid_body")
    assert "100 bytes" in response.json()["error"]["message"]


PAGED = [operation for operation in SPEC.operations.values() if "next" in operation.parameters]


@pytest.mark.parametrize("cursor", ["", "nowhere", "MTIz", "-1", "%00", "..%2F..%2Fx", "9" * 400])
@pytest.mark.parametrize("operation", PAGED, ids=[operation.id for operation in PAGED])
def test_bad_cursor(demo: Any, operation: OperationSpec, cursor: str) -> None:
    period = "period=2026-10&" if "period" in operation.parameters else ""
    for name in ("next", "previous"):
        response = demo("GET", f"{_path(operation)}?{period}{name}={cursor}")
        assert (response.status, response.json()["error"]["type"]) == (400, "invalid_param")
        assert f"`{name}`" in response.json()["error"]["message"]


@pytest.mark.parametrize("host", ["localhost", "localhost:8025", "127.0.0.1:1", "[::1]:8025", "10.0.0.7", "mybox:80"])
def test_own_host(make: Callable[..., Any], host: str) -> None:
    call = make(hosts=frozenset({"localhost", "mybox"}))
    assert call("GET", "/_sandbox/clock", headers={"Host": host}).status == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8025", "", "[", "127.0.0.1.nip.io"])
def test_foreign_host(call: Any, host: str) -> None:
    response = call("GET", "/_sandbox/messages", headers={"Host": host})
    assert (response.status, response.json()["error"]["type"]) == (403, "access_denied")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://[", ""])
def test_page_of_another_site(call: Any, origin: str) -> None:
    response = call("POST", "/_sandbox/reset", headers={"Host": "127.0.0.1:8025", "Origin": origin})
    assert response.status == 403
    assert not [name for name in response.headers if name.lower().startswith("access-control")]


def test_own_page(call: Any) -> None:
    headers = {"Host": "127.0.0.1:8025", "Origin": "http://127.0.0.1:8025", "Sec-Fetch-Site": "same-origin"}
    assert call("GET", "/_sandbox/messages", headers=headers).status == 200


def test_cross_site_get_without_origin(call: Any) -> None:
    assert call("GET", "/_sandbox/messages", headers={"Sec-Fetch-Site": "cross-site"}).status == 403


def test_headers_of_a_success_are_those_that_are_listed(demo: Any) -> None:
    response = demo("GET", "/account/balance")
    assert {"X-Request-Id", "X-Response-Time", *LIMITS} <= set(response.headers)
    deleted = demo("DELETE", _path(SPEC.operations["delete_scheduled_sms"]))
    assert (deleted.status, set(deleted.headers)) == (200, {"Content-Type"})


def test_each_request_has_its_own_id(call: Any) -> None:
    assert len({call("GET", "/account/balance").headers["X-Request-Id"] for _ in range(10)}) == 10


def test_rate_limit(make: Callable[..., Any]) -> None:
    call = make(rate_limit=2, rate_window=60)
    remaining = [call("GET", "/account/balance").headers["X-Rate-Limit-Remaining"] for _ in range(2)]
    assert remaining == ["1", "0"]

    refused = call("GET", "/account/balance", headers={})
    assert (refused.status, refused.json()["error"]["type"]) == (429, "rate_limit")
    assert refused.headers["X-Rate-Limit-Limit"] == "2"
    assert refused.headers["X-Rate-Limit-Remaining"] == "0"

    reset = int(refused.headers["X-Rate-Limit-Reset"])
    clock = call.sandbox.context.clock
    call.sandbox.advance(reset - clock.seconds() - 1)
    assert call("GET", "/account/balance").status == 429
    call.sandbox.advance(1)
    assert call("GET", "/account/balance").headers["X-Rate-Limit-Remaining"] == "1"


def test_control_calls_do_not_count_for_the_rate_limit(make: Callable[..., Any]) -> None:
    call = make(rate_limit=1)
    for _ in range(3):
        assert call("GET", "/_sandbox/messages").status == 200
    assert call("GET", "/account/balance").status == 200


def test_a_response_that_breaks_the_description_is_reported(
    call: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = {"balance": "a lot", "currency": "eur", "billing": "prepaid"}
    monkeypatch.setattr(registry, "find", lambda _: lambda context, request: wrong)
    with caplog.at_level(logging.ERROR):
        response = call("GET", "/account/balance")
    error = response.json()["error"]
    assert (response.status, error["type"]) == (500, "server_error")
    assert "get_account_balance" in error["message"]
    assert "balance" in error["message"]
    assert "the sandbox failed" in caplog.text


def test_an_error_that_the_operation_does_not_list_is_reported(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(context: Any, request: Any) -> Any:
        raise ApiError(1200)

    monkeypatch.setattr(registry, "find", lambda _: refuse)
    response = call("GET", "/account/balance")
    assert response.status == 500
    assert "1200" in response.json()["error"]["message"]


def test_a_failure_changes_nothing(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: Any, request: Any) -> Any:
        context.store.execute("UPDATE account SET balance = 0")
        raise KeyError("gone")

    monkeypatch.setattr(registry, "find", lambda _: fail)
    before = call("GET", "/_sandbox/balance").json()
    assert call("GET", "/account/balance").status == 500
    assert call("GET", "/_sandbox/balance").json() == before


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = sorted(SPEC.schemas.resolve({"$ref": "#/components/schemas/SendSmsMessageRequest"})["properties"])


@pytest.fixture(scope="module")
def shared() -> Iterator[Sandbox]:
    sandbox = Sandbox(Settings(rate_limit=10**9), Clock.frozen())
    yield sandbox
    sandbox.close()


@given(change=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4))
def test_no_body_crashes_the_sandbox(shared: Sandbox, change: dict[str, Any]) -> None:
    headers = {"x-api-key": "sandbox-key", "content-type": "application/json"}
    response = shared.handle(Request("POST", "/sms", "", headers, json.dumps({**MESSAGE, **change}).encode()))
    assert response.status in (200, 400, 403)


@given(path=st.text(st.characters(min_codepoint=33, max_codepoint=255)), header=st.text(), body=st.binary(max_size=50))
def test_no_request_crashes_the_sandbox(shared: Sandbox, path: str, header: str, body: bytes) -> None:
    names = ("x-api-key", "authorization", "content-type", "host", "origin")
    for method in ("GET", "POST", "DELETE"):
        for headers in ({name: header} for name in names):
            response = shared.handle(Request(method, f"/{path}", path, headers, body))
            assert response.status < 500


@given(header=st.text())
def test_no_credentials_crash_the_sandbox(shared: Sandbox, header: str) -> None:
    for value in (header, f"Basic {header}", f"Bearer {header}"):
        headers = {"authorization": value, "content-type": "application/x-www-form-urlencoded"}
        assert shared.handle(Request("POST", "/oauth/token", "", headers, b"grant_type=x")).status == 401
        assert shared.handle(Request("GET", "/account/balance", "", headers)).status == 401


ELSEWHERE = ["/etc/passwd", "file:///etc/passwd", "../../../etc/passwd", "http://127.0.0.1:9/", "//169.254.169.254/"]


def _send_files_and_hosts(call: Any) -> Iterator[int]:
    """Send requests with a file or a host in every place that takes a text; returns the statuses of the responses."""
    for operation in SPEC.operations.values():
        body = operation.body_example if operation.bodies and operation.id != "get_access_token" else {}
        in_path = [name for name, each in operation.parameters.items() if each["in"] == "path"]
        in_query = [name for name, each in operation.parameters.items() if each["in"] == "query"]
        for place in ELSEWHERE:
            yield call(operation.method, operation.path.format(**dict.fromkeys(in_path, quote(place, safe="")))).status
            yield call(operation.method, f"{_path(operation)}?{urlencode(dict.fromkeys(in_query, place))}", body).status
            for name, value in body.items():
                there = [place] if isinstance(value, list) else place
                yield call(operation.method, _path(operation), {**body, name: there}).status
    for place in ELSEWHERE:
        yield call("GET", f"/{place}").status
        yield call("GET", f"/_sandbox/{place}").status
        yield call("POST", "/_sandbox/attachments", {"name": place, "fileUrl": place}).status
        yield call("POST", "/_sandbox/clicks", {"url": place, "phoneNumber": "+31612469333"}).status


def test_no_request_reads_a_file_or_reaches_another_host(demo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(_send_files_and_hosts(demo)) < 500  # everything that is read only once has been read before
    touched: list[Any] = []
    for way in ("builtins.open", "io.open", "os.open", "socket.socket.connect", "socket.getaddrinfo"):
        monkeypatch.setattr(way, lambda *what, **_: touched.append(what))
    demo("POST", "/_sandbox/reset")
    statuses = list(_send_files_and_hosts(demo))
    monkeypatch.undo()
    assert touched == []
    assert len(statuses) > 1000
