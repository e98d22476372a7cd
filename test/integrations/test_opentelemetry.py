"""Spans and metrics of calls: one span per call with a child per try, standard names, no personal data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from opentelemetry import baggage, context, trace
from opentelemetry.instrumentation.urllib3 import URLLib3Instrumentor
from opentelemetry.instrumentation.utils import suppress_instrumentation
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import smscx_client
from smscx_client.apis import NumbersApi, OtpApi, SmsApi
from smscx_client.integrations.opentelemetry import Instrumentation
from smscx_client.retry import RetryPolicy
from test.support.scripted import Scripted, closes, http_response

NUMBER = "+31612469333"
TEXT = "Your parcel arrives today"
PIN = "714285"
OTP_ID = "d658b586-93b0-441a-9eb1-dc433430c9c9"
PRIVATE = ("612469333", "parcel", PIN)
JSON = "Content-Type: application/json"
SENT = http_response(b'{"info": {"totalCost": 0.075}}', JSON, "X-Request-Id: req-1")
ECHO = json.dumps({"error": {"type": "invalid_param", "code": 1106, "message": f"{NUMBER} {TEXT} {PIN}"}}).encode()
BUSY = http_response(ECHO, JSON, status="503 Busy")


class Traced:
    """Collects the spans and metrics of a test."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.meters = MeterProvider([self.reader])

    def client(self, host: str, propagate: bool = False, **settings: Any) -> smscx_client.ApiClient:
        on_event = Instrumentation(tracer_provider=self.tracers, meter_provider=self.meters, propagate=propagate)
        if "username" not in settings:
            settings["api_key"] = "k"
        configuration = smscx_client.Configuration(host=host, on_event=on_event, **settings)
        return smscx_client.ApiClient(configuration, retry_policy=RetryPolicy(sleep=lambda seconds: None))

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """The spans in the order of their ends."""
        return self.exporter.get_finished_spans()

    def durations(self) -> list[dict[str, Any]]:
        """The attributes and the count of each point of the histogram."""
        data = self.reader.get_metrics_data()
        (metric,) = data.resource_metrics[0].scope_metrics[0].metrics if data is not None else ()
        assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
        return [{**dict(one.attributes), "count": one.count} for one in metric.data.data_points]

    def close(self) -> None:
        self.tracers.shutdown()
        self.meters.shutdown()


@pytest.fixture
def traced() -> Iterator[Traced]:
    traced = Traced()
    yield traced
    traced.close()


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    server.respond(SENT)
    yield server
    server.close()


def send(client: smscx_client.ApiClient, **options: Any) -> Any:
    return SmsApi(client).send_sms({"to": [NUMBER], "from": "InfoText", "text": TEXT}, **options)


def attributes_of(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def is_child(span: ReadableSpan, parent: ReadableSpan) -> bool:
    return span.parent is not None and span.parent.span_id == parent.get_span_context().span_id


def test_a_call_is_a_span_with_a_child_for_its_try(traced: Traced, server: Scripted) -> None:
    with traced.client(server.host) as client:
        send(client)
    attempt, call = traced.spans
    assert (attempt.name, attempt.kind) == ("POST /sms", SpanKind.CLIENT)
    assert (call.name, call.kind) == ("send_sms", SpanKind.INTERNAL)
    assert is_child(attempt, call) and call.parent is None
    assert attributes_of(attempt) == {
        "http.request.method": "POST",
        "http.response.status_code": 200,
        "http.response.header.x-request-id": ("req-1",),
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "url.full": f"{server.host}/sms",
        "url.scheme": "http",
        "url.template": "/sms",
    }
    of_call = attributes_of(call)
    assert len(of_call.pop("smscx.idempotency_id")) == 36
    assert of_call == {
        "http.request.method": "POST",
        "http.response.status_code": 200,
        "http.response.header.x-request-id": ("req-1",),
        "smscx.cost": 0.075,
        "smscx.operation": "send_sms",
        "url.template": "/sms",
    }
    assert {attempt.status.status_code, call.status.status_code} == {StatusCode.UNSET}


def test_each_repeat_is_a_child_with_its_number(traced: Traced, server: Scripted) -> None:
    server.respond(BUSY, closes(), SENT)
    with traced.client(server.host) as client:
        send(client)
    *tries, call = traced.spans
    assert all(is_child(one, call) for one in tries)
    outcomes = [
        tuple(attributes_of(one).get(f"{name}") for name in ("http.request.resend_count", "error.type"))
        for one in (*tries, call)
    ]
    assert outcomes == [
        (None, "503"),
        (1, "smscx_client.exceptions.ApiConnectionException"),
        (2, None),
        (2, None),
    ]
    assert [one.status.status_code for one in tries] == [StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET]


def test_a_failed_call_is_an_error(traced: Traced, server: Scripted) -> None:
    server.respond(http_response(ECHO, JSON, status="400 Bad Request"))
    with traced.client(server.host) as client, pytest.raises(smscx_client.InvalidRequestException):
        send(client)
    for span in traced.spans:
        assert span.status.status_code is StatusCode.ERROR
        assert attributes_of(span)["error.type"] == "400"
        assert attributes_of(span)["http.response.status_code"] == 400


def test_spans_belong_to_the_current_span_of_the_caller(traced: Traced, server: Scripted) -> None:
    tracer = trace.get_tracer("test", tracer_provider=traced.tracers)
    with traced.client(server.host) as client:
        with tracer.start_as_current_span("sign-up"):
            send(client)
            assert trace.get_current_span().get_span_context().is_valid
            send(client, async_req=True).get(30)
        send(client)
    calls = {one.name: one for one in traced.spans}
    spans = [one for one in traced.spans if one.name == "send_sms"]
    assert [is_child(one, calls["sign-up"]) for one in spans] == [True, True, False]
    assert not trace.get_current_span().get_span_context().is_valid  # nothing stays attached


def test_a_token_is_a_call_below_the_call_that_needs_it(traced: Traced, server: Scripted) -> None:
    token = http_response(b'{"access_token": "secret-token", "expires_in": 3600}', JSON)
    server.respond(token, SENT, http_response(status="401 Unauthorized"), token, SENT)
    with traced.client(server.host, username="app", password="secret-word") as client:
        send(client)
        send(client)
    names = ["POST /oauth/token", "get_access_token", "POST /sms", "send_sms"]
    assert [one.name for one in traced.spans] == [*names, "POST /sms", *names]
    first, second = traced.spans[:4], traced.spans[4:]
    assert is_child(first[1], first[3])
    assert is_child(second[2], second[4])  # the token belongs to the call, not to the rejected try
    assert "secret" not in "".join(one.to_json() for one in traced.spans)


def test_spans_and_metrics_have_no_personal_data(traced: Traced, server: Scripted) -> None:
    steps = (
        SENT,
        http_response(ECHO, JSON, status="400 Bad Request"),
        BUSY,
        closes(),
        closes(http_response(ECHO, "612469333")),
    )
    with traced.client(server.host, max_retries=0) as client:
        for step in steps:
            for call in (
                lambda: send(client),
                lambda: NumbersApi(client).validate_number(NUMBER),
                lambda: OtpApi(client).verify_otp(OTP_ID, PIN),
            ):
                server.respond(step)
                with suppress(smscx_client.ApiException):
                    call()
    shown = "".join(one.to_json() for one in traced.spans) + repr(traced.durations())
    assert len(traced.spans) == 30
    assert f"{server.host}/numbers/validate/REDACTED" in shown
    assert [word for word in (*PRIVATE, OTP_ID) if word in shown] == []


def test_the_durations_of_tries_are_a_histogram(traced: Traced, server: Scripted) -> None:
    server.respond(BUSY, closes(), SENT)
    with traced.client(server.host) as client:
        send(client)
        send(client)
    common = {
        "http.request.method": "POST",
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "url.scheme": "http",
        "url.template": "/sms",
    }
    points = sorted(traced.durations(), key=lambda one: one.get("http.response.status_code", 0))
    assert points == [
        {**common, "error.type": "smscx_client.exceptions.ApiConnectionException", "count": 1},
        {**common, "http.response.status_code": 200, "count": 2},
        {**common, "http.response.status_code": 503, "error.type": "503", "count": 1},
    ]


@pytest.fixture
def urllib3_traced(traced: Traced) -> Iterator[None]:
    """The instrumentation of urllib3 is on, too."""
    instrumentor = URLLib3Instrumentor()
    instrumentor.instrument(tracer_provider=traced.tracers, meter_provider=traced.meters)
    yield
    instrumentor.uninstrument()


@pytest.mark.usefixtures("urllib3_traced")
def test_the_instrumentation_of_urllib3_makes_no_second_spans(traced: Traced, server: Scripted) -> None:
    import urllib3

    with traced.client(server.host) as client:
        send(client)
    assert [one.name for one in traced.spans] == ["POST /sms", "send_sms"]
    assert [one["count"] for one in traced.durations()] == [1]
    assert b"traceparent" not in server.requests[0].lower()
    with urllib3.PoolManager() as pools:  # requests of the program still have their spans
        pools.request("GET", f"{server.host}/")
    assert len(traced.spans) == 3


@pytest.mark.parametrize("propagate", [False, True])
def test_the_trace_is_sent_to_the_server_on_request_only(traced: Traced, server: Scripted, propagate: bool) -> None:
    server.respond(BUSY, SENT)
    token = context.attach(baggage.set_baggage("user", "eve"))
    try:
        with traced.client(server.host, propagate=propagate) as client:
            send(client)
    finally:
        context.detach(token)
    assert len(server.requests) == 2
    for request, span in zip(server.requests, traced.spans):
        spans = f"{span.get_span_context().trace_id:032x}-{span.get_span_context().span_id:016x}"
        assert (f"traceparent: 00-{spans}-".encode() in request.lower()) == propagate
        assert b"baggage" not in request.lower()


def test_suppressed_instrumentation_makes_no_spans(traced: Traced, server: Scripted) -> None:
    with traced.client(server.host) as client, suppress_instrumentation():
        send(client)
    assert traced.spans == ()


def test_without_the_extra_the_message_names_it() -> None:
    code = "import sys; sys.modules['opentelemetry'] = None; import smscx_client.integrations.opentelemetry"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'smscx_client[otel]'" in done.stderr.splitlines()[-1]
