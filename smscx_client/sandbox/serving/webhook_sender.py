"""Posts webhooks over HTTP in separate threads: a receiver may be slow, unreachable, or call the sandbox."""

from __future__ import annotations

import logging
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from functools import lru_cache
from http.client import HTTPConnection, HTTPSConnection
from queue import Empty, SimpleQueue
from threading import Event, Thread, Timer
from types import TracebackType
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from ..engine.http import JSON
from ..sandbox import Sandbox
from ..state.webhook_queue import Delivery, NotPosted, Post, PostResult, post_delivery
from .descriptors import most_posts
from .webhook_hosts import Resolve, permitted_addresses, resolve

__all__ = ["MOST_AT_ONCE", "WebhookSender", "http_post"]

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 16
"""The most simultaneous posts, without those that have become slow: these wait for their receivers."""
_SLOW_AFTER = 0.05
"""Seconds after which a post no longer delays those to other receivers."""
_SHORT_PATIENCE = 0.5
"""Seconds to wait for a receiver while half of all possible posts wait for others."""

_HEADERS = {"Content-Type": JSON, "User-Agent": "smscx-sandbox", "Connection": "close"}
_PORTS = {"http": 80, "https": 443}
_NOT_QUOTED = "/?%:@!$&'()*+,;=~"
_LONGEST_PAUSE = 3600
_PAUSE_AFTER_FAILURE = 1
_ABANDONED = "The sandbox ended before there was a response."


def http_post(timeout: float | Callable[[], float], hosts: Collection[str] = (), resolve: Resolve = resolve) -> Post:
    """Return a function that posts over HTTP: without redirects and proxies; it does not read the response body.

    `timeout` is in seconds, or a function that returns them for a post. It covers everything from the name lookup to
    the status of the response: neither several addresses nor a receiver that sends one byte now and then extend it.
    `hosts` are the hosts that may get posts, besides this machine; `*` allows all. User name and password in a URL are
    sent as basic authentication.
    """

    def post(url: str, body: bytes) -> int:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            raise NotPosted("Nothing was posted: the URL is not an HTTP URL.")
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {**_HEADERS, **_authorization(parts)}
        with _Deadline(timeout() if callable(timeout) else timeout) as deadline:
            port = parts.port or _PORTS[parts.scheme]
            addresses = permitted_addresses(parts.hostname or "", port, hosts, deadline.limited(resolve))
            with closing(_connect(parts, addresses, deadline)) as connection:
                connection.request("POST", quote(target, safe=_NOT_QUOTED), body, headers)
                return connection.getresponse().status

    return post


def _authorization(parts: SplitResult) -> dict[str, str]:
    """Return the header for the user name and password of a URL, which may be percent-encoded."""
    if parts.username is None:
        return {}
    pair = unquote_to_bytes(parts.username) + b":" + unquote_to_bytes(parts.password or "")
    return {"Authorization": f"Basic {b64encode(pair).decode()}"}


class _Deadline:
    """Shuts a socket down after some seconds, and turns the error that this causes into a TimeoutError."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._expire)
        self._timer.daemon = True
        self._has_expired = False

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._socket:
            self._socket.close()
        # Expired even without an error: a response that breaks off in its headers looks complete.
        if self._has_expired or (error and time.monotonic() >= self._end):
            raise TimeoutError(f"timed out: no response within {self.seconds:g} seconds") from error

    @property
    def left(self) -> float:
        """The seconds that are left; raises TimeoutError if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def limited(self, resolve: Resolve) -> Resolve:
        """Return the function with this deadline: the system may look for a name much longer."""

        def resolve_in_time(host: str, port: int) -> list[str]:
            found: SimpleQueue[list[str] | Exception] = SimpleQueue()

            def look() -> None:
                try:
                    found.put(resolve(host, port))
                except Exception as error:
                    found.put(error)

            _daemon_thread(look).start()
            try:
                addresses = found.get(timeout=self.left)
            except Empty:
                raise TimeoutError from None
            if isinstance(addresses, Exception):
                raise addresses
            return addresses

        return resolve_in_time

    def watch(self, connected: socket.socket) -> None:
        """Shut this connection down at the deadline, through a copy of the socket: the original may be closed then."""
        self._socket = socket.fromfd(connected.fileno(), connected.family, connected.type)
        if self._has_expired:
            self._expire()

    def _expire(self) -> None:
        self._has_expired = True
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _connect(parts: SplitResult, addresses: Collection[str], deadline: _Deadline) -> HTTPConnection:
    """Return a new connection for each post: a receiver may close an idle one at any time."""
    host, is_https = parts.hostname or "", parts.scheme == "https"
    connection = (HTTPSConnection if is_https else HTTPConnection)(host, parts.port)
    connection.sock = _connect_to_first(addresses, connection.port, deadline)
    try:
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if is_https:
            _start_tls(connection, host, deadline)
        else:
            deadline.watch(connection.sock)
    except BaseException:
        connection.close()
        raise
    return connection


def _start_tls(connection: HTTPConnection, host: str, deadline: _Deadline) -> None:
    """Begin TLS. The deadline acts from the handshake on: CPython leaks the socket if it is shut down just before."""
    tls = _ssl_context().wrap_socket(connection.sock, server_hostname=host, do_handshake_on_connect=False)
    connection.sock = tls
    deadline.watch(tls)
    tls.do_handshake()


def _connect_to_first(addresses: Collection[str], port: int, deadline: _Deadline) -> socket.socket:
    """Return a connection to the first address that accepts one; raises the error of the last.

    Each has an equal share of the time that is left.
    """
    failure: OSError = OSError("the host has no address")
    for tried, address in enumerate(addresses):
        try:
            connected = socket.create_connection((address, port), deadline.left / (len(addresses) - tried))
        except OSError as error:
            failure = error
        else:
            connected.settimeout(deadline.seconds)
            return connected
    raise failure


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    return ssl.create_default_context()


class _InFlight(NamedTuple):
    """A delivery that a thread posts; `started` is a time of `time.monotonic`."""

    delivery: Delivery
    started: float


class WebhookSender:
    """Posts the webhooks of a sandbox when they are due, until the block ends.

    One thread uses the sandbox: it takes the due deliveries and logs the results. The others only post, so that a
    receiver that hangs delays neither other URLs nor the end of the block; the log then says that the post was
    abandoned.
    """

    def __init__(self, sandbox: Sandbox, post: Post | None = None) -> None:
        settings = sandbox.context.settings
        self._sandbox = sandbox
        self._timeout = settings.webhook_timeout
        self._most = most_posts()
        self._post = post or http_post(self._patience, settings.webhook_hosts)
        self._in_flight: list[_InFlight] = []
        self._deliveries: SimpleQueue[Delivery | None] = SimpleQueue()
        self._results: SimpleQueue[tuple[Delivery, PostResult]] = SimpleQueue()
        self._post_threads: list[Thread] = []
        self._wake_up = Event()
        self._has_ended = False
        self._thread = _daemon_thread(self._run)

    def __enter__(self) -> WebhookSender:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._has_ended = True
        self._wake_up.set()
        self._thread.join()

    def _run(self) -> None:
        with self._sandbox.subscribed(self._wake_up.set):
            while not self._has_ended:
                try:
                    pause = self._work()
                except Exception:
                    logger.exception("the sandbox failed to process its webhooks")
                    self._wake_up.clear()
                    pause = _PAUSE_AFTER_FAILURE
                if not self._has_ended and self._results.empty():
                    self._wake_up.wait(pause)
            self._end()

    def _work(self) -> float:
        """Log the results and hand out the due deliveries; returns the seconds until the next check."""
        self._log_results()
        while self._wait_for_slot() == 0 and (delivery := self._sandbox.take_webhook()):
            self._hand_out(delivery)
        self._wake_up.clear()  # its own changes need no wake-up
        pause = self._wait_for_slot() or self._sandbox.webhook_pause()
        return _LONGEST_PAUSE if pause is None else min(pause, _LONGEST_PAUSE)

    def _patience(self) -> float:
        """Return the seconds to wait for a receiver: so many that hang cannot use up all posts."""
        is_crowded = len(self._in_flight) > self._most // 2
        return min(self._timeout, _SHORT_PATIENCE) if is_crowded else self._timeout

    def _wait_for_slot(self) -> float:
        """Return the seconds until one more post may start, unless a result comes earlier; 0 if it may start now."""
        if len(self._in_flight) >= self._most:
            return _LONGEST_PAUSE
        if len(self._in_flight) < MOST_AT_ONCE:
            return 0
        return max(0, self._in_flight[-MOST_AT_ONCE].started + _SLOW_AFTER - time.monotonic())

    def _hand_out(self, delivery: Delivery) -> None:
        self._in_flight.append(_InFlight(delivery, time.monotonic()))
        self._deliveries.put(delivery)
        if len(self._post_threads) < len(self._in_flight):
            self._post_threads.append(_daemon_thread(self._post_all))
            self._post_threads[-1].start()

    def _post_all(self) -> None:
        while delivery := self._deliveries.get():
            self._results.put((delivery, post_delivery(self._post, delivery)))
            self._wake_up.set()

    def _log_results(self) -> None:
        while not self._results.empty():
            delivery, result = self._results.get()
            self._in_flight = [each for each in self._in_flight if each.delivery is not delivery]
            self._sandbox.log_webhook(delivery, result)

    def _end(self) -> None:
        for _ in self._post_threads:
            self._deliveries.put(None)
        self._log_results()
        for delivery, _ in self._in_flight:
            self._sandbox.log_webhook(delivery, PostResult(None, _ABANDONED))


def _daemon_thread(run: Callable[[], None]) -> Thread:
    """Return a thread that does not keep the process alive."""
    return Thread(target=run, name="smscx-sandbox-webhooks", daemon=True)
