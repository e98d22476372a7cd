"""Posting webhooks over HTTP, in threads of their own: a receiver may be slow, dead, or call the sandbox back."""

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
from ..state.webhook_queue import Attempt, Delivery, NotPosted, Post, attempt

__all__ = ["MOST_AT_ONCE", "Poster", "over_http"]

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 16
"""URLs that are posted to at the same time."""

_HEADERS = {"Content-Type": JSON, "User-Agent": "smscx-sandbox", "Connection": "close"}
_WRITTEN_AS_IT_IS = "/?%:@!$&'()*+,;=~"
_LONGEST_PAUSE = 3600
_PAUSE_AFTER_FAILURE = 1
_UNHEARD = "The sandbox ended before there was an answer."
_RESERVED = re.compile(r"(.+\.)?(example\.(com|net|org)|example|test|invalid)\.?", re.IGNORECASE)
"""Names that RFC 2606 keeps for examples and tests: nobody is there."""


def over_http(timeout: float, hosts: Collection[str] | None = None) -> Post:
    """How to post to a URL over HTTP: no redirect is followed, no proxy asked, the answer's body is not read.

    `timeout` is in seconds. `hosts` are those that may be reached; None: any but the names reserved for examples.
    """

    def post(url: str, body: bytes) -> int:
        parts = urlsplit(url)
        _check(parts, hosts)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with closing(_connection(parts, timeout)) as connection:
            connection.request("POST", quote(target, safe=_WRITTEN_AS_IT_IS), body, _HEADERS)
            return connection.getresponse().status

    return post


def _check(parts: SplitResult, hosts: Collection[str] | None) -> None:
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https"):
        raise NotPosted("Nothing was posted: the URL is not one of HTTP.")
    if hosts is None and _RESERVED.fullmatch(host):
        raise NotPosted(f"Nothing was posted: {host} is a name for examples. Give the URL of a server of your own.")
    if hosts is not None and host not in hosts:
        raise NotPosted(f"Nothing was posted: this sandbox may not reach {host} (`Settings.webhook_hosts`).")


def _connection(parts: SplitResult, timeout: float) -> HTTPConnection:
    """One for each post: a receiver may close those that nobody uses whenever it likes."""
    host = parts.hostname or ""
    if parts.scheme == "https":
        return HTTPSConnection(host, parts.port, timeout=timeout, context=_trust())
    return HTTPConnection(host, parts.port, timeout=timeout)


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


class Poster:
    """Posts the webhooks of a sandbox from the moment they are due until the block ends.

    One thread speaks with the sandbox: it takes what is due and logs what came of it. Others wait for receivers and do
    nothing else, so that one who hangs holds up no other URL, and not the end: the log then says that nobody waited.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        settings = sandbox.context.settings
        self._sandbox = sandbox
        self._post = over_http(settings.webhook_timeout, settings.webhook_hosts)
        self._on_their_way: list[Delivery] = []
        self._to_post: SimpleQueue[Delivery | None] = SimpleQueue()
        self._posted: SimpleQueue[tuple[Delivery, Attempt]] = SimpleQueue()
        self._posting: list[Thread] = []
        self._something_new = Event()
        self._has_ended = False
        self._thread = _thread(self._run)

    def __enter__(self) -> Poster:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._has_ended = True
        self._something_new.set()
        self._thread.join()

    def _run(self) -> None:
        with self._sandbox.watched(self._something_new.set):
            while not self._has_ended:
                try:
                    pause = self._work()
                except Exception:
                    logger.exception("the sandbox failed at its webhooks")
                    self._something_new.clear()
                    pause = _PAUSE_AFTER_FAILURE
                if not self._has_ended and self._posted.empty():
                    self._something_new.wait(pause)
            self._end()

    def _work(self) -> float:
        """Log what was posted and hand out what is due; returns the seconds to wait, if nothing new happens."""
        self._log()
        while len(self._on_their_way) < MOST_AT_ONCE and (delivery := self._sandbox.take_webhook()):
            self._hand_out(delivery)
        self._something_new.clear()  # what it has done itself is nothing new
        pause = self._sandbox.webhook_pause() if len(self._on_their_way) < MOST_AT_ONCE else None
        return _LONGEST_PAUSE if pause is None else min(pause, _LONGEST_PAUSE)

    def _hand_out(self, delivery: Delivery) -> None:
        self._on_their_way.append(delivery)
        self._to_post.put(delivery)
        if len(self._posting) < len(self._on_their_way):
            self._posting.append(_thread(self._post_all))
            self._posting[-1].start()

    def _post_all(self) -> None:
        while delivery := self._to_post.get():
            self._posted.put((delivery, attempt(self._post, delivery)))
            self._something_new.set()

    def _log(self) -> None:
        while not self._posted.empty():
            delivery, made = self._posted.get()
            self._on_their_way.remove(delivery)
            self._sandbox.log_webhook(delivery, made)

    def _end(self) -> None:
        for _ in self._posting:
            self._to_post.put(None)
        self._log()
        for delivery in self._on_their_way:
            self._sandbox.log_webhook(delivery, Attempt(None, _UNHEARD))


def _thread(run: Callable[[], None]) -> Thread:
    """One that does not keep the process from ending."""
    return Thread(target=run, name="smscx-sandbox-webhooks", daemon=True)
