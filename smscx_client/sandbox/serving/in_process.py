"""The in-process transport from the client library to a sandbox: no socket, no server, the same bytes.

`client_arguments` is for a client whose requests go directly to `Sandbox.handle`, and which uses the sandbox's clock: a
pause between two attempts moves a frozen clock, without a real delay.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Mapping
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import urllib3

from smscx_client import ApiClient
from smscx_client._settings import configuration_of
from smscx_client.exceptions import ApiConnectionException, ApiTimeoutException
from smscx_client.rest import receive
from smscx_client.retry import RetryPolicy

from ..engine.http import Request, Response
from ..sandbox import Sandbox

if TYPE_CHECKING:
    from smscx_client._timeouts import Timeout

__all__ = ["HOST", "InProcessTransport", "client_arguments", "connect", "respond"]

HOST = "http://localhost"
"""The host name of a sandbox without a server."""

_POLL_INTERVAL = 0.25
"""Seconds between two checks for due events."""


def connect(sandbox: Sandbox, **configuration: Any) -> ApiClient:
    """Return a client of a sandbox in this process; `configuration` overrides settings of its `Configuration`."""
    return ApiClient(**client_arguments(sandbox, configuration))


def client_arguments(sandbox: Sandbox, configuration: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments for a client of a sandbox in this process: `ApiClient`, `Client` or `AsyncClient`.

    :param configuration: settings that override those of its `Configuration`.
    """
    settings = {"host": HOST, "api_key": sandbox.context.settings.api_key, **configuration}
    if {"access_token", "application_id", "username"} & configuration.keys() and "api_key" not in configuration:
        del settings["api_key"]
    retry_policy = RetryPolicy(
        clock=lambda: sandbox.context.clock.seconds(),
        now=lambda: sandbox.context.clock.seconds(),
        sleep=lambda seconds: _pause(sandbox, seconds),
        uniform=lambda least, most: (least + most) / 2,
    )
    return {
        "configuration": configuration_of(None, settings),
        "transport": InProcessTransport(sandbox),
        "retry_policy": retry_policy,
    }


def respond(sandbox: Sandbox, request: Request) -> Response:
    """Return the response to a request; wait while it can still change."""
    response = sandbox.handle(request)
    if response.poll is None:
        return response
    sandbox = sandbox.account_of(request)
    end = time.monotonic() + response.poll.seconds
    arrived = Event()
    with sandbox.waiting(response.poll, arrived.set) as waiter:
        while waiter.response is None and (left := end - time.monotonic()) > 0:
            arrived.wait(min(_POLL_INTERVAL, left))
            sandbox.run_due()
    return sandbox.last_response(waiter, response)


class InProcessTransport:
    """A transport of `ApiClient` that calls `Sandbox.handle`, with the failures of a connection."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Timeout,
        time_left: float | None = None,
        preload: bool = True,
        timed: bool = True,
    ) -> urllib3.BaseHTTPResponse:
        """Return or raise what a server behind a connection would; see `smscx_client.Transport`."""
        parts = urlsplit(url)
        sent = {name.lower(): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body or b""
        limit = _read_limit(timeout, time_left)
        response = respond(self._sandbox, Request(method, parts.path or "/", parts.query, sent, content))
        time.sleep(min(response.delay, limit))
        if response.latency > limit:
            raise ApiTimeoutException(f"Read timed out. (read timeout={limit})", outcome_unknown=True)
        if response.reset:
            raise ApiConnectionException("Connection reset by peer", outcome_unknown=True)
        return receive(_as_urllib3(response, method, url), preload=preload)

    def close(self) -> None:
        """Do nothing: there are no connections."""


def _as_urllib3(response: Response, method: str, url: str) -> urllib3.HTTPResponse:
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


def _read_limit(timeout: Timeout, time_left: float | None) -> float:
    read = timeout[1] if isinstance(timeout, tuple) else timeout
    return min((limit for limit in (read, time_left) if limit is not None), default=math.inf)


def _pause(sandbox: Sandbox, seconds: float) -> None:
    if sandbox.context.clock.is_frozen:
        sandbox.advance(seconds)
    else:
        time.sleep(seconds)
