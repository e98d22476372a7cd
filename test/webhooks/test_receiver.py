"""The receiver, its responses and handlers: without a socket, through ASGI, WSGI and Django."""

from __future__ import annotations

import asyncio
import hmac
import io
import logging
import math
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from wsgiref.validate import validator

import django
import pytest
from django.conf import settings as django_settings

from smscx_client import webhooks
from smscx_client.webhooks import Reply
from smscx_client.webhooks.replies import DISCARDED
from test.webhooks.samples import INBOUND, LOOKUP, OTP, body, report

TOKEN = "the token/with & odd=characters, é"
URL = webhooks.Receiver(token=TOKEN).url("http://127.0.0.1/sms")
QUERY = urlsplit(URL).query
REPORTS = body("dlr_update", report(1), report(2), report(3))


class Counting:
    """A receiver that counts the runs of its handler by message, and fails for some of them."""

    def __init__(self, **options: Any) -> None:
        self.receiver = webhooks.Receiver(token=TOKEN, **options)
        self.runs: Counter[str] = Counter()
        self.failing: set[str] = set()
        self.receiver.on(webhooks.DeliveryReport)(self.handle)

    def handle(self, event: webhooks.DeliveryReport) -> None:
        number = event.msg_id[-1]
        self.runs[number] += 1
        if number in self.failing:
            raise RuntimeError("the database is down")

    def post(self, text: bytes = REPORTS) -> int:
        return self.receiver.post(URL, text)


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://example.com/sms", "https://example.com/sms/?token=t+1"),
        ("https://example.com/sms/", "https://example.com/sms/?token=t+1"),
        ("https://example.com", "https://example.com/?token=t+1"),
        ("http://127.0.0.1:8000/a/b?tenant=7&all=&token=old#top", "http://127.0.0.1:8000/a/b/?tenant=7&all=&token=t+1"),
    ],
)
def test_the_url_has_the_token(base: str, expected: str) -> None:
    receiver = webhooks.Receiver(token="t 1")
    assert receiver.url(base) == expected
    assert receiver.post(expected, body("dlr_update")) == 200


@pytest.mark.parametrize("base", ["", "/sms", "example.com/sms", "ftp://example.com/sms", "https:///sms"])
def test_a_url_without_a_host_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="public address of the receiver"):
        webhooks.Receiver(token="t").url(base)


@pytest.mark.parametrize("token", ["", "  ", None, [], ["good", ""], [None], 5, b"secret"])
def test_a_receiver_without_a_token_is_refused(token: Any) -> None:
    with pytest.raises(ValueError, match="token must be a secret text.*secrets.token_urlsafe"):
        webhooks.Receiver(token=token)


@pytest.mark.parametrize(
    "query", ["", "token=", "token=wrong", "Token=t", f"{QUERY}x", f"{QUERY}&{QUERY}", "token=%ff%00", "token=\ud800"]
)
def test_a_wrong_token_is_refused_before_anything_runs(query: str) -> None:
    counting = Counting()
    assert counting.receiver.post(f"http://127.0.0.1/sms/?{query}", REPORTS) == 401
    assert counting.receiver.check("GET", query, {}) == counting.receiver.check("POST", query, {})
    assert not counting.runs


def test_tokens_can_be_replaced_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []
    compare = hmac.compare_digest
    monkeypatch.setattr(hmac, "compare_digest", lambda a, b: compared.append((a, b)) or compare(a, b))
    receiver = webhooks.Receiver(token=["new", "old"])
    assert parse_qs(urlsplit(receiver.url("https://example.com/")).query) == {"token": ["new"]}
    assert [receiver.post(f"/?token={token}", body("x")) for token in ("new", "old", "older")] == [200, 200, 401]
    assert compared == [(sent, token) for sent in (b"new", b"old", b"older") for token in (b"new", b"old")]


JSON_HEAD = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("method", "head", "status"),
    [
        ("GET", {}, 200),
        ("HEAD", {}, 200),
        ("PUT", JSON_HEAD, 405),
        ("DELETE", {}, 405),
        ("POST", {"content-type": "text/plain"}, 415),
        ("POST", {"content-type": "application/x-www-form-urlencoded"}, 415),
        ("POST", {**JSON_HEAD, "content-encoding": "gzip"}, 415),
        ("POST", {**JSON_HEAD, "content-length": "1048577"}, 413),
        ("POST", {**JSON_HEAD, "content-length": "9" * 5000}, 413),
        ("POST", {**JSON_HEAD, "content-length": " 1048577 "}, 413),
        ("POST", {**JSON_HEAD, "content-length": "many"}, None),
        ("POST", {"content-type": " text/json ; charset=utf-8", "content-encoding": " Identity "}, None),
        ("POST", {**JSON_HEAD, "content-encoding": ""}, None),
        ("POST", {**JSON_HEAD, "content-length": "1048576"}, None),
        ("POST", {"content-type": "Application/JSON; charset=utf-8"}, None),
        ("POST", {"content-type": "application/problem+json", "content-encoding": "identity"}, None),
        ("POST", {}, None),
    ],
)
def test_a_request_is_judged_by_its_head(method: str, head: dict[str, str], status: int | None) -> None:
    reply = webhooks.Receiver(token=TOKEN).check(method, QUERY, head)
    assert (reply and reply.status) == status
    assert reply is None or reply.text.endswith(".")
    assert not reply or reply.headers == ((("Allow", "GET, HEAD, POST"),) if status == 405 else ())


def test_a_reply_has_headers_that_no_cache_and_no_browser_misreads() -> None:
    reply = webhooks.Receiver(token=TOKEN).check("POST", "", {})
    assert reply and reply.text.endswith(".")
    assert reply.all_headers == [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(reply.body))),
        ("Cache-Control", "no-store"),
        ("WWW-Authenticate", "URL-Token"),
    ]


def test_a_body_may_be_as_long_as_the_limit() -> None:
    for limit, status in ((len(REPORTS), 200), (len(REPORTS) - 1, 413)):
        for send in (post_without_socket, post_through_asgi, post_through_wsgi):
            counting = Counting(max_body=limit)
            assert send(counting.receiver, REPORTS) == status, send
            assert bool(counting.runs) == (status == 200)


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        (REPORTS, 200, "received: 3."),
        (body("dlr_update"), 200, "received: 0."),
        (body("viber_seen", {"a": 1}), 200, "received: 1."),
        (b"", 422, "not JSON"),
        (b'{"event": "dlr_update"}', 422, "`data` is missing"),
        (b" " * 1_048_577, 413, "longer than 1048576 bytes"),
    ],
)
def test_each_body_gets_a_status_and_one_sentence(text: bytes, status: int, says: str) -> None:
    reply = Counting().receiver.receive(text)
    assert reply.status == status
    assert says in reply.text
    assert reply.body.endswith(b".\n") and reply.body.count(b"\n") == 1


def test_handlers_get_the_events_of_their_classes() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    got: list[tuple[str, str]] = []

    def noting(name: str) -> Callable[[webhooks.Event], None]:
        return lambda event: got.append((name, type(event).__name__))

    receiver.on(webhooks.InboundSms)(noting("sms"))
    receiver.on(webhooks.OtpUpdate, webhooks.NumberLookup)(noting("otp or lookup"))
    receiver.on(webhooks.Event)(noting("all"))
    for text in (body("receive_sms", INBOUND), body("receive_viber", INBOUND), body("otp_update", LOOKUP, OTP)):
        assert receiver.post(URL, text) == 200
    assert got == [
        ("sms", "InboundSms"),
        ("all", "InboundSms"),
        ("all", "InboundViber"),
        ("otp or lookup", "NumberLookup"),
        ("all", "NumberLookup"),
        ("otp or lookup", "OtpUpdate"),
        ("all", "OtpUpdate"),
    ]


@pytest.mark.parametrize("wrong", [len, "dlr_update", dict, None])
def test_on_takes_event_classes_only(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"@receiver.on\(webhooks.DeliveryReport\)"):
        webhooks.Receiver(token=TOKEN).on(wrong)
    with pytest.raises(TypeError, match="not nothing$"):
        webhooks.Receiver(token=TOKEN).on()


def test_on_leaves_the_function_as_it_is() -> None:
    def handler(event: webhooks.Event) -> str:
        return event.key

    assert webhooks.Receiver(token=TOKEN).on(webhooks.Event)(handler) is handler


def test_an_event_is_handled_once_however_often_it_arrives() -> None:
    counting = Counting()
    assert [counting.post(), counting.post()] == [200, 200]
    assert counting.post(body("dlr_update", report(3), report(4), report(4))) == 200
    assert counting.runs == {"1": 1, "2": 1, "3": 1, "4": 1}


def test_a_failing_handler_does_not_lose_the_other_events(caplog: pytest.LogCaptureFixture) -> None:
    counting = Counting()
    counting.failing = {"2"}
    assert [counting.post(), counting.post()] == [500, 500]
    assert counting.runs == {"1": 1, "2": 2, "3": 1}
    counting.failing = set()
    assert [counting.post(), counting.post()] == [200, 200]
    assert counting.runs == {"1": 1, "2": 3, "3": 1}
    assert "the database is down" in caplog.text
    assert {record.name for record in caplog.records} == {"smscx_client.webhooks"}


def test_of_several_handlers_only_the_failed_one_runs_again() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    runs: list[str] = []
    fails = [True]
    for name in ("first", "second", "third"):

        @receiver.on(webhooks.DeliveryReport)
        def handle(event: webhooks.DeliveryReport, name: str = name) -> None:
            runs.append(name)
            if name == "second" and fails:
                raise RuntimeError(fails.pop())

    assert [receiver.post(URL, body("dlr_update", report(1))) for _ in range(3)] == [500, 200, 200]
    assert runs == ["first", "second", "third", "second"]


def test_a_function_looks_up_each_handler_of_an_event() -> None:
    looked_up: list[str] = []
    receiver = webhooks.Receiver(token=TOKEN, seen=lambda key: looked_up.append(key))

    def handle(event: webhooks.Event) -> None:
        pass

    for _ in range(3):
        receiver.on(webhooks.Event)(handle)
    assert receiver.post(URL, body("dlr_update", report(1))) == 200
    key, name = webhooks.parse(body("dlr_update", report(1)))[0].key, f"{__name__}.{handle.__qualname__}"
    assert looked_up == [key, f"{key}/{name}#2", f"{key}/{name}#3"]


def test_a_function_can_look_up_the_key_that_the_handler_stored() -> None:
    stored: list[str] = []
    for _ in range(2):  # the second receiver is that of another process
        receiver = webhooks.Receiver(token=TOKEN, seen=stored.__contains__)
        receiver.on(webhooks.DeliveryReport)(lambda event: stored.append(event.key))
        assert [receiver.post(URL, REPORTS), receiver.post(URL, REPORTS)] == [200, 200]
    assert stored == [event.key for event in webhooks.parse(REPORTS)]


def test_a_store_that_fails_runs_nothing_and_loses_nothing() -> None:
    def seen(key: str) -> bool:
        if down:
            raise OSError(down.pop())
        return False

    down = ["no connection"]
    counting = Counting(seen=seen)
    assert [counting.post(), counting.post()] == [500, 200]
    assert counting.runs == {"1": 1, "2": 1, "3": 1}


class LosesItsConnection(webhooks.MemorySeen):
    """A store whose connection is lost before an event is confirmed or released."""

    def __init__(self, *, times: int) -> None:
        super().__init__()
        self.failures = times

    def confirm(self, key: str, owner: str) -> None:
        self._fail()
        super().confirm(key, owner)

    def release(self, key: str, owner: str) -> None:
        self._fail()
        super().release(key, owner)

    def _fail(self) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("no connection")


def test_a_handler_does_not_run_again_because_the_store_could_not_confirm_it() -> None:
    counting = Counting(seen=LosesItsConnection(times=1), wait=0)
    assert [counting.post(), counting.post(), counting.post()] == [500, 200, 200]
    assert counting.runs == {"1": 1, "2": 1, "3": 1}


def test_a_store_without_connection_does_not_hide_why_a_handler_ended() -> None:
    receiver = webhooks.Receiver(token=TOKEN, seen=LosesItsConnection(times=9))

    @receiver.on(webhooks.DeliveryReport)
    def interrupted(event: webhooks.DeliveryReport) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        receiver.post(URL, REPORTS)


def test_a_process_that_dies_in_a_handler_does_not_lose_the_event(tmp_path: Path) -> None:
    now = [1000.0]
    dead = webhooks.SqliteSeen(tmp_path / "seen.db", clock=lambda: now[0])
    counting = Counting(seen=webhooks.SqliteSeen(tmp_path / "seen.db", clock=lambda: now[0]), wait=0)
    keys: list[str] = []
    spy = Counting(seen=lambda key: keys.append(key) or True)
    spy.post()
    assert dead.claim(keys[1], "a process that has died").value == "new"
    assert counting.post() == 500
    assert counting.runs == {"1": 1, "3": 1}
    now[0] += 300
    assert [counting.post(), counting.post()] == [200, 200]
    assert counting.runs == {"1": 1, "2": 1, "3": 1}


def test_an_interrupt_goes_through_and_the_event_can_be_handled_again() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    runs: list[str] = []

    @receiver.on(webhooks.DeliveryReport)
    def handle(event: webhooks.DeliveryReport) -> None:
        runs.append(event.msg_id)
        if len(runs) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        receiver.post(URL, body("dlr_update", report(1)))
    assert receiver.post(URL, body("dlr_update", report(1))) == 200
    assert len(runs) == 2


def test_two_identical_deliveries_at_the_same_time_run_a_handler_once() -> None:
    may_finish = threading.Event()
    runs: list[str] = []
    receiver = webhooks.Receiver(token=TOKEN, sleep=lambda seconds: may_finish.set())

    @receiver.on(webhooks.DeliveryReport)
    def handle(event: webhooks.DeliveryReport) -> None:
        runs.append(event.msg_id)
        assert may_finish.wait(20), "the other delivery does not wait for this one"

    with ThreadPoolExecutor(2) as senders:
        statuses = list(senders.map(lambda _: receiver.post(URL, body("dlr_update", report(1))), range(2)))
    assert statuses == [200, 200]
    assert len(runs) == 1


@pytest.mark.parametrize(("options", "wait"), [({"wait": 2}, 2), ({}, 5)])
def test_a_delivery_does_not_wait_for_ever(options: dict[str, float], wait: float) -> None:
    now, pauses = [0.0], []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    seen = webhooks.MemorySeen()
    counting = Counting(seen=lambda key: False, clock=lambda: now[0], sleep=sleep, **options)
    counting.receiver.seen = seen
    seen.claim = lambda key, owner: webhooks.Claim.BUSY  # type: ignore[method-assign]
    reply = counting.receiver.receive(REPORTS)
    assert (reply.status, "Another request" in reply.text, reply.text[-1]) == (500, True, ".")
    assert pauses[:6] == [0.02, 0.04, 0.08, 0.16, 0.25, 0.25]
    assert wait <= sum(pauses) < wait + 0.25
    assert not counting.runs


def test_async_handlers_are_awaited() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    runs: list[str] = []

    @receiver.on(webhooks.DeliveryReport)
    async def handle(event: webhooks.DeliveryReport) -> None:
        await asyncio.sleep(0)
        runs.append(event.msg_id[-1])
        if len(runs) == 2:
            raise RuntimeError("failed after an await")

    async def post() -> int:
        return receiver.post(URL, REPORTS)

    assert receiver.post(URL, REPORTS) == 500
    assert asyncio.run(post()) == 200
    assert runs == ["1", "2", "3", "2"]


def test_async_handlers_have_the_context_of_the_caller() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    request: ContextVar[str] = ContextVar("request", default="")
    seen: list[tuple[str, bool]] = []

    @receiver.on(webhooks.DeliveryReport)
    async def handle(event: webhooks.DeliveryReport) -> None:
        seen.append((request.get(), threading.current_thread() is threading.main_thread()))

    async def post() -> None:
        request.set("in a loop")
        receiver.post(URL, body("dlr_update", report(2)))

    request.set("no loop")
    receiver.post(URL, body("dlr_update", report(1)))
    asyncio.run(post())
    assert seen == [("no loop", True), ("in a loop", False)]


def test_events_can_be_put_into_a_queue_and_handled_by_a_worker() -> None:
    queue: list[str] = []
    counting = Counting(enqueue=lambda event: queue.append(event.body()))
    assert [counting.post(), counting.post()] == [200, 200]
    assert not counting.runs
    assert len(queue) == 3

    counting.failing = {"1"}
    events = [event for text in queue for event in webhooks.parse(text)]
    with pytest.raises(RuntimeError, match="the database is down"):
        counting.receiver.handle(events)
    assert counting.runs == {"1": 1, "2": 1, "3": 1}
    counting.failing = set()
    for event in events:
        counting.receiver.handle(event)
    assert counting.runs == {"1": 2, "2": 1, "3": 1}


def test_the_sender_repeats_if_the_queue_is_down() -> None:
    queue: list[str] = []

    async def enqueue(event: webhooks.Event) -> None:
        if event.key.endswith(failing[0]):
            raise OSError("no connection to the queue")
        queue.append(event.key)

    receiver = webhooks.Receiver(token=TOKEN)
    receiver.enqueue = enqueue
    failing = [webhooks.parse(REPORTS)[1].key]
    assert receiver.post(URL, REPORTS) == 500
    failing[0] = "none"
    assert receiver.post(URL, REPORTS) == 200
    assert len(queue) == len(set(queue)) == 3


def test_a_worker_does_not_handle_an_event_of_another_worker() -> None:
    pauses: list[float] = []
    counting = Counting(wait=0, clock=lambda: 100.0, sleep=pauses.append)
    counting.receiver.seen.claim = lambda key, owner: webhooks.Claim.BUSY  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="Another worker is handling dlr_update:.*repeat the task later"):
        counting.receiver.handle(webhooks.parse(REPORTS))
    assert pauses == []


def test_nothing_secret_is_printed_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    receiver = webhooks.Receiver(token="my-secret-token")

    @receiver.on(webhooks.InboundSms)
    def handle(event: webhooks.InboundSms) -> None:
        raise RuntimeError("failed")

    with caplog.at_level(logging.DEBUG):
        assert receiver.post(receiver.url("https://example.com/"), body("receive_sms", INBOUND)) == 500
        assert receiver.post("/?token=wrong", body("receive_sms", INBOUND)) == 401
    shown = f"{receiver!r} {caplog.text}"
    for secret in ("my-secret-token", "31612469333", INBOUND["text"]):
        assert secret not in shown


# ASGI


def through_asgi(
    app: Any, *messages: dict[str, Any], method: str = "POST", query: str = QUERY, **head: str
) -> list[Any]:
    """Send a request to an ASGI application; returns the messages that it sends back."""
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in head.items()]
    scope = {"type": "http", "method": method, "query_string": query.encode(), "headers": headers}
    waiting, sent = list(messages), []

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def part(text: bytes = b"", more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": text, "more_body": more}


def test_asgi_reads_a_body_in_parts() -> None:
    counting = Counting()
    start, end = through_asgi(counting.receiver.asgi, part(REPORTS[:50], True), part(b"", True), part(REPORTS[50:]))
    headers = dict(start["headers"])
    assert start["status"] == 200
    assert headers[b"content-type"] == b"text/plain; charset=utf-8"
    assert int(headers[b"content-length"]) == len(end["body"])
    assert counting.runs == {"1": 1, "2": 1, "3": 1}


@pytest.mark.parametrize(
    ("method", "query", "kind", "status"),
    [
        ("GET", QUERY, "", 200),
        ("HEAD", QUERY, "", 200),
        ("GET", "", "", 401),
        ("POST", "token=wrong", "application/json", 401),
        ("PATCH", QUERY, "application/json", 405),
        ("POST", QUERY, "text/html", 415),
        ("POST", QUERY, "application/json", 413),
    ],
)
def test_asgi_reads_and_discards_a_body_that_it_does_not_take(method: str, query: str, kind: str, status: int) -> None:
    counting = Counting()
    parts = [part(b"x" * 100_000, True)] * 15 + [part(b"x")]
    start, end = through_asgi(counting.receiver.asgi, *parts, method=method, query=query, content_type=kind)
    assert start["status"] == status
    assert bool(end["body"]) == (method != "HEAD")


def test_asgi_stops_reading_a_body_without_end() -> None:
    for query, most, status, size in (
        (QUERY, DISCARDED + 1_048_576, 413, 1_048_576),
        ("", DISCARDED, 401, 1_048_576),
        ("", DISCARDED, 401, 1_000_000),
    ):
        parts = [part(b"x" * size, True)] * math.ceil(most / size)
        start, _ = through_asgi(Counting().receiver.asgi, *parts, query=query)  # fails if it asks for one more
        assert start["status"] == status


def test_asgi_takes_messages_without_body_and_names_in_capitals() -> None:
    counting = Counting()
    start, end = through_asgi(counting.receiver.asgi, {"type": "http.request"}, Content_Type="text/html")
    assert (start["type"], start["status"], end["type"]) == ("http.response.start", 415, "http.response.body")
    empty, last = {"type": "http.request", "more_body": True}, {"type": "http.request", "body": REPORTS}
    assert through_asgi(counting.receiver.asgi, empty, last)[0]["status"] == 200
    assert counting.runs == {"1": 1, "2": 1, "3": 1}


def test_asgi_handles_nothing_when_the_sender_goes_away() -> None:
    counting = Counting()
    assert through_asgi(counting.receiver.asgi, part(REPORTS, True), {"type": "http.disconnect"}) == []
    assert not counting.runs


def test_asgi_runs_async_handlers_in_the_loop_of_the_server_and_others_in_threads() -> None:
    receiver = webhooks.Receiver(token=TOKEN)
    request: ContextVar[str] = ContextVar("request", default="")
    where: dict[str, Any] = {}

    @receiver.on(webhooks.DeliveryReport)
    async def in_loop(event: webhooks.DeliveryReport) -> None:
        where["loop"] = (asyncio.get_running_loop(), request.get())

    @receiver.on(webhooks.DeliveryReport)
    def in_thread(event: webhooks.DeliveryReport) -> None:
        where["thread"] = (threading.current_thread(), request.get())

    async def app(*call: Any) -> None:
        where["server"] = asyncio.get_running_loop()
        request.set("17")
        await receiver.asgi(*call)

    start, _ = through_asgi(app, part(body("dlr_update", report(1))))
    assert start["status"] == 200
    assert where["loop"] == (where["server"], "17")
    assert where["thread"][0].name.startswith("smscx-webhooks_") and where["thread"][1] == "17"


def test_asgi_can_be_the_only_application_of_a_server() -> None:
    app = webhooks.Receiver(token=TOKEN).asgi
    sent: list[Any] = []

    async def speak(kind: str, *incoming: str) -> None:
        waiting = [{"type": one} for one in incoming]

        async def receive() -> dict[str, Any]:
            return waiting.pop(0)

        async def send(message: Any) -> None:
            sent.append(message["type"])

        await app({"type": kind}, receive, send)

    asyncio.run(speak("lifespan", "lifespan.startup", "lifespan.shutdown"))
    asyncio.run(speak("websocket", "websocket.connect"))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete", "websocket.close"]


# WSGI and Django


def environment(text: bytes, method: str = "POST", query: str = QUERY, **more: Any) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "/sms",
        "PATH_INFO": "/",
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(text)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(text),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **more,
    }


def through_wsgi(receiver: webhooks.Receiver, environ: dict[str, Any]) -> Reply:
    started: list[Any] = []
    app = validator(receiver.wsgi)
    parts = app(environ, lambda status, headers, error=None: started.append((status, headers)) or (lambda text: None))
    text = b"".join(parts)
    parts.close()  # type: ignore[attr-defined]
    return Reply(int(started[0][0][:3]), text.decode(), tuple(started[0][1]))


def through_wsgi_bare(receiver: webhooks.Receiver, environ: dict[str, Any]) -> Reply:
    """As through_wsgi, but with the input stream of the test."""
    started: list[Any] = []
    text = b"".join(receiver.wsgi(environ, lambda status, headers: started.append((status, headers))))
    return Reply(int(started[0][0][:3]), text.decode(), tuple(started[0][1]))


def post_without_socket(receiver: webhooks.Receiver, text: bytes) -> int:
    return receiver.receive(text).status


def post_through_asgi(receiver: webhooks.Receiver, text: bytes) -> int:
    status: int = through_asgi(receiver.asgi, part(text))[0]["status"]
    return status


def post_through_wsgi(receiver: webhooks.Receiver, text: bytes) -> int:
    return through_wsgi(receiver, environment(text, CONTENT_LENGTH="", **{"wsgi.input_terminated": True})).status


def through_django(receiver: webhooks.Receiver, environ: dict[str, Any]) -> Reply:
    from django.core.handlers.wsgi import WSGIRequest

    if not django_settings.configured:
        django_settings.configure()
    django.setup()
    view = webhooks.django.view(receiver)
    assert view.csrf_exempt  # type: ignore[attr-defined]
    response = view(WSGIRequest(environ))
    return Reply(response.status_code, response.content.decode(), tuple(response.items()))


@pytest.mark.parametrize("through", [through_wsgi, through_django])
@pytest.mark.parametrize(
    ("method", "text", "more", "status"),
    [
        ("POST", REPORTS, {}, 200),
        ("POST", b"{", {}, 422),
        ("POST", b"x" * 2_000_000, {}, 413),
        ("POST", REPORTS, {"CONTENT_TYPE": "text/plain"}, 415),
        ("POST", REPORTS, {"HTTP_CONTENT_ENCODING": "gzip"}, 415),
        ("POST", REPORTS, {"QUERY_STRING": "token=wrong"}, 401),
        ("PUT", REPORTS, {}, 405),
        ("GET", b"", {}, 200),
        ("HEAD", b"", {}, 200),
    ],
)
def test_wsgi_and_django_reply_as_the_receiver_says(
    through: Callable[[webhooks.Receiver, dict[str, Any]], Reply],
    method: str,
    text: bytes,
    more: dict[str, str],
    status: int,
) -> None:
    counting = Counting()
    environ = environment(text, method, **more)
    reply = through(counting.receiver, environ)
    assert reply.status == status
    assert bool(reply.text) == (method != "HEAD")
    assert dict(reply.headers)["Content-Type"] == "text/plain; charset=utf-8"
    assert environ["wsgi.input"].read(1) == b""
    assert bool(counting.runs) == (status == 200 and method == "POST")


class Stream(io.BytesIO):
    """The body of a request on a connection: reading more than it has would wait for ever."""

    def __init__(self, text: bytes) -> None:
        super().__init__(text)
        self.left = len(text)
        self.longest = 0

    def read(self, size: int | None = -1) -> bytes:
        assert size and 0 < size <= self.left, "this read would block"
        self.left -= size
        self.longest = max(size, self.longest)
        return super().read(size)


@pytest.mark.parametrize("through", [through_wsgi_bare, through_django])
def test_wsgi_reads_no_more_than_the_request_has(through: Callable[[webhooks.Receiver, dict[str, Any]], Reply]) -> None:
    text = body("dlr_update", *(report(number) for number in range(500)))
    assert len(text) > 65_536
    stream = Stream(text)
    environ = environment(text, CONTENT_LENGTH=f" {len(text)} ", **{"wsgi.input": stream})
    assert through(webhooks.Receiver(token=TOKEN), environ).status == 200
    assert stream.left == 0


def test_wsgi_stops_reading_a_body_without_end() -> None:
    chunked = {"CONTENT_LENGTH": "", "wsgi.input_terminated": True}
    for query, most, status, more in (
        (QUERY, DISCARDED + 1_048_576, 413, chunked),
        ("token=wrong", DISCARDED, 401, chunked),
        ("token=wrong", DISCARDED, 401, {"CONTENT_LENGTH": "9" * 5000}),
    ):
        stream = Stream(b"x" * most)
        environ = environment(b"", query=query, **more, **{"wsgi.input": stream})
        assert through_wsgi_bare(Counting().receiver, environ).status == status
        assert (stream.left, stream.longest) == (0, 65_536)


class Gone(io.BytesIO):
    """The body of a request whose sender has closed the connection."""

    def read(self, size: int | None = -1) -> bytes:
        raise TimeoutError("timed out")


@pytest.mark.parametrize("through", [through_wsgi_bare, through_django])
def test_a_sender_that_goes_away_is_no_failure_of_the_server(
    through: Callable[[webhooks.Receiver, dict[str, Any]], Reply],
) -> None:
    counting = Counting()
    assert through(counting.receiver, environment(REPORTS, **{"wsgi.input": Gone()})).status == 408
    assert not counting.runs


def test_wsgi_works_without_a_query_string() -> None:
    environ = environment(REPORTS)
    del environ["QUERY_STRING"]
    assert through_wsgi_bare(Counting().receiver, environ).status == 401


def test_wsgi_takes_a_body_without_a_length_where_the_server_ends_it() -> None:
    ended = {"CONTENT_LENGTH": "", "wsgi.input_terminated": True}
    for text, more, status in (
        (REPORTS, ended, 200),
        (b" " * 2_000_000, ended, 413),
        (REPORTS, {"CONTENT_LENGTH": ""}, 422),
    ):
        environ = environment(text, **more)
        started: list[str] = []
        assert Counting().receiver.wsgi(environ, lambda reply, headers, started=started: started.append(reply))
        assert started[0].startswith(str(status))


@pytest.mark.parametrize("wrong", [None, 5, [5], {}])
def test_what_is_no_url_body_or_event_is_refused(wrong: Any) -> None:
    receiver = webhooks.Receiver(token="t0")
    with pytest.raises((TypeError, ValueError), match=r"^url\(\) takes the public address of the receiver"):
        receiver.url(wrong)
    with pytest.raises(TypeError, match="^url: must be a str, not "):
        receiver.post(wrong, b"[]")
    with pytest.raises(TypeError, match="^body: must be bytes, not "):
        receiver.post(receiver.url("https://127.0.0.1/sms"), wrong)
    if wrong != {}:
        with pytest.raises(TypeError, match=r"^handle\(\) takes events of webhooks.parse, not "):
            receiver.handle(wrong)
