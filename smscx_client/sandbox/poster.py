"""Posting webhooks over HTTP, in a thread of its own: a receiver may be slow, dead, or call the sandbox back."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from threading import Event, Thread
from types import TracebackType
from urllib.parse import urlsplit

import urllib3

from .core import Sandbox
from .reading import JSON
from .webhooks import NotPosted, Post

__all__ = ["Poster", "over_http"]

logger = logging.getLogger(__name__)

_HEADERS = {"Content-Type": JSON, "User-Agent": "smscx-sandbox"}
_LONGEST_PAUSE = 3600
_RESERVED = re.compile(r"(.+\.)?(example\.(com|net|org)|example|test|invalid)\.?", re.IGNORECASE)
"""Names that RFC 2606 keeps for examples and tests: nobody is there."""


def over_http(timeout: float, hosts: Collection[str] | None = None) -> Post:
    """How to post to a URL over HTTP: no redirect is followed, no proxy asked, the answer's body is not read.

    `timeout` is in seconds. `hosts` are those that may be reached; None: any but the names reserved for examples.
    """
    pool = urllib3.PoolManager(headers=_HEADERS, timeout=urllib3.Timeout(total=timeout), retries=False)

    def post(url: str, body: bytes) -> int:
        _check(url, hosts)
        answer = pool.request("POST", url, body=body, redirect=False, preload_content=False)
        answer.close()
        return answer.status

    return post


def _check(url: str, hosts: Collection[str] | None) -> None:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https"):
        raise NotPosted("Nothing was posted: the URL is not one of HTTP.")
    if hosts is None and _RESERVED.fullmatch(host):
        raise NotPosted(f"Nothing was posted: {host} is a name for examples. Give the URL of a server of your own.")
    if hosts is not None and host not in hosts:
        raise NotPosted(f"Nothing was posted: this sandbox may not reach {host} (`Settings.webhook_hosts`).")


class Poster:
    """Posts the webhooks of a sandbox from the moment they are due, in a thread, until the block ends."""

    def __init__(self, sandbox: Sandbox) -> None:
        settings = sandbox.world.settings
        self._sandbox = sandbox
        self._post = over_http(settings.webhook_timeout, settings.webhook_hosts)
        self._something_new = Event()
        self._has_ended = False
        self._thread = Thread(target=self._run, name="smscx-sandbox-webhooks", daemon=True)

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
                self._something_new.clear()
                try:
                    pause = self._work()
                except Exception:
                    logger.exception("the sandbox failed at its webhooks")
                    pause = _LONGEST_PAUSE
                if not self._has_ended:
                    self._something_new.wait(pause)

    def _work(self) -> float:
        """Post what is due; returns the seconds until there may be more."""
        while not self._has_ended and self._sandbox.post_webhook(self._post):
            pass
        pause = self._sandbox.webhook_pause()
        return _LONGEST_PAUSE if pause is None else min(pause, _LONGEST_PAUSE)
