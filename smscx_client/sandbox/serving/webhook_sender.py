"""Posts webhooks over HTTP in separate threads: a receiver may be slow, unreachable, or call the sandbox."""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Callable, Collection
from contextlib import closing
from functools import lru_cache
from http.client import HTTPConnection, HTTPSConnection
from queue import SimpleQueue
from threading import Event, Thread
from types import TracebackType
from urllib.parse import SplitResult, quote, urlsplit

from ..engine.parsing import JSON
from ..sandbox import Sandbox
from ..state.webhook_queue import Delivery, NotPosted, Post, PostResult, post_delivery

__all__ = ["MOST_AT_ONCE", "WebhookSender", "http_post"]

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 16
"""The most simultaneous posts."""

_HEADERS = {"Content-Type": JSON, "User-Agent": "smscx-sandbox", "Connection": "close"}
_NOT_QUOTED = "/?%:@!$&'()*+,;=~"
_LONGEST_PAUSE = 3600
_PAUSE_AFTER_FAILURE = 1
_ABANDONED = "The sandbox ended before there was a response."
_RESERVED = re.compile(r"(.+\.)?(example\.(com|net|org)|example|test|invalid)\.?", re.IGNORECASE)
"""Names that RFC 2606 reserves for examples and tests: they have no server."""


def http_post(timeout: float, hosts: Collection[str] | None = None) -> Post:
    """Return a function that posts over HTTP: without redirects and proxies; it does not read the response body.

    `timeout` is in seconds. `hosts` are the allowed hosts; None allows all except the names reserved for examples.
    """

    def post(url: str, body: bytes) -> int:
        parts = urlsplit(url)
        _check(parts, hosts)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with closing(_connection(parts, timeout)) as connection:
            connection.request("POST", quote(target, safe=_NOT_QUOTED), body, _HEADERS)
            return connection.getresponse().status

    return post


def _check(parts: SplitResult, hosts: Collection[str] | None) -> None:
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https"):
        raise NotPosted("Nothing was posted: the URL is not an HTTP URL.")
    if hosts is None and _RESERVED.fullmatch(host):
        raise NotPosted(f"Nothing was posted: {host} is reserved for examples. Give the URL of your own server.")
    if hosts is not None and host not in hosts:
        raise NotPosted(f"Nothing was posted: this sandbox may not post to {host} (see `Settings.webhook_hosts`).")


def _connection(parts: SplitResult, timeout: float) -> HTTPConnection:
    """Return a new connection for each post: a receiver may close an idle one at any time."""
    host = parts.hostname or ""
    if parts.scheme == "https":
        return HTTPSConnection(host, parts.port, timeout=timeout, context=_ssl_context())
    return HTTPConnection(host, parts.port, timeout=timeout)


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    return ssl.create_default_context()


class WebhookSender:
    """Posts the webhooks of a sandbox when they are due, until the block ends.

    One thread uses the sandbox: it takes the due deliveries and logs the results. The others only post, so that a
    receiver that hangs delays neither other URLs nor the end of the block; the log then says that the post was
    abandoned.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        settings = sandbox.context.settings
        self._sandbox = sandbox
        self._post = http_post(settings.webhook_timeout, settings.webhook_hosts)
        self._in_flight: list[Delivery] = []
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
        while len(self._in_flight) < MOST_AT_ONCE and (delivery := self._sandbox.take_webhook()):
            self._hand_out(delivery)
        self._wake_up.clear()  # its own changes need no wake-up
        pause = self._sandbox.webhook_pause() if len(self._in_flight) < MOST_AT_ONCE else None
        return _LONGEST_PAUSE if pause is None else min(pause, _LONGEST_PAUSE)

    def _hand_out(self, delivery: Delivery) -> None:
        self._in_flight.append(delivery)
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
            self._in_flight.remove(delivery)
            self._sandbox.log_webhook(delivery, result)

    def _end(self) -> None:
        for _ in self._post_threads:
            self._deliveries.put(None)
        self._log_results()
        for delivery in self._in_flight:
            self._sandbox.log_webhook(delivery, PostResult(None, _ABANDONED))


def _daemon_thread(run: Callable[[], None]) -> Thread:
    """Return a thread that does not keep the process alive."""
    return Thread(target=run, name="smscx-sandbox-webhooks", daemon=True)
