"""Failures of the network for the chaos run: a part of a client's requests goes to places where nobody can help it.

The sandbox's fault rules strike when a request has been read. What goes wrong before that is here, and it is real: an
unknown name, a port where nobody listens, certificates that prove nothing, connections reset at each stage, bytes that
are no HTTP. All places are on 127.0.0.1, and none of them acts.
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

__all__ = ["CERTIFICATES", "WAYS", "astray"]

#: Failures after which another try of the library's would end the same way, so that it makes none.
CERTIFICATES = ("certificate of another host", "certificate that has expired", "certificate signed by itself")

#: Seconds that a place waits for a client that is silent.
_PATIENCE = 1.0

_OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
#: What comes back once the request is read, and how many seconds the client has to read it before the reset.
_ANSWERS = {
    "reset before the answer": (b"", 0.0),
    "reset between head and body": (_OK + b"Content-Length: 100\r\n\r\n", 0.02),
    "flood of headers": (_OK + b"X-Flood: 1\r\n" * 1000 + b"Content-Length: 2\r\n\r\n{}", _PATIENCE),
    "gzip that does not unpack": (_OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", _PATIENCE),
}

#: All ways that a request can go wrong here.
WAYS = (
    "unknown host name",
    "connection refused",
    "connecting takes too long",
    *CERTIFICATES,
    "reset before the request is read",
    *_ANSWERS,
)

#: A name that exists nowhere (RFC 2606); it is never asked for outside this process.
_NOBODY = "nobody.invalid"
_LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)


@contextmanager
def astray(client: ApiClient, odds: Mapping[str, float], seed: int) -> Iterator[Counter[str]]:
    """Let requests of a client go wrong, each of the `WAYS` as likely as told; yields how often each was met."""
    authority = trustme.CA()
    with ExitStack() as opened:
        configuration = Configuration(host="https://127.0.0.1")
        configuration.ssl_ca_cert = opened.enter_context(authority.cert_pem.tempfile())
        configuration.no_proxy = "*"
        places = dict(zip(WAYS, _places(authority, opened)))
        detour = _Detour(configuration, client.rest_client, places, odds, seed)
        opened.callback(detour.close)
        opened.enter_context(mock.patch.object(client, "rest_client", detour))
        yield detour.struck


class _Detour(RestClient):
    """Takes a request to one of the places, or leaves it to the client's own connections."""

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
        """Send a request, once, to wherever chance takes it."""
        way = self._drawn()
        if way is None:
            return self._straight.request(method, url, *others, **named)
        return super().request(method, self._places[way] + urlsplit(url).path, *others, **named)

    def _drawn(self) -> str | None:
        with self._lock:
            (way,) = self._rng.choices(self._ways, self._odds)
            if way is not None:
                self.struck[way] += 1
            return way


def _places(authority: trustme.CA, opened: ExitStack) -> Iterator[str]:
    """Where each of the `WAYS` is met, as the beginning of a URL."""
    opened.enter_context(_unknown_name())
    yield f"http://{_NOBODY}"
    yield f"http://{_bound(opened)}"
    yield f"https://{_listening(opened)}"
    for certificate in _certificates(authority):
        yield f"https://{_listening(opened, _shows(certificate))}"
    yield f"http://{_listening(opened, _refuse)}"
    answering = _listening(opened, _answer)
    for number in range(len(_ANSWERS)):
        yield f"http://{answering}/{number}"


@contextmanager
def _unknown_name() -> Iterator[None]:
    """Stand in for the resolver, for one name: to ask the real one could leave this machine."""
    resolve = socket.getaddrinfo

    def look_up(host: Any, *others: Any, **named: Any) -> Any:
        if host == _NOBODY:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return resolve(host, *others, **named)

    with mock.patch.object(socket, "getaddrinfo", look_up):
        yield


def _bound(opened: ExitStack) -> str:
    """A port that is taken, so that nobody else answers there, and refuses connections."""
    bound = opened.enter_context(socket.socket())
    bound.bind(("127.0.0.1", 0))
    return _address(bound)


def _listening(opened: ExitStack, meet: Callable[[socket.socket], None] | None = None) -> str:
    """A port that meets each connection like this, one after another; without, it leaves them all waiting."""
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
            connection.settimeout(_PATIENCE)
            with connection, suppress(OSError, LookupError, ValueError):  # the client hangs up, at any point
                meet(connection)


def _wake(listener: socket.socket) -> None:
    with suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)


def _certificates(authority: trustme.CA) -> Iterator[trustme.Blob]:
    """Keys with certificates, in the order of `CERTIFICATES`."""
    yield authority.issue_cert("other.test").private_key_and_cert_chain_pem
    yield authority.issue_cert("127.0.0.1", not_after=_LONG_AGO).private_key_and_cert_chain_pem
    stranger = trustme.CA()
    yield trustme.Blob(stranger.private_key_pem.bytes() + stranger.cert_pem.bytes())


def _shows(certificate: trustme.Blob) -> Callable[[socket.socket], None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with certificate.tempfile() as file:
        context.load_cert_chain(file)

    def meet(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True):
            pass  # the client has seen the certificate

    return meet


def _refuse(connection: socket.socket) -> None:
    """Let the request come, and leave it unread."""
    connection.recv(1, socket.MSG_PEEK)
    _reset(connection)


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _answer(connection: socket.socket) -> None:
    """Give the answer that the path begins with the number of."""
    with connection.makefile("rb") as request:
        number = int(request.readline().split(b"/")[1])
        request.read(int(parse_headers(request).get("Content-Length", 0)))
    answer, seconds = list(_ANSWERS.values())[number]
    connection.sendall(answer)
    connection.settimeout(seconds)
    with suppress(OSError):
        connection.recv(1)  # until the client hangs up
    _reset(connection)
