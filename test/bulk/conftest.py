"""A sandbox with a frozen clock, a client of it, and a place for journals."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import urllib3

from smscx_client import Client
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.settings import Settings
from smscx_client.sandbox.state.clock import Clock

SENDER = {"from_": "InfoText", "text": "Sale until Friday!"}
"""The fields of a message that most tests use."""


class Written:
    """A transport that returns given responses, each a status and a body, and keeps the requests."""

    def __init__(self, *responses: tuple[int, Any]):
        self.responses = list(responses)
        self.requests: list[tuple[str, Any]] = []

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: Any, *_: Any, preload: bool = True, **__: Any
    ) -> urllib3.BaseHTTPResponse:
        self.requests.append((f"{method} {url.partition('127.0.0.1')[2]}", json.loads(body) if body else None))
        status, content = self.responses.pop(0)
        return urllib3.HTTPResponse(
            io.BytesIO((content if isinstance(content, str) else json.dumps(content)).encode()),
            status=status,
            headers={"X-Rate-Limit-Limit": "100", "X-Rate-Limit-Remaining": "42", "Retry-After": "7"},
            preload_content=preload,
        )

    def close(self) -> None:
        pass


def numbers(count: int) -> list[str]:
    """Distinct valid phone numbers."""
    return [f"+316{place}" for place in range(20_000_000, 20_000_000 + count)]


def client_of(sandbox: Sandbox) -> Client:
    """A client of a sandbox in this process."""
    api_client = connect(sandbox)
    return Client(
        configuration=api_client.configuration,
        transport=api_client.rest_client,
        retry_policy=api_client.retry_policy,
    )


@pytest.fixture
def make_sandbox() -> Iterator[Callable[..., Sandbox]]:
    """Make sandboxes with settings."""
    made = []

    def make(**settings: object) -> Sandbox:
        made.append(Sandbox(Settings(**{"balance": "100000", **settings}), Clock.frozen()))
        return made[-1]

    yield make
    for sandbox in made:
        sandbox.close()


@pytest.fixture
def sandbox(make_sandbox: Callable[..., Sandbox]) -> Sandbox:
    return make_sandbox()


@pytest.fixture
def client(sandbox: Sandbox) -> Client:
    return client_of(sandbox)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "jobs.db"
