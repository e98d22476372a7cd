"""The in-process transport from the client library to a sandbox: no socket, no server, the same bytes.

`connect` returns an `ApiClient` whose requests go directly to `Sandbox.handle`, and which uses the sandbox's clock: a
pause between two attempts moves a frozen clock, without a real delay.
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

__all__ = ["HOST", "Pools", "connect", "respond"]

HOST = "http://localhost"
"""The host name of a sandbox without a server."""

_POLL_INTERVAL = 0.25


def connect(sandbox: Sandbox, **configuration: Any) -> ApiClient:
    """Return a client of a sandbox in this process; `configuration` overrides settings of its `Configuration`."""
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


def respond(sandbox: Sandbox, request: Request) -> Response:
    """Return the response to a request; repeat the request while the response can still change."""
    response = sandbox.handle(request)
    if response.poll_for <= 0:
        return response
    end = time.monotonic() + response.poll_for
    changed = Event()
    with sandbox.subscribed(changed.set):
        while response.poll_for > 0 and (left := end - time.monotonic()) > 0:
            changed.wait(min(_POLL_INTERVAL, left))
            changed.clear()
            response = sandbox.handle(request)
    return response


class Pools:
    """Replaces urllib3's pool manager."""

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
        """Return or raise what a server behind a connection would, including connection failures."""
        parts = urlsplit(url)
        sent = {name.lower(): value for name, value in (headers or {}).items()}
        content = body.encode() if isinstance(body, str) else body or b""
        read_timeout = _read_timeout(timeout)
        response = respond(self._sandbox, Request(method, parts.path or "/", parts.query, sent, content))
        time.sleep(min(response.delay, read_timeout))
        if response.latency > read_timeout:
            pool = urllib3.HTTPConnectionPool("localhost")
            raise ReadTimeoutError(pool, url, f"Read timed out. (read timeout={read_timeout})")
        if response.reset:
            raise ProtocolError("Connection aborted.", ConnectionResetError(104, "Connection reset by peer"))
        return _response(response, method, url)

    def connection_from_url(self, url: str) -> Pools:
        """Return this object: every host is the sandbox."""
        return self

    def clear(self) -> None:
        """Do nothing: there are no connections."""


class _RestClient(RestClient):
    """The library's `RestClient` with `Pools` instead of connections."""

    def __init__(self, configuration: Configuration, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        super().__init__(configuration)

    def _new_pools(self) -> Any:
        return Pools(self._sandbox)


def _response(response: Response, method: str, url: str) -> urllib3.HTTPResponse:
    body = response.body[: len(response.body) // 2] if response.truncated else response.body
    return urllib3.HTTPResponse(
        io.BytesIO(body),
        headers={**response.headers, "Content-Length": str(len(response.body))},
        status=response.status,
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
