"""The sandbox on real HTTP."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3
from urllib3.util.wait import wait_for_read

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server

MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Grüße ✓"}


def test_a_message_is_sent_and_reported(remote: Any) -> None:
    sent = remote("POST", "/sms", MESSAGE)
    assert sent.status == 200
    msg_id = sent.json()["data"][0]["msgId"]
    report = remote("GET", f"/reports/single/{msg_id}").json()["data"]
    assert (report["text"], report["status"]) == ("Grüße ✓", "DELIVERED")


def test_it_listens_on_loopback_only(remote: Any) -> None:
    assert remote.url.startswith("http://127.0.0.1:")


PAGE = "http://localhost:3000"


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """A function that sends a request as a web page of some origin does."""
    sandbox = Sandbox(Settings(origins=frozenset({PAGE})))
    pool = urllib3.PoolManager()

    def send(method: str, origin: str, **headers: str) -> Any:
        sent = {"Origin": origin, "Sec-Fetch-Site": "cross-site", "X-API-KEY": "sandbox-key", **headers}
        return pool.request(method, f"{server.url}/account/balance", headers=sent)

    with Server(sandbox, "127.0.0.1", 0) as server:
        yield send
    pool.clear()
    sandbox.close()


def test_a_web_page_of_an_allowed_origin(page: Any) -> None:
    preflight = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-api-key"}
    before = page("OPTIONS", PAGE, **preflight)
    assert (before.status, before.headers["Access-Control-Allow-Origin"]) == (200, PAGE)
    assert before.headers["Access-Control-Allow-Headers"] == "x-api-key"
    response = page("GET", PAGE)
    assert (response.status, response.headers["Access-Control-Allow-Origin"]) == (200, PAGE)
    assert "X-Request-Id" in response.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_a_web_page_of_another_origin(page: Any, remote: Any, method: str) -> None:
    preflight = {"Access-Control-Request-Method": "GET"}
    other = page(method, "http://localhost:3001", **preflight)
    assert other.status in (400, 403)
    assert "Access-Control-Allow-Origin" not in other.headers
    usual = remote(method, "/account/balance", None, {"Origin": PAGE, **preflight})
    assert usual.status == 403
    assert not any(name.lower().startswith("access-control") for name in usual.headers)


def _blocks(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield b"x" * 1_000_000


def test_a_body_of_100_megabytes(remote: Any) -> None:
    response = remote("POST", "/sms", b"x" * 100_000_000)
    assert (response.status, response.json()["error"]["type"]) == (413, "invalid_body")


def test_a_body_of_unknown_length(remote: Any) -> None:
    response = remote("POST", "/sms", _blocks(20))
    assert (response.status, response.json()["error"]["type"]) == (413, "invalid_body")
    assert remote("GET", "/account/balance").status == 200


@pytest.mark.parametrize(
    "start",
    [
        b"GET /account/balance HTTP/1.1\r\nHost: evil.example\r\nX-API-KEY: sandbox-key\r\n\r\n",
        b"POST /sms HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-KEY: sandbox-key\r\nContent-Length: -1\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET http://evil.example/account/balance HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET http://[::1/account/balance HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"nonsense\r\n\r\n",
    ],
    ids=lambda start: start[:24].decode("latin-1"),
)
def test_strange_requests_are_refused(remote: Any, start: bytes) -> None:
    address = urlsplit(remote.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(start)
        assert connection.recv(64).startswith(b"HTTP/1.1 4")
    assert remote("GET", "/account/balance").status == 200


def test_a_sender_that_disconnects_does_no_harm(remote: Any) -> None:
    address = urlsplit(remote.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(b"POST /sms HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{")
    assert remote("GET", "/account/balance").status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /account/balance HTTP/1.1\r\nHo",
        b"POST /sms HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{",
        b"GET /account/balance HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
)
def test_an_idle_connection_is_closed(sent: bytes) -> None:
    sandbox = Sandbox(Settings())
    with Server(sandbox, keep_alive=0.1) as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), timeout=20) as connection:
            connection.sendall(sent)
            with suppress(ConnectionResetError):
                while connection.recv(65536):
                    pass
    sandbox.close()


def test_a_wait_is_not_idle() -> None:
    sandbox = Sandbox(Settings())
    with Server(sandbox, keep_alive=0.1) as server:
        found = urllib3.request("GET", f"{server.url}/_sandbox/messages/wait?timeout=0.5", retries=False)
        assert found.json() == {"message": None}
    sandbox.close()


FEW_DESCRIPTORS = """
import resource, socket, sys, urllib3
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
with Server(Sandbox(Settings())) as server:
    print(server.url, flush=True)
    sys.stdin.readline()
"""
#: Each request has a connection of its own: the server may close an idle one while the next request is on its way.
HEADERS = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json", "Connection": "close"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of file descriptors")
def test_connections_and_webhooks_never_use_up_the_file_descriptors() -> None:
    command = [sys.executable, "-c", FEW_DESCRIPTORS]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process, ExitStack() as stack:
        assert process.stdout
        address = urlsplit(process.stdout.readline().strip())
        for _ in range(60):
            port = stack.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1]
            body = {**MESSAGE, "dlrCallbackUrl": f"http://127.0.0.1:{port}/"}
            sent = urllib3.request("POST", f"{address.geturl()}/sms", json=body, headers=HEADERS, timeout=20)
            assert sent.status == 200
        for _ in range(200):
            stack.enter_context(socket.create_connection((address.hostname, address.port), timeout=20))
        for _ in range(3):
            clock = f"{address.geturl()}/_sandbox/clock"
            found = urllib3.request("GET", clock, headers=HEADERS, retries=False, timeout=20)
            assert found.status == 200
        _, log = process.communicate("\n", timeout=300)
    assert log == ""


def test_a_stream_reports_changes_and_ends_with_the_server() -> None:
    sandbox = Sandbox(Settings())
    http = urllib3.PoolManager(retries=False, timeout=30)
    with Server(sandbox) as server:
        stream = http.request("GET", f"{server.url}/_sandbox/events", preload_content=False)
        assert stream.headers["Content-Type"] == "text/event-stream"
        lines = (line for chunk in stream.stream(1) for line in (chunk,))
        seen = b""
        while b"event: change" not in seen:
            seen += next(lines)
        seen = b""
        headers = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}
        http.request("POST", f"{server.url}/sms", json=MESSAGE, headers=headers)
        while b"event: change" not in seen:
            seen += next(lines)
    assert b"".join(lines).endswith(b"\n\n")
    sandbox.close()


def test_an_event_stream_is_for_own_pages_only(remote: Any) -> None:
    assert remote("GET", "/_sandbox/events", headers={"Origin": "https://evil.example"}).status == 403


def test_two_sandboxes_at_the_same_time_share_no_state(remote: Any) -> None:
    sandbox = Sandbox(Settings())
    with Server(sandbox) as other:
        assert other.url != remote.url
        remote("POST", "/sms", MESSAGE)
        assert remote.http.request("GET", f"{other.url}/_sandbox/messages").data == b'{"messages":[]}'
    sandbox.close()


def test_a_port_in_use_is_an_error(remote: Any) -> None:
    sandbox = Sandbox(Settings())
    with pytest.raises(OSError, match="in use"):
        Server(sandbox, port=urlsplit(remote.url).port or 0)
    sandbox.close()


def test_an_idle_connection_stays_open_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that keeps the server busy for seconds must not cost other clients their connections."""
    passed = [0.0]
    real_time = asyncio.BaseEventLoop.time
    others = set(threading.enumerate())

    def time_of(loop: asyncio.BaseEventLoop) -> float:
        """The servers of other tests keep their clock: it must not go back when this test ends."""
        return real_time(loop) + (0 if threading.current_thread() in others else passed[0])

    monkeypatch.setattr(asyncio.BaseEventLoop, "time", time_of)
    sandbox = Sandbox()
    with Server(sandbox) as server, urllib3.PoolManager(retries=False) as other:
        address = urlsplit(server.url)
        idle = HTTPConnection(str(address.hostname), address.port, timeout=30)
        idle.request("GET", "/_sandbox/state")
        idle.getresponse().read()
        assert idle.sock is not None
        for seconds in (0, 60, 0, 0):  # the event loop sets its timers, then the time comes, then they run
            passed[0] += seconds
            other.request("GET", f"{server.url}/_sandbox/state")
        assert not wait_for_read(idle.sock, timeout=0), "the server has closed the idle connection"
        idle.close()
    sandbox.close()
