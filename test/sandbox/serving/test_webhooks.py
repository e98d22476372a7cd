"""Webhooks, posted to a real server on this machine, on a clock that moves only when a test moves it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.serving.webhook_hosts import permitted_addresses
from smscx_client.sandbox.serving.webhook_sender import MOST_AT_ONCE, WebhookSender, http_post
from smscx_client.sandbox.state import webhook_queue
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.webhook_queue import NotPosted
from test.support import ROOT

EVENT = "dlr_update"


class Receiver:
    """A server of the user: it keeps the posts, and sends the given statuses, then 200."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.arrived: Queue[tuple[str, Any]] = Queue()
        self.responses = Event()
        self.responses.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.statuses.pop(0) if receiver.statuses else 200
                receiver.headers = dict(self.headers)
                self.send_response(status)
                if 300 <= status < 400:
                    self.send_header("Location", f"{receiver.url}/elsewhere")
                self.send_header("Content-Length", "0")
                receiver.arrived.put((self.path, json.loads(body)))
                receiver.responses.wait(20)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def take(self) -> list[tuple[str, Any]]:
        """The posts since the last call of this method."""
        return [self.arrived.get() for _ in range(self.arrived.qsize())]

    def die(self) -> None:
        """Stop: from now on connections to the port are refused."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver that listens."""
    started = Receiver()
    yield started
    started.die()


@pytest.fixture
def dead() -> str:
    """A URL of a port that refuses connections."""
    gone = Receiver()
    gone.die()
    return gone.url


@pytest.fixture
def hanging() -> Iterator[socket.socket]:
    """A receiver that accepts connections and sends nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        listening.settimeout(20)
        yield listening


@pytest.fixture
def sandbox(make: Callable[..., Any]) -> Sandbox:
    """A sandbox that retries after 10, 60 and then every 300 seconds."""
    made: Sandbox = make(webhook_retries=(10, 60, 300)).sandbox
    return made


POST = http_post(timeout=5)


def _notify(sandbox: Sandbox, url: str, *numbers: int, event: str = EVENT) -> None:
    with sandbox.exclusive() as context, context.transaction():
        webhook_queue.notify(context, event, url, [{"number": number} for number in numbers])


def _numbers(bodies: list[tuple[str, Any]]) -> list[list[int]]:
    return [[item["number"] for item in body["data"]] for _, body in bodies]


def _states(sandbox: Sandbox) -> list[str]:
    return [delivery["state"] for delivery in webhook_queue.log(sandbox.context)]


def test_a_post_holds_event_and_items(sandbox: Sandbox, receiver: Receiver) -> None:
    with sandbox.exclusive() as context:
        webhook_queue.notify(context, EVENT, f"{receiver.url}/hook?a=b", [{"text": "Grüße ✓"}])
    assert sandbox.deliver_webhooks(POST) == 1
    assert receiver.take() == [("/hook?a=b", {"event": EVENT, "data": [{"text": "Grüße ✓"}]})]
    assert receiver.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("written", "asked_for"),
    [
        ("", "/"),
        ("?a=b?", "/?a=b?"),
        ("/a b/%C3%BC?c=ü#d", "/a%20b/%C3%BC?c=%C3%BC"),
        ("/a?b=http://c/", "/a?b=http://c/"),
    ],
)
def test_the_rest_of_a_url(sandbox: Sandbox, receiver: Receiver, written: str, asked_for: str) -> None:
    _notify(sandbox, receiver.url + written, 1)
    sandbox.deliver_webhooks(POST)
    assert [path for path, _ in receiver.take()] == [asked_for]


def test_no_callback_url_no_webhook(sandbox: Sandbox) -> None:
    with sandbox.exclusive() as context:
        webhook_queue.notify(context, EVENT, None, [{"number": 1}])
        webhook_queue.notify(context, EVENT, "http://127.0.0.1:9/", [])
    assert webhook_queue.log(sandbox.context) == []


def test_items_are_grouped_up_to_200(sandbox: Sandbox, receiver: Receiver) -> None:
    _notify(sandbox, receiver.url, *range(150))
    _notify(sandbox, receiver.url, *range(150, 300))
    _notify(sandbox, receiver.url, *range(300, 500))
    assert sandbox.deliver_webhooks(POST) == 3
    numbers = _numbers(receiver.take())
    assert [len(each) for each in numbers] == [200, 200, 100]
    assert [number for each in numbers for number in each] == list(range(500))


def test_only_consecutive_items_of_one_event_and_url_go_together(sandbox: Sandbox, receiver: Receiver) -> None:
    one, other = f"{receiver.url}/one", f"{receiver.url}/other"
    _notify(sandbox, one, 1)
    _notify(sandbox, other, 2)
    _notify(sandbox, one, 3)
    _notify(sandbox, one, 4, event="receive_sms")
    _notify(sandbox, one, 5)
    sandbox.deliver_webhooks(POST)
    arrived = receiver.take()
    at_one = [body for path, body in arrived if path == "/one"]
    assert [(body["event"], [item["number"] for item in body["data"]]) for body in at_one] == [
        (EVENT, [1, 3]),
        ("receive_sms", [4]),
        (EVENT, [5]),
    ]
    assert len(arrived) == 4


def test_a_delivery_that_is_being_posted_gets_no_more_items(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.statuses = [500]
    _notify(sandbox, receiver.url, 1)
    sandbox.deliver_webhooks(POST)
    _notify(sandbox, receiver.url, 2)
    sandbox.advance(10)
    sandbox.deliver_webhooks(POST)
    assert _numbers(receiver.take()) == [[1], [1], [2]]


@pytest.mark.parametrize("status", [500, 503, 404, 302])
def test_retry_after_a_response_that_is_no_success(sandbox: Sandbox, receiver: Receiver, status: int) -> None:
    receiver.statuses = [status, status, 204]
    _notify(sandbox, receiver.url, 1)
    made = []
    for seconds in (0, 9, 1, 59, 1, 10_000):
        sandbox.advance(seconds)
        made.append(sandbox.deliver_webhooks(POST))
    assert made == [1, 0, 1, 0, 1, 0]
    assert [path for path, _ in receiver.take()] == ["/"] * 3

    (delivery,) = webhook_queue.log(sandbox.context)
    assert (delivery["state"], delivery["nextAttemptAt"]) == ("delivered", None)
    assert [(attempt["status"], attempt["error"]) for attempt in delivery["attempts"]] == [
        *((status, None), (status, None), (204, None)),
    ]
    assert [attempt["startedAt"][-8:] for attempt in delivery["attempts"]] == ["09:00:00", "09:00:10", "09:01:10"]


def test_a_dead_receiver_gets_everything_once_it_is_back(sandbox: Sandbox, dead: str, receiver: Receiver) -> None:
    goes_to = {"url": dead}

    def post(url: str, body: bytes) -> int:
        return POST(goes_to["url"], body)

    for number in range(3):
        _notify(sandbox, dead, number, event=f"event {number}")
    for _ in range(10):
        assert sandbox.deliver_webhooks(post) == 1
        sandbox.advance(300)
    assert _states(sandbox) == ["trying", "queued", "queued"]
    attempts = webhook_queue.log(sandbox.context)[0]["attempts"]
    assert len(attempts) == 10
    assert all(attempt["status"] is None and "refused" in attempt["error"] for attempt in attempts)

    goes_to["url"] = receiver.url
    assert sandbox.deliver_webhooks(post) == 3
    assert _numbers(receiver.take()) == [[0], [1], [2]]
    assert _states(sandbox) == ["delivered"] * 3


def test_a_dead_receiver_delays_no_other(sandbox: Sandbox, dead: str, receiver: Receiver) -> None:
    _notify(sandbox, dead, 1)
    _notify(sandbox, receiver.url, 2)
    assert sandbox.deliver_webhooks(POST) == 2
    assert _numbers(receiver.take()) == [[2]]


def test_time_that_a_response_takes(sandbox: Sandbox) -> None:
    def slow(url: str, body: bytes) -> int:
        sandbox.advance(10)
        raise TimeoutError("no response within 10 seconds")

    _notify(sandbox, "http://127.0.0.1:9/", 1)
    sandbox.deliver_webhooks(slow)
    (delivery,) = webhook_queue.log(sandbox.context)
    assert delivery["attempts"] == [
        {
            "status": None,
            "error": "TimeoutError: no response within 10 seconds",
            "duration": 10,
            "startedAt": "2026-11-02 09:00:00",
        }
    ]
    assert delivery["nextAttemptAt"] == "2026-11-02 09:00:20"


def test_a_receiver_that_never_responds(sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        _notify(sandbox, f"http://127.0.0.1:{silent.getsockname()[1]}/", 1)
        sandbox.deliver_webhooks(http_post(timeout=0.05))
    (delivery,) = webhook_queue.log(sandbox.context)
    assert delivery["state"] == "trying"
    assert "timed out" in delivery["attempts"][0]["error"]


def test_delivery_reports_of_a_message(call: Any, receiver: Receiver) -> None:
    track_data = "9b1a9b7e-e4e2-4864-8253-d25d24ac9994"
    sent = call.send("+31612469333", dlrCallbackUrl=f"{receiver.url}/dlr", trackData=track_data)
    call.sandbox.deliver_webhooks(POST)
    ((path, body),) = receiver.take()
    assert (path, body["event"]) == ("/dlr", "dlr_update")
    assert [item["status"] for item in body["data"]] == ["SENT", "DELIVERED"]
    for item in body["data"]:
        assert (item["msgId"], item["trackData"]) == (sent["data"][0]["msgId"], track_data)


@pytest.mark.parametrize(("kind", "link_id"), [("shortlink", "Xk7Pq"), ("attachment", "RytK2")])
def test_hits_and_their_updates(demo: Any, receiver: Receiver, kind: str, link_id: str) -> None:
    demo("POST", "/_sandbox/application", {f"{kind}s": {f"{kind}sCallback": f"{receiver.url}/hits"}})
    for _ in range(2):
        demo("POST", "/_sandbox/clicks", {"url": f"https://s.example.com/{link_id}"})
    demo.sandbox.deliver_webhooks(POST)
    ((path, opened),) = receiver.take()
    assert (path, opened["event"]) == ("/hits", f"{kind}_hit")

    demo.sandbox.advance(1)
    demo.sandbox.deliver_webhooks(POST)
    ((path, updated),) = receiver.take()
    assert (path, updated["event"]) == ("/hits", f"{kind}_hit_update")
    hit_ids = [[item["hitId"] for item in body["data"]] for body in (opened, updated)]
    assert hit_ids[0] == hit_ids[1] and len(hit_ids[0]) == 2
    assert all(item["screenResolution"] for item in updated["data"])


def test_a_receiver_may_call_the_sandbox(call: Any) -> None:
    seen = []

    def post(url: str, body: bytes) -> int:
        msg_id = json.loads(body)["data"][0]["msgId"]
        seen.append(call("GET", f"/reports/single/{msg_id}").json()["data"]["status"])
        return 200

    call.send("+31612469333", dlrCallbackUrl="http://127.0.0.1:9/")
    call.sandbox.deliver_webhooks(post)
    assert seen == ["DELIVERED"]


def test_replay_of_a_delivered_webhook(sandbox: Sandbox, receiver: Receiver) -> None:
    _notify(sandbox, receiver.url, 1, 2)
    sandbox.deliver_webhooks(POST)
    with sandbox.exclusive() as context:
        (first,) = webhook_queue.log(context)
        again = webhook_queue.replay(context, first["id"])
    _notify(sandbox, receiver.url, 3)
    assert sandbox.deliver_webhooks(POST) == 2
    assert _numbers(receiver.take()) == [[1, 2], [1, 2], [3]]
    replayed = webhook_queue.log(sandbox.context)[1]
    assert (replayed["id"], replayed["replayOf"], replayed["state"]) == (again, first["id"], "delivered")


def test_replay_of_a_webhook_that_waits_for_a_retry_is_immediate(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.statuses = [500]
    _notify(sandbox, receiver.url, 1)
    sandbox.deliver_webhooks(POST)
    with sandbox.exclusive() as context:
        (delivery,) = webhook_queue.log(context)
        assert webhook_queue.replay(context, delivery["id"]) == delivery["id"]
    assert sandbox.deliver_webhooks(POST) == 1
    assert _states(sandbox) == ["delivered"]


def test_replay_of_an_unknown_webhook(sandbox: Sandbox) -> None:
    with pytest.raises(LookupError, match="no delivery 7"):
        webhook_queue.replay(sandbox.context, 7)


@pytest.mark.parametrize(
    "url", ["https://example.com/hook", "https://www.example.org", "http://phone.test:80/", "http://a.invalid/x"]
)
def test_nothing_is_posted_to_names_of_examples(sandbox: Sandbox, url: str) -> None:
    _notify(sandbox, url, 1)
    assert sandbox.deliver_webhooks(POST) == 1
    sandbox.advance(86_400)
    assert sandbox.deliver_webhooks(POST) == 0
    (delivery,) = webhook_queue.log(sandbox.context)
    assert delivery["state"] == "skipped"
    assert "is reserved for examples" in delivery["attempts"][0]["error"]


THIS_MACHINE = ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::"]
LINK_LOCAL = ["169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1"]
ELSEWHERE = ["192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1", "100.100.100.200", "10.0.0.8"]


def _addresses(*found: str, name: str = "shop.lan", hosts: Collection[str] = ()) -> list[str]:
    """The addresses that may get webhooks, of those that a name has. Nothing is looked up or contacted."""
    return permitted_addresses(name, 80, hosts, lambda host, port: list(found))


@pytest.mark.parametrize("address", THIS_MACHINE)
def test_this_machine_gets_webhooks(address: str) -> None:
    assert _addresses(address) == [address]


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("hosts", [(), {"other.lan"}])
def test_another_machine_gets_none(address: str, hosts: Collection[str]) -> None:
    with pytest.raises(NotPosted, match="shop.lan is not this machine.*--webhook-host shop.lan"):
        _addresses(address, hosts=hosts)
    assert _addresses(address, "127.0.0.1", hosts=hosts) == ["127.0.0.1"]


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("hosts", [{"shop.lan"}, {"other.lan", "SHOP.lan."}, {"*"}])
def test_another_machine_that_is_allowed(address: str, hosts: Collection[str]) -> None:
    for name in ("shop.lan", "Shop.LAN."):
        assert _addresses(address, name=name, hosts=hosts) == [address]


@pytest.mark.parametrize("address", LINK_LOCAL)
@pytest.mark.parametrize("hosts", [(), {"shop.lan"}, {"*"}])
def test_link_local_addresses_never_get_webhooks(address: str, hosts: Collection[str]) -> None:
    with pytest.raises(NotPosted, match="link-local"):
        _addresses(address, hosts=hosts)
    assert _addresses(address, "127.0.0.1", hosts=hosts) == ["127.0.0.1"]


def test_a_reserved_name_is_not_looked_up_unless_it_is_allowed() -> None:
    for hosts in ((), {"*"}):
        with pytest.raises(NotPosted, match="reserved for examples"):
            permitted_addresses("shop.test", 80, hosts, pytest.fail)
    assert _addresses("192.0.2.1", name="shop.test", hosts={"shop.test"}) == ["192.0.2.1"]


def test_each_connection_checks_the_address_again_and_uses_no_other(sandbox: Sandbox, receiver: Receiver) -> None:
    found = iter([["127.0.0.1"], ["169.254.169.254"]])
    post = http_post(timeout=5, hosts={"*"}, resolve=lambda host, port: next(found))
    for number in range(2):
        _notify(sandbox, f"http://rebinding.lan:{receiver.port}/", number)
        assert sandbox.deliver_webhooks(post) == 1
    assert _numbers(receiver.take()) == [[0]]
    assert receiver.headers["Host"] == f"rebinding.lan:{receiver.port}"
    assert _states(sandbox) == ["delivered", "skipped"]


def test_the_next_address_is_tried_if_one_refuses(sandbox: Sandbox, receiver: Receiver) -> None:
    _notify(sandbox, f"http://shop.lan:{receiver.port}/", 1)
    sandbox.deliver_webhooks(http_post(timeout=5, resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"]))
    assert _numbers(receiver.take()) == [[1]]


@pytest.mark.parametrize(
    ("written", "sent"),
    [("shop:secret@", "shop:secret"), ("shop@", "shop:"), ("sh%3Aop:p%40ss%2F@", "sh:op:p@ss/"), ("ü:✓@", "ü:✓")],
)
def test_user_name_and_password_in_a_url(sandbox: Sandbox, receiver: Receiver, written: str, sent: str) -> None:
    _notify(sandbox, f"http://{written}127.0.0.1:{receiver.port}/hook", 1)
    sandbox.deliver_webhooks(POST)
    assert [path for path, _ in receiver.take()] == ["/hook"]
    scheme, _, pair = receiver.headers["Authorization"].partition(" ")
    assert (scheme, b64decode(pair).decode()) == ("Basic", sent)
    assert receiver.headers["Host"] == f"127.0.0.1:{receiver.port}"


def test_a_url_without_user_name_sends_no_credentials(sandbox: Sandbox, receiver: Receiver) -> None:
    _notify(sandbox, receiver.url, 1)
    sandbox.deliver_webhooks(POST)
    assert receiver.take() and "Authorization" not in receiver.headers


def test_a_database_keeps_undelivered_webhooks(tmp_path: Any, receiver: Receiver) -> None:
    settings = Settings(database=str(tmp_path / "sandbox.db"))
    for number in (1, 2):
        sandbox = Sandbox(settings, Clock.frozen())
        _notify(sandbox, receiver.url, number)
        sandbox.close()
    sandbox = Sandbox(settings, Clock.frozen())
    sandbox.deliver_webhooks(POST)
    sandbox.close()
    assert _numbers(receiver.take()) == [[1, 2]]


def test_a_reset_drops_undelivered_webhooks(sandbox: Sandbox) -> None:
    def post(url: str, body: bytes) -> int:
        sandbox.reset()
        _notify(sandbox, url, 2)
        return 200

    _notify(sandbox, "http://127.0.0.1:9/", 1)
    assert sandbox.post_webhook(post)
    assert [(each["state"], each["attempts"]) for each in webhook_queue.log(sandbox.context)] == [("queued", [])]


def test_the_server_posts_by_itself(receiver: Receiver) -> None:
    sandbox = Sandbox(Settings(webhook_retries=(10,)), Clock.frozen())
    receiver.statuses = [500]
    with Server(sandbox):
        _notify(sandbox, receiver.url, 1)
        assert receiver.arrived.get(timeout=20)
        _wait_for_attempts(sandbox, 1)
        sandbox.advance(10)
        assert receiver.arrived.get(timeout=20)
        _wait_for_attempts(sandbox, 2)
        assert _states(sandbox) == ["delivered"]
    sandbox.close()


def test_a_receiver_that_hangs_delays_no_other(hanging: socket.socket, receiver: Receiver) -> None:
    sandbox = Sandbox(Settings(webhook_timeout=3600), Clock.frozen())
    with WebhookSender(sandbox):
        for number in range(MOST_AT_ONCE + 1):
            _notify(sandbox, f"{_url(hanging)}/{number}", number)
        connection, _ = hanging.accept()
        for number in range(3):
            _notify(sandbox, receiver.url, number, event=f"event {number}")
        assert _numbers([receiver.arrived.get(timeout=20) for _ in range(3)]) == [[0], [1], [2]]
        hung = webhook_queue.log(sandbox.context)[0]
        assert (hung["url"], hung["state"], hung["attempts"]) == (f"{_url(hanging)}/0", "trying", [])
    connection.close()
    (attempt,) = webhook_queue.log(sandbox.context)[0]["attempts"]
    assert (attempt["status"], attempt["error"]) == (None, "The sandbox ended before there was a response.")
    sandbox.close()


def test_any_number_of_receivers_that_hang_delay_no_other(receiver: Receiver) -> None:
    sandbox = Sandbox(Settings(webhook_timeout=3600), Clock.frozen())
    with ExitStack() as stack:
        count = 3 * MOST_AT_ONCE
        for number in range(count):
            hanging = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            _notify(sandbox, _url(hanging), number)
        with WebhookSender(sandbox):
            _notify(sandbox, receiver.url, count)
            assert _numbers([receiver.arrived.get(timeout=20)]) == [[count]]
            _wait_for_attempts(sandbox, 1, count)
            *hung, healthy = webhook_queue.log(sandbox.context)
            assert (healthy["state"], len(hung)) == ("delivered", count)
            assert all((each["state"], each["attempts"]) == ("trying", []) for each in hung)
    sandbox.close()


def test_a_receiver_has_a_bounded_share_of_all_posts(sandbox: Sandbox) -> None:
    for number in range(6):
        _notify(sandbox, f"http://127.0.0.1:9/{number}", number)
        _notify(sandbox, f"http://user@127.0.0.1:9/?{number}", number)
    _notify(sandbox, "http://127.0.0.1:10/", 6)
    taken = [sandbox.take_webhook() for _ in range(6)]
    assert [delivery and delivery.receiver for delivery in taken] == [
        *["http://127.0.0.1:9"] * 4,
        "http://127.0.0.1:10",
        None,
    ]


def test_receivers_that_hang_never_use_up_all_posts(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those beyond half of all possible posts are aborted early, so that other posts can start."""
    monkeypatch.setattr("smscx_client.sandbox.serving.webhook_sender.most_posts", lambda: 4)
    sandbox = Sandbox(Settings(webhook_timeout=3600, webhook_retries=(3600,)))
    with ExitStack() as stack:
        for number in range(8):
            _notify(sandbox, _url(stack.enter_context(socket.create_server(("127.0.0.1", 0)))), number)
        _notify(sandbox, receiver.url, 8)
        with WebhookSender(sandbox):
            assert _numbers([receiver.arrived.get(timeout=20)]) == [[8]]
    sandbox.close()


def test_receivers_without_a_response_come_after_all_others(sandbox: Sandbox, dead: str, receiver: Receiver) -> None:
    posted = []

    def post(url: str, body: bytes) -> int:
        posted.append(url)
        return POST(url, body)

    _notify(sandbox, dead, 1)
    sandbox.deliver_webhooks(post)
    sandbox.advance(10)
    _notify(sandbox, receiver.url, 2)
    sandbox.deliver_webhooks(post)
    assert posted == [dead, receiver.url, dead]


def test_a_name_lookup_is_part_of_the_deadline() -> None:
    is_over, has_returned = Event(), Event()

    def resolve(host: str, port: int) -> list[str]:
        is_over.wait(20)
        has_returned.set()
        return ["127.0.0.1"]

    with pytest.raises(TimeoutError, match=r"no response within 0\.1 seconds"):
        http_post(timeout=0.1, resolve=resolve)("http://shop.lan/", b"{}")
    assert not has_returned.is_set()
    is_over.set()
    assert has_returned.wait(20)


def test_all_addresses_of_a_name_share_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def connect(address: Any, timeout: float) -> socket.socket:
        waited.append(timeout)
        Event().wait(timeout)
        raise TimeoutError

    monkeypatch.setattr("smscx_client.sandbox.serving.webhook_sender.socket.create_connection", connect)
    with pytest.raises(TimeoutError, match=r"no response within 0\.3 seconds"):
        http_post(timeout=0.3, resolve=lambda host, port: THIS_MACHINE[:3])("http://shop.lan/", b"{}")
    assert len(waited) in (2, 3)
    assert sum(waited) <= 0.3


@pytest.mark.parametrize(
    ("scheme", "dripped"),
    [
        ("http", b"H"),
        ("http", b"HTTP/1.1 100 Continue\r\n\r\n"),
        ("http", b"HTTP/1.1 200 OK\r\nX: x"),
        ("https", b"\x02"),
    ],
)
def test_a_slow_response_has_a_deadline_in_total(hanging: socket.socket, scheme: str, dripped: bytes) -> None:
    is_over = Event()

    def drip() -> None:
        with suppress(OSError), hanging.accept()[0] as connection:
            connection.sendall(b"" if scheme == "http" else b"\x16\x03\x03\x40\x00")  # a TLS record of 16,384 bytes
            for _ in range(1000):  # some 20 seconds: a test that does not end cannot fail
                if is_over.wait(0.02):
                    break
                connection.sendall(dripped)

    dripping = Thread(target=drip)
    dripping.start()
    try:
        with pytest.raises(TimeoutError, match=r"no response within 0\.2 seconds"):
            http_post(timeout=0.2)(_url(hanging).replace("http", scheme), b"{}")
    finally:
        is_over.set()
        dripping.join()


def test_a_url_gets_nothing_while_its_response_is_missing(sandbox: Sandbox, receiver: Receiver) -> None:
    slow, quick = f"{receiver.url}/slow", f"{receiver.url}/quick"
    with WebhookSender(sandbox):
        receiver.responses.clear()
        _notify(sandbox, slow, 1)
        assert receiver.arrived.get(timeout=20)[0] == "/slow"
        _notify(sandbox, slow, 2)
        _notify(sandbox, quick, 3)
        assert receiver.arrived.get(timeout=20)[0] == "/quick"
        assert receiver.take() == []
        receiver.responses.set()
        assert receiver.arrived.get(timeout=20) == ("/slow", {"event": EVENT, "data": [{"number": 2}]})


def test_posting_continues_after_a_failure_of_the_sandbox(
    sandbox: Sandbox, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    take, failed = sandbox.take_webhook, Event()

    def take_or_fail() -> webhook_queue.Delivery | None:
        if failed.is_set():
            return take()
        failed.set()
        raise OSError("the disk is full")

    monkeypatch.setattr(sandbox, "take_webhook", take_or_fail)
    with WebhookSender(sandbox):
        assert failed.wait(20)
        _notify(sandbox, receiver.url, 1)
        assert _numbers([receiver.arrived.get(timeout=20)]) == [[1]]
    assert "the disk is full" in caplog.text


def test_an_undelivered_webhook_is_posted_again(hanging: socket.socket, receiver: Receiver) -> None:
    sandbox = Sandbox(Settings(webhook_timeout=3600, webhook_retries=(10,)), Clock.frozen())
    with WebhookSender(sandbox):
        _notify(sandbox, _url(hanging), 1)
        hanging.accept()[0].close()
        _wait_for_attempts(sandbox, 1)
        sandbox.advance(10)
        connection, _ = hanging.accept()
    connection.close()
    sandbox.advance(10)
    assert sandbox.deliver_webhooks(lambda url, body: 200) == 1
    attempts = webhook_queue.log(sandbox.context)[0]["attempts"]
    assert [attempt["status"] for attempt in attempts] == [None, None, 200]
    sandbox.close()


@pytest.mark.parametrize("is_left_open", [False, True])
def test_a_receiver_that_hangs_does_not_block_the_end_of_the_process(
    hanging: socket.socket, is_left_open: bool
) -> None:
    code = f"""
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.state import webhook_queue
from smscx_client.sandbox.serving.server import Server

sandbox = Sandbox(Settings(webhook_timeout=3600))
server = Server(sandbox).__enter__()
with sandbox.exclusive() as context:
    webhook_queue.notify(context, "dlr_update", {_url(hanging)!r}, [{{}}])
input()
if not {is_left_open}:
    server.__exit__(None, None, None)
    sandbox.close()
"""
    command, pipe = [sys.executable, "-c", code], subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stderr=pipe) as ends, hanging.accept()[0]:
        _, complaints = ends.communicate(b"\n", timeout=300)
    assert (ends.returncode, complaints) == (0, b"")


def _url(listening: socket.socket) -> str:
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def _wait_for_attempts(sandbox: Sandbox, count: int, position: int = 0) -> None:
    """Wait until the log has this number of attempts for a delivery. It is written after the response."""
    changed: Queue[None] = Queue()
    with sandbox.subscribed(lambda: changed.put(None)):
        while len(webhook_queue.log(sandbox.context)[position]["attempts"]) < count:
            changed.get(timeout=20)


@pytest.mark.parametrize("times", [(), (10, 0), (-1,)])
def test_waits_between_attempts_have_to_be_times(times: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="webhook_retries"):
        Settings(webhook_retries=times)
