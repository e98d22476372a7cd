"""Failures of connections and responses: the right exception each time, and the client works afterwards."""

from __future__ import annotations

import base64
import datetime
import errno
import gzip
import io
import itertools
import json
import re
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable
from unittest import mock

import pytest
import trustme
import urllib3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import smscx_client
from smscx_client import ApiConnectionException, ApiTimeoutException
from smscx_client.apis import AccountApi, GroupsApi, NumbersApi, OptoutsApi, SmsApi
from smscx_client.retry import RetryPolicy
from test.support.scripted import (
    Connection,
    Scripted,
    Step,
    chunked,
    closes,
    http_response,
    keeps_silent,
    resets,
    tunnel,
)

BALANCE = b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}'
GOOD = http_response(BALANCE, "Content-Type: application/json")
MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
NUMBER = "+31612469333"


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    yield server
    server.close()


def client_of(host: str, *, max_retries: int = 0, **settings: Any) -> smscx_client.ApiClient:
    """A client that repeats nothing, or without pausing."""
    given = {"api_key": "test-key", "max_retries": max_retries, **settings}
    attributes = {name: given.pop(name) for name in list(given) if name in LATER}
    configuration = smscx_client.Configuration(host=host, **given)
    for name, value in attributes.items():
        setattr(configuration, name, value)
    client = smscx_client.ApiClient(configuration)
    client.retry_policy = RetryPolicy(sleep=lambda seconds: None)
    return client


#: Settings that are no arguments of Configuration.
LATER = (
    "assert_hostname",
    "cert_file",
    "connection_pool_maxsize",
    "no_proxy",
    "proxy",
    "proxy_headers",
    "socket_options",
    "temp_folder_path",
)


@pytest.fixture
def client(server: Scripted, tmp_path: Path) -> Iterator[smscx_client.ApiClient]:
    with client_of(server.host, temp_folder_path=str(tmp_path)) as client:
        yield client


def fails(
    call: Callable[[], Any],
    raised: type[ApiConnectionException] = ApiConnectionException,
    *,
    outcome_unknown: bool,
    message: str = ".",
    original: bool = True,
) -> ApiConnectionException:
    """Make a call that fails; check class, message and attributes of its exception, and return the exception.

    :param original: whether the exception has a cause.
    """
    with pytest.raises(ApiConnectionException, match=message) as info:
        call()
    failure = info.value
    assert type(failure) is raised
    assert failure.outcome_unknown is outcome_unknown
    assert failure.status == 0
    assert (failure.__cause__ is not None) is original
    error = json.loads(failure.body)["error"]
    assert error["type"] == ("timeout" if raised is ApiTimeoutException else "connection_error")
    assert error["message"]
    assert not re.search(r"\bat 0x|<urllib3|<socket|<smscx", str(failure) + failure.body)
    return failure


def balance(client: smscx_client.ApiClient) -> float:
    return AccountApi(client).get_account_balance().balance


def lookup(client: smscx_client.ApiClient) -> Any:
    """A call that costs money: repeated only when nothing was sent."""
    return NumbersApi(client).lookup_number(NUMBER)


CALLS: dict[str, Callable[[smscx_client.ApiClient], Any]] = {
    "json": lambda client: AccountApi(client).get_account_balance(),
    "csv": lambda client: OptoutsApi(client).export_optouts_to_csv(),
    "xlsx": lambda client: OptoutsApi(client).export_optouts_to_xlsx(),
}
RAW: Callable[[smscx_client.ApiClient], Any] = lambda client: AccountApi(client).get_account_balance(  # noqa: E731
    _preload_content=False
)


# No connection


def unknown_name(*_: Any, **__: Any) -> Any:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def times_out(*_: Any) -> Any:
    raise socket.timeout("timed out")


def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", unknown_name)
    with client_of("https://nobody.invalid") as client:
        fails(lambda: balance(client), outcome_unknown=False, message="Name or service not known")


@pytest.mark.parametrize("name", ["ä..b", "ä" * 70 + ".com", "a" * 70 + ".com"])
def test_an_invalid_host_name(name: str) -> None:
    with client_of(f"https://{name}") as client:
        fails(lambda: balance(client), outcome_unknown=False, message="label|Failed to parse")


@pytest.mark.parametrize("host", ["https://a..b", f"https://{'x' * 64}.invalid"])
def test_a_name_that_no_host_can_have(host: str) -> None:
    with client_of(host) as client:
        fails(lambda: balance(client), outcome_unknown=False)


def test_connection_refused(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.stop_listening()
    fails(lambda: balance(client), outcome_unknown=False, message="refused")


def test_a_failure_says_where_and_what_to_do(
    server: Scripted, proxy: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.stop_listening()
    where = "" if urllib3.__version__.startswith("1.") else f"127.0.0.1:{server.port}: "  # type: ignore[attr-defined]
    refused = f"Failed to establish a new connection: [Errno {errno.ECONNREFUSED}] Connection refused"
    hint = "; is the sandbox running? The command smscx-sandbox starts it" if where else ""
    proxy.respond(closes())
    with client_of(server.host) as client:
        assert fails(lambda: lookup(client), outcome_unknown=False).error_message == f"{where}{refused}{hint}"
    with client_of("http://127.0.0.1:1", proxy=server.host) as client:
        failure = fails(lambda: lookup(client), outcome_unknown=False)
        assert failure.error_message == f"through the proxy: {where}{refused}"
    with client_of(proxy.host) as client:
        failure = fails(lambda: lookup(client), outcome_unknown=True)
        assert failure.error_message == "Remote end closed connection without response"
        monkeypatch.setattr(socket.socket, "recv_into", mock.Mock(side_effect=OSError("")))
        assert fails(lambda: lookup(client), outcome_unknown=True).error_message == "ProtocolError"


def test_a_connection_that_takes_too_long(
    server: Scripted, client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.respond(GOOD)
    with monkeypatch.context() as patched:
        patched.setattr(socket.socket, "connect", times_out)
        fails(lambda: balance(client), ApiTimeoutException, outcome_unknown=False)
    assert balance(client) == 250.0


# Missing and incomplete responses

LOST: dict[str, Step] = {
    "closed before the response": closes(),
    "reset before the response": resets(),
    "reset within the status line": resets(b"HTTP/1.1 20"),
    "closed within the status line": closes(b"HTTP/1.1"),
    "reset within the headers": resets(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "no HTTP": closes(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "HTTP/0.9": closes(b"<html>Hello from 1991</html>\n"),
    "a status that is no number": closes(b"HTTP/1.1 OK 200\r\n\r\n"),
    "a status with nothing after it": closes(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"),
    "101 headers": http_response(BALANCE, *(f"X-{number}: 1" for number in range(101))),
    "a header of a megabyte": http_response(BALANCE, "X-Long: " + "x" * (1 << 20)),
    "two lengths": http_response(BALANCE, "Content-Length: 3"),
}
TRUNCATED: dict[str, Step] = {
    "closed within the body": closes(http_response(BALANCE)[:-5]),
    "reset within the body": resets(http_response(BALANCE)[:-5]),
    "closed within a long body": closes(http_response(b"x" * 200_000)[:-5]),
    "a length past all reason": closes(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}"),
    "closed within a chunk": closes(chunked(BALANCE)[:-15]),
    "closed between chunks": closes(chunked(BALANCE)[:-5]),
    "a chunk without a size": closes(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
    "garbled gzip": http_response(b"no gzip at all", "Content-Encoding: gzip"),
    "garbled deflate": http_response(b"\xff\xffno deflate", "Content-Encoding: deflate"),
    "cut off gzip": http_response(gzip.compress(BALANCE)[:-20], "Content-Encoding: gzip"),
    "hardly any gzip": http_response(gzip.compress(BALANCE)[:12], "Content-Encoding: gzip"),
    "no gzip": http_response(b"", "Content-Encoding: gzip"),
    "an unknown content encoding": http_response(BALANCE, "Content-Encoding: compress"),
    "packed in a way that urllib3 does not know": http_response(gzip.compress(BALANCE), "Content-Encoding: gzip "),
    "packed twice": http_response(gzip.compress(gzip.compress(BALANCE)), "Content-Encoding: gzip, gzip"),
}
NO_JSON: dict[str, Step] = {
    "the page of a proxy": http_response(b"<html>Please log in</html>", "Content-Type: text/html; charset=utf-8"),
    "the page of a proxy, named JSON": http_response(b"<html>Please log in</html>", "Content-Type: application/json"),
    "empty": http_response(b"", "Content-Type: application/json"),
    "cut off, its length agreeing": http_response(BALANCE[:-5], "Content-Type: application/json"),
    "not the charset it says": http_response(BALANCE, "Content-Type: application/json; charset=utf-16"),
    "headers that end too soon": closes(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("step", {**LOST, **TRUNCATED}.values(), ids={**LOST, **TRUNCATED})
def test_a_response_that_breaks_off(
    server: Scripted, client: smscx_client.ApiClient, tmp_path: Path, step: Step, call: Any
) -> None:
    server.respond(step, GOOD)
    fails(lambda: call(client), outcome_unknown=False)
    assert balance(client) == 250.0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", NO_JSON.values(), ids=NO_JSON)
def test_a_response_of_another_form(server: Scripted, client: smscx_client.ApiClient, step: Step) -> None:
    server.respond(step, GOOD)
    fails(lambda: balance(client), outcome_unknown=False, message="status 200, but its response cannot be read")
    assert balance(client) == 250.0


@pytest.mark.parametrize("call", [CALLS["csv"], CALLS["xlsx"]], ids=["csv", "xlsx"])
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compressed_export_that_is_cut_off(
    server: Scripted, client: smscx_client.ApiClient, tmp_path: Path, call: Any, encoding: str
) -> None:
    rows = b"".join(b"%d,%d\n" % (number, number * 7919 % 1000) for number in range(9000))
    packed = gzip.compress(rows) if encoding == "gzip" else zlib.compress(rows)
    for sent in (packed[:-1], packed[:-9], packed[: len(packed) // 2]):
        server.respond(http_response(sent, f"Content-Encoding: {encoding}"), GOOD)
        fails(lambda: call(client), outcome_unknown=False, message="the compressed response is incomplete")
        assert balance(client) == 250.0
    assert list(tmp_path.iterdir()) == []


def test_compressed_exports(server: Scripted, client: smscx_client.ApiClient) -> None:
    rows = b"1,2\n" * 90_000
    for packed, encoding in (
        (gzip.compress(rows[:8]) + gzip.compress(rows[8:]), "gzip"),
        (zlib.compress(rows), "deflate"),
    ):
        server.respond(http_response(packed, f"Content-Encoding: {encoding}"))
        assert CALLS["csv"](client) == rows.decode()
        with CALLS["xlsx"](client) as file:
            assert file.read() == rows


def test_no_content_with_a_content_encoding(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(b"HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n", GOOD)
    assert GroupsApi(client).empty_group(1) is None
    assert balance(client) == 250.0


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("content_type", ["text/html", "Text/HTML; charset=utf-8", "application/json"])
def test_an_export_of_another_content_type(
    server: Scripted, client: smscx_client.ApiClient, tmp_path: Path, kind: str, content_type: str
) -> None:
    server.respond(http_response(b"<html>Please log in</html>", f"Content-Type: {content_type}"), GOOD)
    fails(lambda: CALLS[kind](client), outcome_unknown=False, message="it is not an export", original=False)
    assert balance(client) == 250.0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", LOST.values(), ids=LOST)
def test_a_raw_response_that_breaks_off(server: Scripted, client: smscx_client.ApiClient, step: Step) -> None:
    server.respond(step, GOOD)
    fails(lambda: RAW(client), outcome_unknown=False)
    assert balance(client) == 250.0


def test_a_raw_response_is_read_by_the_caller(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(closes(GOOD[:-5]), GOOD)
    response = RAW(client)
    with pytest.raises(urllib3.exceptions.ProtocolError):
        response.read()
    assert balance(client) == 250.0


def test_bytes_after_the_response_do_not_reach_the_next_call(server: Scripted, client: smscx_client.ApiClient) -> None:
    other = http_response(b'{"balance": 1.0}')
    server.respond(GOOD + other, GOOD)
    assert balance(client) == 250.0
    assert balance(client) == 250.0


# Unusual but valid responses

RIGHT: dict[str, Step] = {
    "plain": GOOD,
    "in chunks": chunked(BALANCE[:10], BALANCE[10:]),
    "without a length": closes(b"HTTP/1.1 200 OK\r\n\r\n" + BALANCE),
    "HTTP/1.0": closes(b"HTTP/1.0 200 OK\r\n\r\n" + BALANCE),
    "a negative length": closes(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + BALANCE),
    "a length that is no number": closes(b"HTTP/1.1 200 OK\r\nContent-Length: \xb2\r\n\r\n" + BALANCE),
    "after 100 Continue": b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD,
    "gzip": http_response(gzip.compress(BALANCE), "Content-Encoding: gzip"),
    "gzip in chunks": chunked(gzip.compress(BALANCE), headers=("Content-Encoding: GZIP",)),
    "deflate": http_response(zlib.compress(BALANCE), "Content-Encoding: deflate"),
    "deflate without a header": http_response(zlib.compress(BALANCE)[2:-4], "Content-Encoding: deflate"),
    "identity": http_response(BALANCE, "Content-Encoding: identity"),
    "99 headers": http_response(BALANCE, *(f"X-{number}: 1" for number in range(98))),
    "UTF-16": http_response(BALANCE.decode().encode("utf-16"), "Content-Type: application/json; charset=UTF-16"),
    "UTF-8 with a mark": http_response(b"\xef\xbb\xbf" + BALANCE, "Content-Type: application/json; Charset=utf-8"),
    "a charset that does not exist": http_response(BALANCE, "Content-Type: application/json; charset=klingon"),
    "a charset that is none for bytes": http_response(BALANCE, "Content-Type: application/json; charset=idna"),
    "another content type": http_response(BALANCE, "Content-Type: text/plain"),
    "large": http_response(BALANCE[:-1] + b', "new": "' + b"x" * 300_000 + b'"}'),
}


@pytest.mark.parametrize("step", RIGHT.values(), ids=RIGHT)
def test_a_response_that_is_unusual_but_valid(server: Scripted, client: smscx_client.ApiClient, step: Step) -> None:
    server.respond(step, GOOD)
    assert balance(client) == 250.0
    assert balance(client) == 250.0


def test_text_in_another_charset(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(
        http_response(
            '{"data": {"text": "Grüße"}}'.encode("latin-1"), "Content-Type: application/json; charset=ISO-8859-1"
        )
    )
    assert NumbersApi(client).validate_number(NUMBER).data["text"] == "Grüße"  # type: ignore[index]


def test_no_content(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(b"HTTP/1.1 204 No Content\r\n\r\n", GOOD)
    assert GroupsApi(client).empty_group(1) is None
    assert balance(client) == 250.0


def test_no_content_where_content_is_expected(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(b"HTTP/1.1 204 No Content\r\n\r\n", GOOD)
    fails(lambda: SmsApi(client).send_sms(MESSAGE), outcome_unknown=True, message="204.*empty")
    assert balance(client) == 250.0


def test_connections_are_used_again(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(
        GOOD, RIGHT["gzip"], RIGHT["in chunks"], RIGHT["large"], http_response(b"{}", status="404 Not Found"), GOOD
    )
    for _ in range(4):
        balance(client)
    with pytest.raises(smscx_client.ResourceNotFoundException):
        balance(client)
    balance(client)
    assert (len(server.requests), server.connections) == (6, 1)


@pytest.mark.parametrize("preload", [True, False])
def test_the_body_of_a_custom_transport_is_read_if_necessary(preload: bool) -> None:
    """That of an error in any case, since the exception holds it."""
    for status, is_read in ((200, preload), (299, preload), (300, True)):
        body = io.BytesIO(BALANCE)
        response = smscx_client.rest.receive(
            urllib3.HTTPResponse(body, status=status, reason="Why", headers={"X-A": "b"}, preload_content=False),
            preload=preload,
        )
        assert (response.status, response.reason, response.headers["X-A"]) == (status, "Why", "b")
        assert (body.closed or body.tell() > 0) is is_read
        assert response.data == BALANCE
    with pytest.raises(ApiConnectionException, match="the interim status 199 and no final response"):
        smscx_client.rest.receive(urllib3.HTTPResponse(b"", status=199), preload=preload)
    replayed: Any = SimpleNamespace(read=lambda: BALANCE, headers={"X-A": "b"}, status=200, reason="Why")
    response = smscx_client.rest.receive(replayed, preload=preload)
    assert (response.status, response.reason, response.headers["X-A"]) == (200, "Why", "b")
    assert response.data == BALANCE


def test_no_more_connections_stay_open_than_the_pool_holds(server: Scripted) -> None:
    server.respond(GOOD)
    with client_of(server.host, connection_pool_maxsize=1) as client:
        for connections in (2, 3):
            responses = [RAW(client) for _ in range(2)]
            for response in responses:
                assert response.read() == BALANCE
                response.release_conn()
            assert server.connections == connections


# Size

LARGE = 1 << 27


def bomb() -> bytes:
    """128 MiB of zeros in 128 KiB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    million = bytes(1 << 20)
    return b"".join([*(packer.compress(million) for _ in range(LARGE >> 20)), packer.flush()])


@pytest.fixture(scope="module")
def packed_bomb() -> bytes:
    return bomb()


@pytest.mark.parametrize("call", [CALLS["json"], CALLS["csv"]], ids=["json", "csv"])
def test_a_decompression_bomb_is_not_decompressed(
    server: Scripted, client: smscx_client.ApiClient, packed_bomb: bytes, monkeypatch: pytest.MonkeyPatch, call: Any
) -> None:
    monkeypatch.setattr("smscx_client._transport.bodies.LARGEST_BODY", 1 << 20)
    server.respond(http_response(packed_bomb, "Content-Encoding: gzip"), GOOD)
    tracemalloc.start()
    try:
        fails(lambda: call(client), outcome_unknown=False, message="larger than 1 MiB")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < LARGE / 2
    assert balance(client) == 250.0


def test_an_error_response_that_is_a_decompression_bomb(
    server: Scripted, client: smscx_client.ApiClient, packed_bomb: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smscx_client._transport.bodies.LARGEST_BODY", 1 << 20)
    server.respond(http_response(packed_bomb, "Content-Encoding: gzip", status="403 Forbidden"), GOOD)
    with pytest.raises(smscx_client.AccessDeniedException) as raised:
        balance(client)
    assert raised.value.body == ""
    assert balance(client) == 250.0


@pytest.mark.parametrize("head", ["Content-Length: 2000000", "Transfer-Encoding: chunked"])
def test_a_body_without_end(
    server: Scripted, client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch, head: str
) -> None:
    def endless(connection: Connection) -> None:
        connection.socket.sendall(f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode())
        while True:
            connection.socket.sendall(b"8000\r\n%s\r\n" % bytes(0x8000))

    monkeypatch.setattr("smscx_client._transport.bodies.LARGEST_BODY", 1 << 20)
    server.respond(endless, GOOD)
    fails(lambda: balance(client), outcome_unknown=False, message="larger than 1 MiB")
    assert balance(client) == 250.0


@pytest.mark.parametrize("pack", [http_response, chunked])
def test_a_body_of_the_largest_size_is_read_and_a_larger_one_is_not(
    server: Scripted, client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr("smscx_client._transport.bodies.LARGEST_BODY", len(BALANCE))
    server.respond(pack(BALANCE), pack(BALANCE + b" "))
    assert balance(client) == 250.0
    fails(lambda: balance(client), outcome_unknown=False, message="larger than 0 MiB")


@pytest.mark.parametrize("head", ["Content-Length: 0\r\n", ""])
@pytest.mark.parametrize("size", [b"400000", b"-1"])
def test_chunks_that_hide_their_length(
    server: Scripted, client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch, head: str, size: bytes
) -> None:
    def hides(connection: Connection) -> None:
        start = f"HTTP/1.1 200 OK\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode()
        connection.close(start + size + b"\r\n" + bytes(0x400000))

    monkeypatch.setattr("smscx_client._transport.bodies.LARGEST_BODY", 1 << 20)
    server.respond(hides, GOOD)
    message = "larger than 1 MiB" if size == b"400000" else "negative size"
    fails(lambda: balance(client), outcome_unknown=False, message=message)
    assert balance(client) == 250.0


# Time


def test_no_response_before_the_timeout(server: Scripted, client: smscx_client.ApiClient) -> None:
    """The server gets no list of steps: on a busy machine it may read the first request after the client gave up."""
    server.respond(keeps_silent)
    call = lambda: AccountApi(client).get_account_balance(_request_timeout=0.05)  # noqa: E731
    fails(call, ApiTimeoutException, outcome_unknown=False, message="timed out")
    server.respond(GOOD)
    assert balance(client) == 250.0


def test_half_a_response_before_the_timeout(server: Scripted, client: smscx_client.ApiClient) -> None:
    def stops_halfway(connection: Connection) -> None:
        connection.socket.sendall(http_response(BALANCE)[:-5])
        keeps_silent(connection)

    for call in CALLS.values():
        server.respond(stops_halfway)
        client.configuration.timeout = 0.05
        fails(lambda call=call: call(client), ApiTimeoutException, outcome_unknown=False)  # type: ignore[misc]
        client.configuration.timeout = 60
        server.respond(GOOD)
        assert balance(client) == 250.0


def test_a_request_that_the_server_never_reads() -> None:
    small = [(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 14)]
    with socket.create_server(("127.0.0.1", 0)) as listener:  # accepts in the kernel, and reads nothing
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)
        host = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with client_of(host, timeout=0.05, socket_options=small) as client:
            long = {**MESSAGE, "to": [NUMBER] * 250_000}
            fails(
                lambda: SmsApi(client).send_sms(long, _check_input_type=False),
                ApiTimeoutException,
                outcome_unknown=True,
                message="timed out",
            )


#: Bytes that are sent at once, and bytes that are then sent one by one without an end.
DRIPS = {
    "status line": (b"HTTP/1.1 200 ", b"O"),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "body": (b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", b" "),
    "long body": (b"HTTP/1.1 200 OK\r\nContent-Length: 500000\r\n\r\n", b" "),
    "chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5000\r\n", b" "),
}


def drips(first: bytes, then: bytes) -> Step:
    def step(connection: Connection) -> None:
        connection.socket.sendall(first)
        for _ in itertools.takewhile(lambda _: not connection.server.stopped.wait(0.01), range(90)):
            connection.socket.sendall(then)
        connection.close()

    return step


@pytest.mark.parametrize("drip", DRIPS.values(), ids=DRIPS)
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_response_that_comes_byte_by_byte_is_cut_off(
    server: Scripted, client: smscx_client.ApiClient, call: Any, drip: Any
) -> None:
    client.configuration.total_timeout = 0.1
    server.respond(drips(*drip))
    fails(lambda: call(client), ApiTimeoutException, outcome_unknown=False, message="used up")
    server.respond(GOOD)
    client.configuration.total_timeout = 60
    assert balance(client) == 250.0


def test_a_proxy_that_responds_byte_by_byte_is_cut_off_before_anything_is_sent(server: Scripted) -> None:
    server.respond(drips(*DRIPS["headers"]))
    with client_of("https://localhost:1", proxy=server.host, total_timeout=0.1) as client:
        fails(lambda: balance(client), ApiTimeoutException, outcome_unknown=False, message="used up")


def test_the_body_of_an_error_response_that_comes_byte_by_byte_is_not_read(
    server: Scripted, client: smscx_client.ApiClient
) -> None:
    client.configuration.total_timeout = 0.1
    server.respond(drips(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 5000\r\n\r\n", b" "))
    with pytest.raises(smscx_client.AccessDeniedException):
        balance(client)


@pytest.mark.parametrize("timeout", [60, None])
def test_reading_a_response_by_hand_has_no_time_limit(
    server: Scripted, client: smscx_client.ApiClient, timeout: float | None
) -> None:
    client.configuration.timeout = timeout
    reading = threading.Event()

    def sends_the_rest_when_the_client_reads(connection: Connection) -> None:
        connection.socket.sendall(http_response(BALANCE)[:-5])
        assert reading.wait(10)
        connection.socket.sendall(BALANCE[-5:])

    used_up = 1_000.0
    client.configuration.total_timeout = used_up
    server.respond(sends_the_rest_when_the_client_reads)
    response = AccountApi(client).get_account_balance(_preload_content=False)
    with pytest.MonkeyPatch.context() as patched:
        later = time.monotonic() + used_up
        clock = SimpleNamespace(monotonic=lambda: later)  # of this module only: other threads keep their clock
        patched.setattr("smscx_client._transport.deadlines.time", clock)
        reading.set()
        assert response.read() == BALANCE
    response.release_conn()


@pytest.mark.parametrize("read_timeout", [60, 7.5, None])
def test_reading_by_hand_after_a_late_try_has_the_whole_timeout(
    server: Scripted, client: smscx_client.ApiClient, read_timeout: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.respond(lambda connection: connection.socket.sendall(http_response(BALANCE)[: -len(BALANCE)]))
    response = client.rest_client.request(
        "GET", f"{server.host}/", {}, None, (5, read_timeout), time_left=3.0, preload=False, timed=False
    )
    limits: list[float | None] = []

    def receives(sock: socket.socket, buffer: Any, *_: Any) -> int:
        limits.append(sock.gettimeout())
        buffer[: len(BALANCE)] = BALANCE
        return len(BALANCE)

    monkeypatch.setattr(socket.socket, "recv_into", receives)
    assert response.read() == BALANCE
    response.release_conn()
    assert limits == [read_timeout]


def test_reading_by_hand_can_time_out(
    server: Scripted, client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.respond(lambda connection: connection.socket.sendall(http_response(BALANCE)[: -len(BALANCE)]))
    response = client.rest_client.request(
        "GET", f"{server.host}/", {}, None, (5, 7.5), time_left=3.0, preload=False, timed=False
    )
    assert response.fileno() > 0
    monkeypatch.setattr(socket.socket, "recv_into", times_out)
    with pytest.raises(urllib3.exceptions.ReadTimeoutError):
        response.read()
    response.release_conn()


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stop the clock of deadlines; returns a function that moves it by seconds."""
    now = [1_000.0]
    monkeypatch.setattr("smscx_client._transport.deadlines.time", SimpleNamespace(monotonic=lambda: now[0]))

    def passes(seconds: float) -> None:
        now[0] += seconds

    return passes


@pytest.mark.parametrize(
    ("timeout", "time_left", "limits"),
    [
        (60, 3.0, [3.0, 1.0, 1.0, 0.75]),
        (None, 3.0, [3.0, 1.0, 1.0, 0.75]),
        (0.5, 3.0, [0.5] * 4),
        ((60, 0.5), 3.0, [3.0, 0.5, 0.5, 0.5]),
        ((0.5, 60), 3.0, [0.5, 1.0, 1.0, 0.75]),
        ((5, 60), None, [5, 60, 60, 60]),
        (None, None, [None] * 4),
    ],
)
def test_each_step_has_its_timeout_and_not_more_than_the_time_left(
    server: Scripted,
    client: smscx_client.ApiClient,
    passing: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
    timeout: Any,
    time_left: float | None,
    limits: list[float | None],
) -> None:
    """Connecting takes 2 of 3 seconds, and the first part of the response another 0.25."""
    seen: list[float | None] = []
    first_part_read = threading.Event()

    def watch(name: str, seconds: float, done: Callable[[], None] = lambda: None) -> None:
        """Record the timeout of each use of the client's socket, and move the clock by some seconds."""
        method = getattr(socket.socket, name)

        def step(sock: socket.socket, *arguments: Any) -> Any:
            if threading.current_thread() is not threading.main_thread():
                return method(sock, *arguments)
            seen.append(sock.gettimeout())
            result = method(sock, *arguments)
            passing(seconds)
            done()
            return result

        monkeypatch.setattr(socket.socket, name, step)

    def in_two_parts(connection: Connection) -> None:
        connection.socket.sendall(GOOD[:-20])
        assert first_part_read.wait(30)
        connection.socket.sendall(GOOD[-20:])

    watch("connect", 2.0)
    watch("sendall", 0)
    watch("recv_into", 0.25, first_part_read.set)
    server.respond(in_two_parts)
    client.rest_client.request("GET", f"{server.host}/", {}, None, timeout, time_left=time_left)
    assert seen == limits


def test_nothing_is_sent_when_connecting_took_all_the_time(
    server: Scripted, client: smscx_client.ApiClient, passing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = socket.socket.connect

    def takes_all_the_time(sock: socket.socket, address: Any) -> None:
        connect(sock, address)
        passing(3.0)

    monkeypatch.setattr(socket.socket, "connect", takes_all_the_time)
    call = lambda: client.rest_client.request("GET", f"{server.host}/", {}, None, None, time_left=3.0)  # noqa: E731
    fails(call, ApiTimeoutException, outcome_unknown=False, message="used up")
    assert server.requests == []


@pytest.mark.parametrize("seconds", [2_147_484, 1e10, 10**400])
def test_a_timeout_that_no_socket_accepts_is_refused(client: smscx_client.ApiClient, seconds: float) -> None:
    with pytest.raises(smscx_client.ApiValueError, match="at most 2147483 seconds, or None for no limit"):
        AccountApi(client).get_account_balance(_request_timeout=seconds)
    with pytest.raises(smscx_client.ApiValueError, match="total_timeout"):
        client.configuration.total_timeout = seconds


def test_the_longest_timeout(server: Scripted, client: smscx_client.ApiClient) -> None:
    server.respond(GOOD)
    client.configuration.total_timeout = client.configuration.timeout = 2_147_483
    assert balance(client) == 250.0


def test_a_try_without_time_does_not_start(server: Scripted, client: smscx_client.ApiClient) -> None:
    with pytest.raises(ApiTimeoutException, match="used up") as raised:
        client.rest_client.request("GET", f"{server.host}/", {}, None, None, time_left=0.0)
    assert not raised.value.outcome_unknown
    assert server.requests == []


# Error responses: the status decides, for any body

STATUSES = {
    400: smscx_client.InvalidRequestException,
    401: smscx_client.InvalidCredentialsException,
    403: smscx_client.AccessDeniedException,
    404: smscx_client.ResourceNotFoundException,
    405: smscx_client.ApiMethodNotAllowedException,
    418: smscx_client.ApiException,
    429: smscx_client.RateLimitExceededException,
    500: smscx_client.ServerErrorException,
    502: smscx_client.ServerErrorException,
    599: smscx_client.ServerErrorException,
}
BODIES: dict[str, Callable[[str], Step]] = {
    "empty": lambda status: http_response(b"", status=status),
    "the page of a proxy": lambda status: http_response(
        b"<html>Bad gateway</html>", "Content-Type: text/html", status=status
    ),
    "cut off": lambda status: closes(http_response(b"{}" * 50, status=status)[:-5]),
    "reset": lambda status: resets(http_response(b"{}" * 50, status=status)[:-5]),
    "garbled": lambda status: http_response(b"no gzip at all", "Content-Encoding: gzip", status=status),
    "an unknown content encoding": lambda status: http_response(b"{}", "Content-Encoding: br", status=status),
    "no text": lambda status: http_response(
        b"\xff\xfe\x00", "Content-Type: application/json; charset=idna", status=status
    ),
    "deep": lambda status: http_response(b"[" * 100_000, status=status),
    "wrong types": lambda status: http_response(
        b'{"error": {"type": [], "code": {}, "message": 1e999}}', status=status
    ),
}


@pytest.mark.parametrize("call", [*CALLS.values(), RAW], ids=[*CALLS, "raw"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.usefixtures("no_garbage_collection")
def test_an_error_response_has_the_class_of_its_status(
    server: Scripted, client: smscx_client.ApiClient, body: Callable[[str], Step], call: Any
) -> None:
    for status, raised in STATUSES.items():
        server.respond(body(f"{status} What"), GOOD)
        with pytest.raises(smscx_client.ApiException) as info:
            call(client)
        assert (type(info.value), info.value.status) == (raised, status)
        assert isinstance(info.value.body, str)
        assert balance(client) == 250.0


def test_an_error_response_without_a_readable_body_keeps_status_and_headers(
    server: Scripted, client: smscx_client.ApiClient
) -> None:
    server.respond(closes(http_response(b"{}" * 50, "Retry-After: 7", status="429 Slow down")[:-5]))
    with pytest.raises(smscx_client.RateLimitExceededException) as raised:
        balance(client)
    assert (raised.value.reason, raised.value.retry_after, raised.value.body) == ("Slow down", 7, "")


def test_an_error_response_in_another_charset(server: Scripted, client: smscx_client.ApiClient) -> None:
    body = '{"error": {"type": "invalid_param", "code": 1106, "message": "zu kurz für uns"}}'.encode("latin-1")
    server.respond(http_response(body, "Content-Type: application/json; charset=latin-1", status="400 Bad Request"))
    with pytest.raises(smscx_client.InvalidRequestException) as raised:
        balance(client)
    assert raised.value.error_message == "zu kurz für uns"


HEADERS = [
    *(f"Content-Length: {length}" for length in ("0", "7", "-1", "9" * 30, "0x10", "5, 5", "\xb2")),
    *(f"Content-Type: {kind}" for kind in ("text/html", "application/json; charset=undefined", "\xff", "a" * 3000)),
    *(f"Content-Encoding: {name}" for name in ("gzip", "deflate", "br", "gzip, gzip", "")),
    *(f"Retry-After: {when}" for when in ("soon", "-1", "1e999", "Fri, 99 Foo 2026", "9" * 400)),
    *(f"X-Rate-Limit-Reset: {when}" for when in ("nan", "inf", "0", "soon")),
    "Transfer-Encoding: chunked",
    "X-Request-Id: one\r\n two",
    "Date: yesterday",
    "no header at all",
    ": no name",
    "Location: http://127.0.0.1:1/",
]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    status=st.integers(200, 599),
    headers=st.lists(st.sampled_from(HEADERS), max_size=5),
    body=st.one_of(
        st.binary(max_size=50), st.just(BALANCE), st.just(gzip.compress(BALANCE)), st.just(b"2\r\n{}\r\n0\r\n\r\n")
    ),
    cut=st.integers(0, 60),
    ending=st.sampled_from([closes, resets]),
    call=st.sampled_from([*CALLS.values(), RAW]),
)
def test_a_call_returns_or_raises_as_documented_for_any_bytes(
    server: Scripted,
    client: smscx_client.ApiClient,
    status: int,
    headers: list[str],
    body: bytes,
    cut: int,
    ending: Callable[[bytes], Step],
    call: Any,
) -> None:
    sent = "\r\n".join([f"HTTP/1.1 {status} What", *headers, "", ""]).encode("latin-1") + body
    client.configuration.max_retries = 0
    server.respond(ending(sent[: len(sent) - cut]), GOOD)
    try:
        result = call(client)
        if hasattr(result, "close"):  # a file or an unread response
            result.close()
    except ApiConnectionException as failure:
        assert not failure.outcome_unknown  # these calls change nothing
    except smscx_client.ApiException as refusal:
        assert refusal.status == status
        assert type(refusal) is STATUSES.get(
            status, smscx_client.ServerErrorException if status >= 500 else smscx_client.ApiException
        )
        assert refusal.retry_after is None or refusal.retry_after >= 0
    client.configuration.max_retries = (
        1  # the server may close the connection after a whole response, too late to notice
    )
    assert balance(client) == 250.0


# outcome_unknown after several tries


def test_the_outcome_stays_unknown_after_a_later_failure(server: Scripted) -> None:
    def goes_away(connection: Connection) -> None:
        server.stop_listening()
        connection.reset()

    server.respond(goes_away)
    with client_of(server.host, max_retries=2) as client:
        fails(lambda: SmsApi(client).send_sms(MESSAGE), outcome_unknown=True, message="refused")
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "418 Teapot"])
def test_the_outcome_is_unknown_after_a_lost_response_and_an_error_response(server: Scripted, status: str) -> None:
    refusal = http_response(b"{}", status=status)
    with client_of(server.host, max_retries=1) as client:
        for steps, unknown in (([resets(), refusal], True), ([refusal], False)):
            server.respond(*steps)
            with pytest.raises(smscx_client.ApiException) as raised:
                SmsApi(client).send_sms(MESSAGE)
            assert raised.value.outcome_unknown is unknown


def test_the_outcome_is_unknown_after_a_lost_response_and_a_rate_limit(server: Scripted) -> None:
    server.respond(resets(), http_response(b"{}", "Retry-After: 3600", status="429 Too Many Requests"))
    with (
        client_of(server.host, max_retries=2) as client,
        pytest.raises(smscx_client.RateLimitExceededException) as raised,
    ):
        SmsApi(client).send_sms(MESSAGE)
    assert raised.value.outcome_unknown


def test_the_outcome_is_unknown_after_a_server_error(server: Scripted) -> None:
    server.respond(http_response(b"{}", status="500 Oops"))
    with client_of(server.host) as client, pytest.raises(smscx_client.ServerErrorException) as raised:
        NumbersApi(client).lookup_number(NUMBER)
    assert raised.value.outcome_unknown


@pytest.mark.parametrize("status", ["302 Found", "303 See Other", "304 Not Modified", "600 Who knows"])
def test_the_outcome_is_unknown_after_an_unexpected_status(server: Scripted, status: str) -> None:
    server.respond(http_response(b"{}", status=status))
    with client_of(server.host, max_retries=2) as client, pytest.raises(smscx_client.ApiException) as raised:
        SmsApi(client).send_sms(MESSAGE)
    assert raised.value.outcome_unknown
    assert len(server.requests) == 1


def test_the_outcome_is_unknown_if_the_check_of_the_response_fails(
    server: Scripted, client: smscx_client.ApiClient
) -> None:
    server.respond(http_response(b'{"info": 5}'))
    failure = fails(
        lambda: SmsApi(client).send_sms(MESSAGE, _check_return_type=True), outcome_unknown=True, message="info: must be"
    )
    assert failure.idempotency_id is not None


def test_the_outcome_is_known_if_no_token_can_be_fetched(server: Scripted) -> None:
    server.respond(resets())
    with client_of(server.host, api_key=None, application_id="app", application_secret="secret") as client:
        fails(lambda: SmsApi(client).send_sms(MESSAGE), outcome_unknown=False)
    assert [one.split()[1] for one in server.requests] == [b"/oauth/token"]


def test_the_outcome_stays_unknown_if_no_new_token_can_be_fetched(server: Scripted) -> None:
    token = http_response(b'{"access_token": "first", "expires_in": 3600}')
    server.respond(
        token, resets(), http_response(b"{}", status="401 Unauthorized"), http_response(b"{}", status="500 Oops")
    )
    with (
        client_of(
            server.host, api_key=None, application_id="app", application_secret="secret", max_retries=2
        ) as client,
        pytest.raises(smscx_client.ServerErrorException) as raised,
    ):
        SmsApi(client).send_sms(MESSAGE)
    assert raised.value.outcome_unknown
    assert [one.split()[1] for one in server.requests] == [b"/oauth/token", b"/sms", b"/sms", *[b"/oauth/token"] * 3]


# TLS


class Certificates:
    """A certificate authority of the tests, and its certificates."""

    def __init__(self, folder: Path):
        self.authority = trustme.CA()
        self.roots = str(folder / "roots.pem")
        self.authority.cert_pem.write_to_path(self.roots)
        self.client = str(folder / "client.pem")
        self.authority.issue_cert("client@smscx.test").private_key_and_cert_chain_pem.write_to_path(self.client)
        self.good = self.serving(self.authority.issue_cert("127.0.0.1"))
        self.other_host = self.serving(self.authority.issue_cert("other.test"))
        self.expired = self.serving(self.authority.issue_cert("127.0.0.1", not_after=LONG_AGO))
        self.unknown_authority = self.serving(trustme.CA().issue_cert("127.0.0.1"))

    @staticmethod
    def serving(certificate: trustme.LeafCert) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        return context


LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def serve_tls() -> Iterator[Callable[[ssl.SSLContext], Scripted]]:
    servers = []

    def serve(context: ssl.SSLContext) -> Scripted:
        servers.append(Scripted(context))
        servers[-1].respond(GOOD)
        return servers[-1]

    yield serve
    for one in servers:
        one.close()


Serve = Callable[[ssl.SSLContext], Scripted]


@pytest.mark.parametrize("scheme", ["https", "HTTPS"])
def test_tls(certificates: Certificates, serve_tls: Serve, scheme: str) -> None:
    server = serve_tls(certificates.good)
    with client_of(server.host.replace("https", scheme), ssl_ca_cert=certificates.roots) as client:
        assert balance(client) == 250.0
        server.respond(closes(GOOD[:-5]), GOOD)
        fails(lambda: balance(client), outcome_unknown=False)
        assert balance(client) == 250.0


@pytest.mark.parametrize(
    ("which", "message"),
    [("other_host", "127.0.0.1"), ("expired", "expired"), ("unknown_authority", "certificate verify failed")],
)
def test_a_certificate_that_is_not_valid(
    certificates: Certificates, serve_tls: Serve, which: str, message: str
) -> None:
    server = serve_tls(getattr(certificates, which))
    with client_of(server.host, ssl_ca_cert=certificates.roots, max_retries=2) as client:
        fails(lambda: balance(client), outcome_unknown=False, message=message)
    assert (server.requests, server.connections) == ([], 1), "asking again cannot help"


def test_another_server_is_retried_while_a_certificate_error_is_handled(
    certificates: Certificates, serve_tls: Serve, server: Scripted
) -> None:
    server.respond(resets(), GOOD)
    first = serve_tls(certificates.unknown_authority)
    with client_of(first.host) as client, client_of(server.host, max_retries=1) as other:
        try:
            balance(client)
        except ApiConnectionException:
            assert balance(other) == 250.0
    assert len(server.requests) == 2


def test_an_unknown_authority_is_refused_by_default(certificates: Certificates, serve_tls: Serve) -> None:
    with client_of(serve_tls(certificates.good).host) as client:
        fails(lambda: balance(client), outcome_unknown=False, message="certificate verify failed")


@pytest.mark.parametrize(("name", "works"), [("other.test", True), ("127.0.0.1", False), (False, True)])
def test_the_expected_host_name(certificates: Certificates, serve_tls: Serve, name: Any, works: bool) -> None:
    server = serve_tls(certificates.other_host)
    with client_of(server.host, ssl_ca_cert=certificates.roots, assert_hostname=name) as client:
        if works:
            assert balance(client) == 250.0
        else:
            fails(lambda: balance(client), outcome_unknown=False, message="doesn't match")
            assert server.requests == []


def test_a_certificate_of_the_client(certificates: Certificates, serve_tls: Serve) -> None:
    context = Certificates.serving(certificates.authority.issue_cert("127.0.0.1"))
    context.verify_mode = ssl.CERT_REQUIRED
    certificates.authority.configure_trust(context)
    server = serve_tls(context)
    with client_of(server.host, ssl_ca_cert=certificates.roots, cert_file=certificates.client) as client:
        assert balance(client) == 250.0
    with client_of(server.host, ssl_ca_cert=certificates.roots) as client, pytest.raises(ApiConnectionException):
        balance(client)


@pytest.mark.filterwarnings("ignore:.*TLSv1:DeprecationWarning")
def test_old_tls_is_refused(certificates: Certificates, serve_tls: Serve) -> None:
    context = Certificates.serving(certificates.authority.issue_cert("127.0.0.1"))
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    server = serve_tls(context)
    with client_of(server.host, ssl_ca_cert=certificates.roots) as client:
        fails(lambda: balance(client), outcome_unknown=False, message="version")
    assert server.requests == []


def in_the_handshake(step: Callable[[Connection], None]) -> Callable[[Connection], None]:
    """Wait for the first byte of the client. A reset before the handshake makes CPython (3.12.1) leak a socket."""

    def takes(connection: Connection) -> None:
        connection.socket.recv(1)
        step(connection)

    return takes


@pytest.mark.parametrize("step", [resets(), closes(), resets(b"\x16\x03"), closes(b"HTTP/1.1 400 Bad Request\r\n\r\n")])
def test_nothing_is_sent_if_the_handshake_fails(server: Scripted, step: Callable[[Connection], None]) -> None:
    server.on_connect = in_the_handshake(step)
    with client_of(server.host.replace("http:", "https:"), max_retries=2) as client:
        fails(lambda: lookup(client), outcome_unknown=False)
    assert server.connections == 3


def test_a_handshake_that_hangs(server: Scripted) -> None:
    server.on_connect = keeps_silent
    with client_of(server.host.replace("http:", "https:"), timeout=(0.05, 60)) as client:
        fails(lambda: lookup(client), ApiTimeoutException, outcome_unknown=False, message="timed out while connecting")


# Proxies


@pytest.fixture
def proxy() -> Iterator[Scripted]:
    proxy = Scripted()
    proxy.respond(GOOD)
    yield proxy
    proxy.close()


def test_a_proxy_of_the_configuration(server: Scripted, proxy: Scripted) -> None:
    with client_of(server.host, proxy=proxy.host, proxy_headers={"Proxy-Authorization": "Basic YTpi"}) as client:
        assert balance(client) == 250.0
    (asked,) = proxy.requests
    assert asked.startswith(b"GET " + server.host.encode() + b"/account/balance HTTP/1.1\r\n")
    assert b"\r\nProxy-Authorization: Basic YTpi\r\n" in asked
    assert server.connections == 0


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""])
def test_a_proxy_of_the_environment(
    server: Scripted, proxy: Scripted, monkeypatch: pytest.MonkeyPatch, variable: str, scheme: str
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    server.respond(GOOD)
    monkeypatch.setenv(variable, f"{scheme}app:p%40ss@127.0.0.1:{proxy.port}")
    with client_of(server.host) as client:
        assert balance(client) == 250.0
        monkeypatch.delenv(variable)
        assert balance(client) == 250.0, "the environment is read once"
    assert b"-authorization: basic " + base64.b64encode(b"app:p@ss").lower() in proxy.requests[0].lower()
    assert len(proxy.requests) == 2
    monkeypatch.setenv(variable, proxy.host)
    monkeypatch.setenv("NO_PROXY", "example.com,127.0.0.1")
    with client_of(server.host) as client:
        assert balance(client) == 250.0
    with client_of(server.host, proxy=proxy.host, no_proxy="127.0.0.1") as client:
        assert balance(client) == 250.0
    assert (len(proxy.requests), len(server.requests)) == (2, 2)


def test_tls_through_a_proxy(certificates: Certificates, serve_tls: Serve, proxy: Scripted) -> None:
    server = serve_tls(certificates.good)
    proxy.respond(tunnel)
    with client_of(
        server.host, ssl_ca_cert=certificates.roots, proxy=proxy.host.replace("//", "//app:secret@")
    ) as client:
        assert balance(client) == 250.0
        server.respond(resets(), GOOD)
        fails(lambda: balance(client), outcome_unknown=False)
        assert balance(client) == 250.0
    assert all(b"test-key" not in one for one in proxy.requests)
    assert b"Basic " + base64.b64encode(b"app:secret") in proxy.requests[0]
    assert all(b"YXBwOnNlY3JldA" not in one for one in server.requests)


def test_a_certificate_that_is_not_valid_behind_a_proxy(
    certificates: Certificates, serve_tls: Serve, proxy: Scripted
) -> None:
    proxy.respond(tunnel)
    server = serve_tls(certificates.unknown_authority)
    with client_of(server.host, ssl_ca_cert=certificates.roots, proxy=proxy.host, max_retries=2) as client:
        fails(lambda: balance(client), outcome_unknown=False, message="certificate verify failed")
    assert (server.requests, proxy.connections) == ([], 1)


def test_a_proxy_that_cannot_be_reached(server: Scripted, proxy: Scripted) -> None:
    proxy.stop_listening()
    for host in (server.host, "https://api.sms.cx"):
        with client_of(host, proxy=proxy.host) as client:
            fails(lambda: lookup(client), outcome_unknown=False, message="refused")


@pytest.mark.parametrize(
    "step", [resets(), closes(), closes(b"SSH-2.0\r\n"), http_response(b"", status="407 Who are you")]
)
def test_a_proxy_that_refuses_the_tunnel(proxy: Scripted, step: Step) -> None:
    proxy.respond(step)
    with client_of("https://api.sms.cx", proxy=proxy.host, max_retries=2) as client:
        fails(lambda: lookup(client), outcome_unknown=False)
    assert len(proxy.requests) == 3


@pytest.mark.parametrize("step", [resets(), closes(), closes(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")])
def test_a_response_lost_behind_a_proxy_may_have_acted(server: Scripted, proxy: Scripted, step: Step) -> None:
    proxy.respond(step)
    with client_of(server.host, proxy=proxy.host, max_retries=2) as client:
        fails(lambda: lookup(client), outcome_unknown=True)
    assert len(proxy.requests) == 1


@pytest.mark.parametrize("elsewhere", ["http://192.0.2.1:3128", "http://[2001:db8::1]:3128", "socks5://192.0.2.1:1080"])
def test_requests_to_this_machine_do_not_use_a_proxy(
    server: Scripted, monkeypatch: pytest.MonkeyPatch, elsewhere: str
) -> None:
    server.respond(GOOD)
    monkeypatch.setenv("ALL_PROXY", elsewhere)
    for host in (server.host, server.named):
        with client_of(host) as client:
            assert balance(client) == 250.0


@pytest.mark.parametrize("address", ["socks5://u:hidden@127.0.0.1:1080", "http://u:hidden@[::1", "http://"])
def test_a_proxy_of_another_kind_is_named(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("ALL_PROXY", address)
    with pytest.raises(smscx_client.ApiValueError, match="proxy: the address of a proxy looks like http://") as raised:
        client_of("https://nobody.invalid")
    assert "hidden" not in str(raised.value)
    assert raised.value.__cause__ is None
