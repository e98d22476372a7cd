"""Tests of the metrics against a sandbox of the SMS.CX API: `pytest examples/events`."""

from __future__ import annotations

import pytest
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_metrics import PrometheusMetrics

import smscx_client
from smscx_client.sandbox.pytest_fixture import SmscxSandbox

PHONE = "+31612469333"


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def client(smscx_sandbox: SmscxSandbox, registry: CollectorRegistry) -> smscx_client.Client:
    return smscx_sandbox.new_client(on_event=PrometheusMetrics(registry))


def send(client: smscx_client.Client) -> None:
    client.sms.send_sms(to=PHONE, from_="InfoText", text="Hi")


def test_requests_calls_and_costs_are_counted(
    smscx_sandbox: SmscxSandbox, client: smscx_client.Client, registry: CollectorRegistry
) -> None:
    smscx_sandbox.fail("send_sms", status=503)
    send(client)

    def value(name: str, **labels: str) -> float | None:
        return registry.get_sample_value(name, {"operation": "send_sms", **labels})

    assert value("smscx_requests_total", status="503") == 1
    assert value("smscx_requests_total", status="200") == 1
    assert value("smscx_calls_total", result="success") == 1
    assert value("smscx_call_seconds_count") == 1
    assert value("smscx_cost_total") == float(smscx_sandbox.messages[0].cost)
    assert value("smscx_unknown_total") is None


def test_a_lost_response_is_an_unknown_outcome(
    smscx_sandbox: SmscxSandbox, client: smscx_client.Client, registry: CollectorRegistry
) -> None:
    smscx_sandbox.fail("send_sms", reset=True, when="after", times=3)
    with pytest.raises(smscx_client.ApiConnectionException):
        send(client)
    assert registry.get_sample_value("smscx_unknown_total", {"operation": "send_sms"}) == 1
    assert registry.get_sample_value("smscx_requests_total", {"operation": "send_sms", "status": "none"}) == 3


def test_no_label_has_personal_data(client: smscx_client.Client, registry: CollectorRegistry) -> None:
    send(client)
    assert PHONE.strip("+") not in generate_latest(registry).decode()
