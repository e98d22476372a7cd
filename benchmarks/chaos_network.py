"""Network failures for the chaos run: some of the client's requests go to endpoints that fail.

The sandbox's fault rules apply after a request was read. The failures here happen earlier, and they are real: an
unknown host name, a closed port, invalid certificates, connections reset at each stage, bytes that are not HTTP. All
endpoints are on 127.0.0.1, and none of them carries out a request.
"""

from __future__ import annotations

import random
import socket
import ssl
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timezone
from http.client import parse_headers
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any
from unittest import mock
from urllib.parse import urlsplit

import trustme

from smscx_client import ApiClient, Configuration
from smscx_client.rest import RestClient

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["CERTIFICATES", "WAYS", "failing_network"]

#: Failures after which the library does not try again, since another try would normally fail in the same way.
CERTIFICATES = ("certificate of another host", "expired certificate", "self-signed certificate")

#: Seconds that an endpoint waits for data from the client.
_WAIT = 1.0

_OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
#: Bytes sent after the request was read, and the seconds that the client has to read them before the reset.
_RESPONSES = {
    "reset before the response": (b"", 0.0),
    "reset between head and body": (_OK + b"Content-Length: 100\r\n\r\n", 0.02),
    "flood of headers": (_OK + b"X-Flood: 1\r\n" * 1000 + b"Content-Length: 2\r\n\r\n{}", _WAIT),
    "gzip that does not unpack": (_OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", _WAIT),
}

#: All network failures.
WAYS = (
    "unknown host name",
    "connection refused",
    "connecting takes too long",
    *CERTIFICATES,
    "reset before the request is read",
    *_RESPONSES,
)

#: A reserved name that never resolves (RFC 2606); it is looked up in this process only.
_UNKNOWN = "unknown.invalid"
_LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)


@contextmanager
def failing_network(client: ApiClient, odds: Mapping[str, float], seed: int) -> Iterator[Counter[str]]:
    """Make requests of a client fail, each of the `WAYS` with its odds; yields a count of each failure."""
    authority = trustme.CA()
    with ExitStack() as opened:
        configuration = Configuration(host="https://127.0.0.1")
        configuration.ssl_ca_cert = opened.enter_context(authority.cert_pem.tempfile())
        configuration.no_proxy = "*"
        places = dict(zip(WAYS, _places(authority, opened)))
        detour = _FailingTransport(configuration, client.rest_client, places, odds, seed)
        opened.callback(detour.close)
        opened.enter_context(mock.patch.object(client, "rest_client", detour))
        yield detour.struck


class _FailingTransport(RestClient):
    """Sends a request to one of the failing endpoints, or over the client's own connections."""

    def __init__(
        self,
        configuration: Configuration,
        straight: RestClient,
        places: Mapping[str, str],
        odds: Mapping[str, float],
        seed: int,
    ):
        super().__init__(configuration)
        self.struck: Counter[str] = Counter()
        self._straight = straight
        self._places = places
        self._ways = [None, *odds]
        self._odds = [1 - sum(odds.values()), *odds.values()]
        self._rng = random.Random(seed)
        self._lock = Lock()

    def request(self, method: str, url: str, *others: Any, **named: Any) -> BaseHTTPResponse:
        """Send a request once, to a random endpoint."""
        way = self._draw()
        if way is None:
            return self._straight.request(method, url, *others, **named)
        return super().request(method, self._places[way] + urlsplit(url).path, *others, **named)

    def _draw(self) -> str | None:
        with self._lock:
            (way,) = self._rng.choices(self._ways, self._odds)
            if way is not None:
                self.struck[way] += 1
            return way


def _places(authority: trustme.CA, opened: ExitStack) -> Iterator[str]:
    """The endpoint for each of the `WAYS`, as the beginning of a URL."""
    opened.enter_context(_unknown_name())
    yield f"http://{_UNKNOWN}"
    yield f"http://{_bound(opened)}"
    yield f"https://{_listening(opened)}"
    for certificate in _certificates(authority):
        yield f"https://{_listening(opened, _shows(certificate))}"
    yield f"http://{_listening(opened, _refuse)}"
    responding = _listening(opened, _respond)
    for number in range(len(_RESPONSES)):
        yield f"http://{responding}/{number}"


@contextmanager
def _unknown_name() -> Iterator[None]:
    """Fail the look-up of one name without a DNS query, which would leave this machine."""
    resolve = socket.getaddrinfo

    def look_up(host: Any, *others: Any, **named: Any) -> Any:
        if host == _UNKNOWN:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return resolve(host, *others, **named)

    with mock.patch.object(socket, "getaddrinfo", look_up):
        yield


def _bound(opened: ExitStack) -> str:
    """A reserved port that refuses connections."""
    bound = opened.enter_context(socket.socket())
    bound.bind(("127.0.0.1", 0))
    return _address(bound)


def _listening(opened: ExitStack, meet: Callable[[socket.socket], None] | None = None) -> str:
    """A port that handles connections with `meet`, one after another; without `meet` it accepts none of them."""
    listener = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
    if meet is not None:
        Thread(target=_serve, args=(listener, meet), daemon=True).start()
        opened.callback(_wake, listener)
    return _address(listener)


def _address(of: socket.socket) -> str:
    host, port = of.getsockname()
    return f"{host}:{port}"


def _serve(listener: socket.socket, meet: Callable[[socket.socket], None]) -> None:
    with suppress(OSError):  # the listener is closed
        while True:
            connection, _ = listener.accept()
            connection.settimeout(_WAIT)
            with connection, suppress(OSError, LookupError, ValueError):  # the client hangs up, at any point
                meet(connection)


def _wake(listener: socket.socket) -> None:
    with suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)


def _certificates(authority: trustme.CA) -> Iterator[trustme.Blob]:
    """Keys with certificates, in the order of `CERTIFICATES`."""
    yield authority.issue_cert("other.test").private_key_and_cert_chain_pem
    yield authority.issue_cert("127.0.0.1", not_after=_LONG_AGO).private_key_and_cert_chain_pem
    unknown_authority = trustme.CA()
    yield trustme.Blob(unknown_authority.private_key_pem.bytes() + unknown_authority.cert_pem.bytes())


def _shows(certificate: trustme.Blob) -> Callable[[socket.socket], None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with certificate.tempfile() as file:
        context.load_cert_chain(file)

    def meet(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True):
            pass  # the client has seen the certificate

    return meet


def _refuse(connection: socket.socket) -> None:
    """Wait for the request, and reset the connection without reading it."""
    connection.recv(1, socket.MSG_PEEK)
    _reset(connection)


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _respond(connection: socket.socket) -> None:
    """Send the response whose number is the first part of the path."""
    with connection.makefile("rb") as request:
        number = int(request.readline().split(b"/")[1])
        request.read(int(parse_headers(request).get("Content-Length", 0)))
    response, seconds = list(_RESPONSES.values())[number]
    connection.sendall(response)
    connection.settimeout(seconds)
    with suppress(OSError):
        connection.recv(1)  # until the client hangs up
    _reset(connection)
