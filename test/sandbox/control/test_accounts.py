"""Accounts beside the main one: a test in any language has its own sandbox on a shared server."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.engine import accounts
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock
from test.sandbox.conftest import Remote

NL = "+31612469333"
SEND = {"to": NL, "from": "InfoText", "text": "Hi"}


def _new(call: Any, **fields: Any) -> Any:
    response = call("POST", "/_sandbox/accounts", fields, {})
    assert response.status == 200, response.body
    return response.json()


def _key(account: Any) -> dict[str, str]:
    return {"X-API-KEY": account["apiKey"]}


def _texts(call: Any, account: Any = None) -> list[str]:
    headers = _key(account) if account else None
    return [row["text"] for row in call("GET", "/_sandbox/messages", None, headers).json()["messages"]]


def test_an_account_has_its_own_state(call: Any) -> None:
    one, other = _new(call, balance=5), _new(call)
    assert call("POST", "/sms", {**SEND, "text": "one"}, _key(one)).status == 200
    assert call("POST", "/sms", {**SEND, "text": "other"}, _key(other)).status == 200
    call("POST", "/sms", {**SEND, "text": "main"})
    assert (_texts(call, one), _texts(call, other), _texts(call)) == (["one"], ["other"], ["main"])
    balances = [call("GET", "/account/balance", None, _key(each)).json()["balance"] for each in (one, other)]
    assert balances == [5 - 0.075, 5000 - 0.075]
    log = call("GET", f"/_sandbox/requests?account={one['apiKey']}").json()["requests"]
    assert [row["path"] for row in log] == ["/sms", "/account/balance"]


def test_an_account_has_its_own_clock_snapshots_and_resets(call: Any) -> None:
    one, other = _new(call), _new(call, clock="frozen:2030-01-01 00:00:00")
    call("POST", "/_sandbox/clock", {"advance": 3600}, _key(one))
    now = [call("GET", f"/_sandbox/clock?account={each['apiKey']}").json()["now"] for each in (one, other)]
    assert now == ["2026-11-02 10:00:00", "2030-01-01 00:00:00"]
    assert call("GET", "/_sandbox/clock").json()["now"] == "2026-11-02 09:00:00"
    call("POST", "/sms", SEND, _key(one))
    call("POST", "/_sandbox/reset", None, _key(other))
    call("POST", "/_sandbox/reset")
    assert _texts(call, one) == ["Hi"]


def test_the_settings_of_an_account(call: Any) -> None:
    account = _new(
        call,
        balance=-1,
        billing="postpaid",
        creditLine=2,
        currency="usd",
        demo=True,
        rateLimit=1,
        strictOriginators=True,
    )
    refused = call("POST", "/sms", {**SEND, "from": "Nobody"}, _key(account)).json()["error"]
    assert "not an approved originator" in refused["message"]
    assert call("POST", "/sms", SEND, _key(account)).status == 429
    balance = call("GET", "/_sandbox/balance", None, _key(account)).json()
    assert balance == {"balance": -1, "billing": "postpaid", "creditLine": 2, "currency": "usd"}
    assert call("POST", "/_sandbox/accounts", {"balance": "much"}).status == 400
    assert call("POST", "/_sandbox/accounts", {"clock": "fast"}).status == 400


def test_an_account_works_with_oauth(call: Any) -> None:
    account, other = _new(call), _new(call)
    secret = b64encode(f"{account['applicationId']}:{account['applicationSecret']}".encode()).decode()
    form = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": f"Basic {secret}"}
    token = call("POST", "/oauth/token", b"grant_type=client_credentials", form).json()["access_token"]
    bearer = {"Authorization": f"Bearer {token}"}
    assert call("POST", "/sms", SEND, bearer).status == 200
    assert (_texts(call, account), _texts(call, other), _texts(call)) == (["Hi"], [], [])


def test_a_dropped_account_is_gone(call: Any) -> None:
    account = _new(call)
    call("POST", "/sms", SEND)
    path = f"/_sandbox/accounts/{account['apiKey']}"
    assert call("DELETE", path).status == 200
    assert call("DELETE", path).status == 404
    assert call("GET", "/account/balance", None, _key(account)).status == 401
    assert call("POST", "/_sandbox/reset", None, _key(account)).status == 401, "and the main account keeps its state"
    assert call("GET", f"/_sandbox/messages?account={account['apiKey']}").status == 401
    assert _texts(call) == ["Hi"]


def test_accounts_are_listed_and_bounded(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "MOST_ACCOUNTS", 2)
    keys = [_new(call)["apiKey"] for _ in range(2)]
    assert len(set(keys)) == 2
    assert [each["apiKey"] for each in call("GET", "/_sandbox/accounts").json()["accounts"]] == keys
    assert "drop those" in call("POST", "/_sandbox/accounts").json()["error"]["message"]


def test_an_account_over_http(remote: Any) -> None:
    account = _new(remote, demo=False)
    waited = remote("GET", f"/_sandbox/messages/wait?timeout=0&account={account['apiKey']}").json()
    assert waited == {"message": None}
    assert remote("POST", "/sms", SEND, _key(account)).status == 200
    waited = remote("GET", "/_sandbox/messages/wait", None, _key(account)).json()
    assert waited["message"]["text"] == "Hi"
    large = {**SEND, "to": [f"+316{12_000_000 + number}" for number in range(1500)]}
    assert remote("POST", "/sms", large, _key(account)).status == 200
    assert remote("DELETE", f"/_sandbox/accounts/{account['apiKey']}").status == 200
    assert remote("GET", "/_sandbox/messages/wait?timeout=0", None, _key(account)).status == 401


def test_a_call_that_waits_ends_when_its_account_is_dropped() -> None:
    sandbox = Sandbox(Settings(), Clock.frozen())
    with Server(sandbox) as server:
        remote = Remote(server.url)
        account = _new(remote)
        (opened,) = sandbox.accounts
        is_waiting, waiting = Event(), opened.waiting

        def noticed(*arguments: Any) -> Any:
            is_waiting.set()
            return waiting(*arguments)

        opened.waiting = noticed  # type: ignore[method-assign]
        responses: list[Any] = []
        path = "/_sandbox/messages/wait?timeout=60"
        thread = Thread(target=lambda: responses.append(Remote(server.url)("GET", path, None, _key(account))))
        thread.start()
        assert is_waiting.wait(20)
        remote("DELETE", f"/_sandbox/accounts/{account['apiKey']}")
        thread.join(20)
        assert responses[0].json() == {"message": None}
        remote.http.clear()
    sandbox.close()


def test_the_webhooks_of_an_account_are_posted(remote: Any, hook: tuple[str, list[Any]]) -> None:
    url, received = hook
    account = _new(remote, demo=False)
    remote("POST", "/sms", {**SEND, "dlrCallbackUrl": url}, _key(account))
    expected = {"webhooks": {"event": "dlr_update", "state": "delivered"}, "timeout": 20}
    assert remote("POST", "/_sandbox/expect", expected, _key(account)).status == 200
    assert [item["status"] for item in received[0]["data"]] == ["SENT", "DELIVERED"]
    assert remote("GET", "/_sandbox/webhooks").json() == {"webhooks": []}
    remote("DELETE", f"/_sandbox/accounts/{account['apiKey']}")


@pytest.fixture
def hook() -> Any:
    """A receiver of webhooks, and the bodies that it has received."""
    received: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", received
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_new_account_has_the_settings_of_the_sandbox(make: Callable[..., Any]) -> None:
    call = make(demo=True, rate_limit=7)
    account = _new(call)
    assert call("GET", "/_sandbox/limits", None, _key(account)).json()["rateLimit"] == 7
    assert len(call("GET", "/groups", None, _key(account)).json()["data"]) > 1
