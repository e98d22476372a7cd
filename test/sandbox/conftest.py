"""A sandbox per test, with the clock stopped, and ways to call it: directly, and over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import urllib3

from smscx_client.sandbox import Request, Response, Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock

KEY = {"X-API-KEY": "sandbox-key"}


class Caller:
    """Calls a sandbox without a socket; `body` is sent as JSON unless it is bytes."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox

    def __call__(self, method: str, target: str, body: Any = None, headers: dict[str, str] | None = None) -> Response:
        path, _, query = target.partition("?")
        sent = {"Content-Type": "application/json", **(KEY if headers is None else headers)}
        raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self.sandbox.handle(Request(method, path, query, {k.lower(): v for k, v in sent.items()}, raw))

    def send(self, to: Any = "+31612469333", text: str = "Hi", **fields: Any) -> Any:
        """`POST /sms`; returns the parsed response, of any status."""
        return self("POST", "/sms", {"to": to, "from": "InfoText", "text": text, **fields}).json()

    def balance(self) -> float:
        """The balance of the account."""
        value: float = self("GET", "/account/balance").json()["balance"]
        return value


@pytest.fixture
def make() -> Iterator[Callable[..., Caller]]:
    """Make a sandbox with these settings, its clock stopped unless another is given."""
    made: list[Sandbox] = []

    def make_sandbox(clock: Clock | None = None, **settings: Any) -> Caller:
        made.append(Sandbox(Settings(**settings), clock or Clock.frozen()))
        return Caller(made[-1])

    yield make_sandbox
    for sandbox in made:
        sandbox.close()


@pytest.fixture
def call(make: Callable[..., Caller]) -> Caller:
    """An empty sandbox."""
    return make()


@pytest.fixture
def demo(make: Callable[..., Caller]) -> Caller:
    """A sandbox with the demo data."""
    return make(demo=True)


class Remote:
    """Calls a sandbox over HTTP."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = urllib3.PoolManager(retries=False, timeout=None)  # 25,000 numbers can take long on a busy machine

    def __call__(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Response:
        sent = {"Content-Type": "application/json", **KEY, **(headers or {})}
        raw = json.dumps(body).encode() if body is not None and not isinstance(body, (bytes, Iterator)) else body
        response = self.http.request(method, f"{self.url}{path}", body=raw, headers=sent)
        names: Any = response.headers  # names in any case, unlike a dict
        return Response(response.status, names, response.data)


@pytest.fixture(scope="session")
def _remote() -> Iterator[Remote]:
    sandbox = Sandbox(Settings(demo=True), Clock.frozen())
    with Server(sandbox) as server:
        remote = Remote(server.url)
        yield remote
        remote.http.clear()
    sandbox.close()


@pytest.fixture
def remote(_remote: Remote) -> Remote:
    """A sandbox on HTTP with fresh demo data."""
    _remote("POST", "/_sandbox/reset")
    return _remote


@pytest.fixture(scope="session")
def caller_type() -> type[Caller]:
    """The class to call a sandbox that is used by several tests."""
    return Caller
