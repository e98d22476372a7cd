"""The control API with many messages: a page of rows costs the same however many there are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.engine.http import Poll, Response
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.serving.in_process import respond
from smscx_client.sandbox.state.clock import Clock

NL, DE = "+31612469333", "+4915228817386"
MANY = 25_000


@pytest.fixture(scope="module")
def database(caller_type: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with many messages, half of them to one phone."""
    path = str(tmp_path_factory.mktemp("busy") / "sandbox.db")
    filled = Sandbox(Settings(database=path, balance="1000000000"), Clock.frozen())
    call = caller_type(filled)
    dlr = {"dlrCallbackUrl": "http://127.0.0.1:9/dlr"}
    call.send([f"+316{12_000_000 + number}" for number in range(MANY)], **dlr)
    call.send([NL], **dlr)
    with filled.context.transaction():
        filled.context.store.execute("UPDATE sent_messages SET recipient = ? WHERE id <= ?", NL, MANY // 2)
        entry = {
            "at": "2026-11-02 09:00:00",
            "operation": "send_sms",
            "idempotency_id": None,
            "amount": 1,
            "balance": 0,
        }
        filled.context.store.insert("ledger", [{**entry, "total": number} for number in range(MANY)])
    filled.close()
    return path


@pytest.fixture
def busy(make: Callable[..., Any], database: str) -> Any:
    """A sandbox with that database, which aborts each long query at once."""
    return make(database=database, request_timeout=0)


@pytest.mark.parametrize(
    ("path", "name", "count"),
    [
        ("messages", "messages", 500),
        ("messages?latest=200", "messages", 200),
        (f"messages?to={quote(NL)}&limit=3", "messages", 3),
        (f"messages?to={quote(DE)}", "messages", 0),
        (f"messages?to={quote(DE)}&latest=1", "messages", 0),
        (f"messages/wait?to={quote(DE)}&timeout=0", "message", None),
        ("phones?latest=200", "phones", 200),
        (f"phones/{quote(NL)}", "messages", 200),
        (f"phones/{quote(NL)}?latest=5", "messages", 5),
        (f"phones/{quote(DE)}", "messages", 0),
        ("webhooks?latest=1", "webhooks", 1),
        ("webhooks?limit=2", "webhooks", 2),
        ("webhooks", "webhooks", 2 * MANY // 200 + 1),
        ("otps?latest=200", "otps", 0),
        ("ledger", "entries", 500),
        ("ledger?limit=2", "entries", 2),
        ("ledger?latest=3", "entries", 3),
        (f"ledger?after={MANY}&latest=1000", "entries", 2),
        ("balance", "currency", len("eur")),
        ("clock", "rate", None),
    ],
)
def test_a_control_call_is_bounded_by_its_page(busy: Any, path: str, name: str, count: int | None) -> None:
    response = busy("GET", f"/_sandbox/{path}")
    assert response.status == 200, response.body
    found = response.json()[name]
    assert count is None or len(found) == count


@pytest.mark.parametrize(
    "path",
    ["messages?limit=10001", "messages?latest=10001", "phones?latest=1001", "otps?latest=1001", "ledger?limit=1001"],
)
def test_a_page_has_a_largest_size(busy: Any, path: str) -> None:
    response = busy("GET", f"/_sandbox/{path}")
    assert response.status == 400
    assert "maximum" in response.json()["error"]["message"]


def test_a_thread_ends_with_the_latest_message(call: Any) -> None:
    for text in "one", "two", "three":
        call.send(NL, text)
        call("POST", "/_sandbox/inbound", {"channel": "sms", "from": NL, "text": f"re: {text}"})
        call("POST", "/_sandbox/clock", {"advance": 1})
    thread = call("GET", f"/_sandbox/phones/{quote(NL)}?latest=3").json()["messages"]
    assert [message["text"] for message in thread] == ["re: two", "three", "re: three"]


@pytest.fixture(scope="module")
def full(caller_type: Any) -> Iterator[Any]:
    """A sandbox with more messages than a search reads in one slice."""
    sandbox = Sandbox(Settings(balance="1000000000"), Clock.frozen())
    call = caller_type(sandbox)
    call.send(DE, "first needle")
    call.send([f"+316{12_000_000 + number}" for number in range(12_000)], "hay")
    call.send(NL, "last needle")
    yield call
    sandbox.close()


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("search=needle", ["first needle", "last needle"]),
        ("search=needle&limit=1", ["first needle"]),
        ("search=needle&latest=1", ["last needle"]),
        ("search=needle&latest=2", ["first needle", "last needle"]),
        ("search=needle&after=1", ["last needle"]),
        ("search=needle&after=1&latest=5", ["last needle"]),
        ("search=nothing", []),
        ("status=FAILED", []),
        ("search=hay&latest=1", ["hay"]),
    ],
)
def test_a_search_reads_all_slices(full: Any, query: str, texts: list[str]) -> None:
    found = full("GET", f"/_sandbox/messages?{query}").json()["messages"]
    assert [message["text"] for message in found] == texts


def test_a_search_leaves_room_for_other_requests(full: Any) -> None:
    """The sandbox is free between two slices: a message that is sent then is not part of the search."""
    sandbox = full.sandbox
    request = _get("messages", "search=st%20need")
    started = sandbox.begin(request)
    assert started.rest is not None
    full.send(NL, "most need")  # no other test of this sandbox searches for it
    found = sandbox.complete(started).json()["messages"]
    assert [message["text"] for message in found] == ["first needle", "last needle"]


def test_a_wait_searches_all_slices(full: Any) -> None:
    assert full("GET", "/_sandbox/messages/wait?search=last").json()["message"]["text"] == "last needle"


def _get(path: str, query: str = "") -> Any:
    from smscx_client.sandbox import Request

    return Request("GET", f"/_sandbox/{path}", query, {}, b"")


def test_a_waiter_is_asked_only_for_its_recipient(call: Any) -> None:
    checks: list[str] = []

    def poll(recipient: str | None) -> Poll:
        return Poll(1, recipient, lambda: None, lambda: checks.append(str(recipient)))  # type: ignore[func-returns-value]

    sandbox = call.sandbox
    with sandbox.waiting(poll(NL), lambda: None), sandbox.waiting(poll(DE), lambda: None):
        call.send(NL)
        call("GET", "/account/balance")  # the delivery reports are due
        assert set(checks) == {NL}
        checks.clear()
        call("POST", "/_sandbox/balance", {"balance": 5})
        call("GET", "/account/balance")
        assert checks == []
        with sandbox.waiting(poll(None), lambda: None):
            call.send("+306912345678")
            call("GET", "/account/balance")  # the delivery reports are due
            assert set(checks) == {"None"}
            checks.clear()
            call("POST", "/_sandbox/balance", {"balance": 6})
            assert checks == []


@pytest.mark.parametrize("change", ["tick", "restore"])
def test_a_waiter_sees_a_message_change(make: Callable[..., Any], change: str) -> None:
    call = make(delivery="manual")
    call.send(NL, "Hi")
    call("POST", "/_sandbox/snapshots", {"name": "sent"})
    call("POST", "/_sandbox/tick")
    call("POST", "/_sandbox/tick")
    call("POST", "/_sandbox/snapshots", {"name": "delivered"})
    call("POST", "/_sandbox/snapshots/sent/restore")
    poll = call.sandbox.begin(_get("messages/wait", "status=DELIVERED")).poll
    woken = threading.Event()
    with call.sandbox.waiting(poll, woken.set) as waiter:
        assert (waiter.response, woken.is_set()) == (None, False)
        if change == "tick":
            call("POST", "/_sandbox/tick")
            call("POST", "/_sandbox/tick")
        else:
            call("POST", "/_sandbox/snapshots/delivered/restore")
        assert woken.is_set()
        assert waiter.response.json()["message"]["status"] == "DELIVERED"


def test_a_message_sent_before_the_wait_begins_is_found(call: Any) -> None:
    poll = call.sandbox.begin(_get("messages/wait", f"to={quote(NL)}")).poll
    call.send(NL, "In between")
    with call.sandbox.waiting(poll, lambda: None) as waiter:
        assert isinstance(waiter.response, Response)
        assert waiter.response.json()["message"]["text"] == "In between"


def test_a_wait_in_the_process_sees_a_message_of_another_thread(call: Any) -> None:
    sender = threading.Timer(0.05, lambda: call.send(NL, "From a thread"))
    sender.start()
    found = respond(call.sandbox, _get("messages/wait", "search=thread&timeout=30"))
    sender.join()
    assert found.json()["message"]["text"] == "From a thread"


def test_the_fixture_reads_all_pages(full: Any) -> None:
    assert len(SmscxSandbox(full.sandbox).messages) >= 12_002
