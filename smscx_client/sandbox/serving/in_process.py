"""The shortest way from the client library to a sandbox: no socket, no server, the same bytes.

`connect` makes an `ApiClient` whose requests go straight to `Sandbox.handle`, and whose time is the sandbox's: where
the clock is frozen, a pause between two tries moves it and nobody waits.
"""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import ProtocolError, ReadTimeoutError

from smscx_client import ApiClient, Configuration
from smscx_client.rest import RestClient
from smscx_client.retry import RetryPolicy

from ..engine.http import Request, Response
from ..sandbox import Sandbox

__all__ = ["HOST", "Pools", "ask", "connect"]

HOST = "http://localhost"
"""The address that stands for a sandbox that is on no address."""

_GLANCE = 0.25


def connect(sandbox: Sandbox, **configuration: Any) -> ApiClient:
    """A client of the sandbox in this process; `configuration` is what `Configuration` takes, if not as usual."""
    settings = {"host": HOST, "api_key": sandbox.context.settings.api_key, **configuration}
    if {"access_token", "application_id", "username"} & configuration.keys() and "api_key" not in configuration:
        del settings["api_key"]
    client = ApiClient(Configuration(**settings))
    client.rest_client = _RestClient(client.configuration, sandbox)
    client.retry_policy = RetryPolicy(
        clock=lambda: sandbox.context.clock.seconds(),
        now=lambda: sandbox.context.clock.seconds(),
        sleep=lambda seconds: _pause(sandbox, seconds),
        uniform=lambda least, most: (least + most) / 2,
    )
    return client


def ask(sandbox: Sandbox, request: Request) -> Response:
    """The answer to a request, or that which it has become when it can change no more."""
    answer = sandbox.handle(request)
    if answer.patience <= 0:
        return answer
    end = time.monotonic() + answer.patience
    changed = Event()
    with sandbox.watched(changed.set):
        while answer.patience > 0 and (left := end - time.monotonic()) > 0:
            changed.wait(min(_GLANCE, left))
            changed.clear()
            answer = sandbox.handle(request)
    return answer


class Pools:
    """Stands in for urllib3's pool manager."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def urlopen(
        self,
        method: str,
        url: str,
        *,
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: urllib3.Timeout | None = None,
        **_: object,
    ) -> urllib3.HTTPResponse:
        """Answer a request as a server behind a connection would, failures included."""
        parts = urlsplit(url)
        sent = {name.lower(): value for name, value in (headers or {}).items()}
        content = body.encode() if isinstance(body, str) else body or b""
        patience = _read_timeout(timeout)
        answer = ask(self._sandbox, Request(method, parts.path or "/", parts.query, sent, content))
        time.sleep(min(answer.delay, patience))
        if answer.latency > patience:
            pool = urllib3.HTTPConnectionPool("localhost")
            raise ReadTimeoutError(pool, url, f"Read timed out. (read timeout={patience})")
        if answer.reset:
            raise ProtocolError("Connection aborted.", ConnectionResetError(104, "Connection reset by peer"))
        return _response(answer, method, url)

    def connection_from_url(self, url: str) -> Pools:
        """All hosts are this one."""
        return self

    def clear(self) -> None:
        """There are no connections to close."""


class _RestClient(RestClient):
    """The library's own, on another kind of pools."""

    def __init__(self, configuration: Configuration, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        super().__init__(configuration)

    def _new_pools(self) -> Any:
        return Pools(self._sandbox)


def _response(answer: Response, method: str, url: str) -> urllib3.HTTPResponse:
    body = answer.body[: len(answer.body) // 2] if answer.truncated else answer.body
    return urllib3.HTTPResponse(
        io.BytesIO(body),
        headers={**answer.headers, "Content-Length": str(len(answer.body))},
        status=answer.status,
        preload_content=False,
        enforce_content_length=True,
        request_method=method,
        request_url=url,
    )


def _read_timeout(timeout: urllib3.Timeout | None) -> float:
    if timeout is None:
        return float("inf")
    started = timeout.clone()
    started.start_connect()
    seconds = started.read_timeout
    return float(seconds) if isinstance(seconds, (int, float)) else float("inf")


def _pause(sandbox: Sandbox, seconds: float) -> None:
    if sandbox.context.clock.is_frozen:
        sandbox.advance(seconds)
    else:
        time.sleep(seconds)
