"""Fixtures of all tests. No test leaves this machine: every server is on 127.0.0.1."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

import smscx_client
from test.support.recorder import Recorder

# A test must not fail because the machine is busy: no example has a time limit, and slow generation is no failure.
# The profile extends the one that hypothesis chooses: `ci` when the environment has CI, else `default`.
settings.register_profile(
    "no time limits", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("no time limits")


def pytest_configure() -> None:
    """Take SIGINT even where this run ignores it, as a shell's background jobs do: tests send it to their programs."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many errors of openapi.yaml this run has seen raised, as the tests report them."""
    reported = [dict(report.user_properties).get("listed errors") for report in terminalreporter.getreports("passed")]
    counts = [each for each in reported if each]
    if counts:
        terminalreporter.write_line(
            f"{counts[0]} listed errors: {len(counts)} provoked over HTTP and raised as their class"
        )


@pytest.fixture
def no_garbage_collection() -> Iterator[None]:
    """For tests of JSON that is nested too deeply.

    A collection while the recursion limit is reached makes the finalizers of other tests' objects fail, and a failed
    finalizer fails the test.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _environment_of_its_own() -> Iterator[None]:
    """Keep the settings of the person who runs the tests out of them, and those of one test out of the next."""
    with mock.patch.dict(os.environ):
        for name in ("API_KEY", "ACCESS_TOKEN", "APPLICATION_ID", "APPLICATION_SECRET", "HOST"):
            os.environ.pop(f"SMSCX_{name}", None)
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            os.environ.pop(name, None)
        yield


@pytest.fixture(scope="session")
def _recorder() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    recorder.close()


@pytest.fixture
def recorder(_recorder: Recorder) -> Recorder:
    """A server that records requests, emptied for this test."""
    _recorder.clear()
    return _recorder


@pytest.fixture
def api_client(recorder: Recorder) -> Iterator[smscx_client.ApiClient]:
    """A client that talks to the recorder with an API key."""
    with smscx_client.ApiClient(smscx_client.Configuration(host=recorder.host, api_key="test-key")) as client:
        yield client
