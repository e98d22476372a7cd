"""A sandbox with a frozen clock, a client of it, and a place for journals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smscx_client import Client
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.settings import Settings
from smscx_client.sandbox.state.clock import Clock

SENDER = {"from_": "InfoText", "text": "Sale until Friday!"}
"""The fields of a message that most tests use."""


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
