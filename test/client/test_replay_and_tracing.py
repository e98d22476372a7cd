"""Libraries that replay or trace urllib3: they handle the requests of this library like those of plain urllib3.

A replayed test that reaches the real API would send real messages, which cost money.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import httpretty
import pytest
import urllib3
from opentelemetry.instrumentation.urllib3 import URLLib3Instrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import smscx_client
from smscx_client.apis import AccountApi
from test.support import ROOT
from test.support.scripted import Scripted, http_response

vcr = pytest.importorskip("vcr", reason="the last vcrpy for Python 3.9 works with urllib3 1.26 only")

BODY = b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}'
GOOD = http_response(BODY, "Content-Type: application/json")


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    server.respond(GOOD)
    yield server
    server.close()


def plain(host: str) -> float:
    """One request with plain urllib3."""
    with urllib3.PoolManager() as pools:
        data = json.loads(pools.request("GET", f"{host}/account/balance", headers={"X-API-KEY": "k"}).data)
    balance: float = data["balance"]
    return balance


def ours(host: str) -> float:
    """The same request with this library."""
    with smscx_client.ApiClient(smscx_client.Configuration(host=host, api_key="k", max_retries=0)) as client:
        return AccountApi(client).get_account_balance().balance


both = pytest.mark.parametrize("request_with", [plain, ours])


@both
def test_vcr_records_and_replays(tmp_path: Path, server: Scripted, request_with: Callable[[str], float]) -> None:
    cassette = str(tmp_path / "cassette.yaml")
    with vcr.use_cassette(cassette):
        assert request_with(server.host) == 250.0
    server.stop_listening()
    with vcr.use_cassette(cassette, record_mode="none") as replayed:
        assert request_with(server.host) == 250.0
        assert replayed.play_count == 1
    assert len(server.requests) == 1


# vcrpy drops an idle connection without closing it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_client_with_an_idle_connection_replays(tmp_path: Path, server: Scripted) -> None:
    cassette = str(tmp_path / "cassette.yaml")
    with vcr.use_cassette(cassette):
        ours(server.host)
    configuration = smscx_client.Configuration(host=server.host, api_key="k", max_retries=0)
    with smscx_client.ApiClient(configuration) as client:
        api = AccountApi(client)
        api.get_account_balance()
        with vcr.use_cassette(cassette, record_mode="none") as replayed:
            assert api.get_account_balance().balance == 250.0
            assert replayed.play_count == 1
        api.get_account_balance()
    assert len(server.requests) == 3


def test_a_request_that_is_not_on_the_cassette_is_not_sent(tmp_path: Path, server: Scripted) -> None:
    with (
        vcr.use_cassette(str(tmp_path / "empty.yaml"), record_mode="none"),
        pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException),
    ):
        ours(server.host)
    assert server.requests == []


@pytest.mark.parametrize("made_with", ["1.26", "2.0", "2.x"])
def test_cassettes_of_every_urllib3_replay(tmp_path: Path, server: Scripted, made_with: str) -> None:
    """The versions differ in the headers that they send, which are part of a cassette."""
    agents = {"1.26": "python-urllib3/1.26.20", "2.0": "python-urllib3/2.0.7", "2.x": "python-urllib3/2.8.0"}
    cassette = tmp_path / "cassette.yaml"
    interaction = {
        "request": {
            "method": "GET",
            "uri": f"{server.host}/account/balance",
            "body": None,
            "headers": {"User-Agent": [agents[made_with]], "X-API-KEY": ["k"]},
        },
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": {"Content-Type": ["application/json"], "Content-Length": [str(len(BODY))]},
            "body": {"string": BODY.decode()},
        },
    }
    cassette.write_text(json.dumps({"version": 1, "interactions": [interaction]}))
    with vcr.use_cassette(str(cassette), record_mode="none"):
        assert ours(server.host) == 250.0
    assert server.requests == []


def with_httpretty(request_with: Callable[[str], float], host: str) -> float | str:
    """The balance that httpretty replays, or why it cannot with this version of urllib3."""
    httpretty.enable(allow_net_connect=False)
    try:
        httpretty.register_uri(
            httpretty.GET, f"{host}/account/balance", body=BODY.decode(), content_type="application/json"
        )
        return request_with(host)
    except httpretty.errors.UnmockedError as error:
        return str(error)
    finally:
        httpretty.disable()
        httpretty.reset()


def test_httpretty_replays_where_it_can_with_plain_urllib3(server: Scripted) -> None:
    assert with_httpretty(ours, server.host) == with_httpretty(plain, server.host)
    assert server.requests == []


@both
def test_opentelemetry_traces(server: Scripted, request_with: Callable[[str], float]) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = URLLib3Instrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        request_with(server.host)
    finally:
        instrumentor.uninstrument()
        provider.shutdown()
    (span,) = exporter.get_finished_spans()
    attributes = dict(span.attributes or {})
    assert attributes.get("http.method", attributes.get("http.request.method")) == "GET"
    assert b"traceparent" in server.requests[0].lower()


SENTRY = """
import sentry_sdk, sys
from test.client.test_replay_and_tracing import ours, plain

events = []
sentry_sdk.init(
    dsn="http://public@127.0.0.1:1/1",
    traces_sample_rate=1.0,
    before_send_transaction=lambda event, hint: events.append(event),  # it returns None: nothing is sent
)
for request_with in (plain, ours):
    with sentry_sdk.start_transaction(name="test"):
        request_with(sys.argv[1])
for event in events:
    print([span["op"] for span in event["spans"]].count("http.client"))
"""


def test_sentry_traces(server: Scripted) -> None:
    """In its own process: sentry_sdk patches the standard library permanently."""
    command = [sys.executable, "-c", SENTRY, server.host]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]
    assert all(b"sentry-trace" in request.lower() for request in server.requests)
