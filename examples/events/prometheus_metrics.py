"""Metrics of calls for Prometheus: requests, failures, unknown outcomes, durations, costs.

python examples/events/prometheus_metrics.py, then open http://127.0.0.1:9464/metrics."""

from __future__ import annotations

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, start_http_server

import smscx_client


class PrometheusMetrics:
    """A consumer for `Client(on_event=...)`. No label has a phone number or a text."""

    def __init__(self, registry: CollectorRegistry = REGISTRY):
        self.requests = Counter("smscx_requests", "HTTP requests.", ["operation", "status"], registry=registry)
        self.calls = Counter("smscx_calls", "Calls by result.", ["operation", "result"], registry=registry)
        self.unknown = Counter("smscx_unknown", "Failed calls that may have acted.", ["operation"], registry=registry)
        self.seconds = Histogram("smscx_call_seconds", "Duration of calls.", ["operation"], registry=registry)
        self.cost = Counter("smscx_cost", "What the API charged.", ["operation"], registry=registry)

    def __call__(self, event: smscx_client.CallEvent) -> None:
        if event.kind == "try":
            self.requests.labels(event.operation, event.status or "none").inc()
            return
        self.calls.labels(event.operation, type(event.exception).__name__ if event.exception else "success").inc()
        self.seconds.labels(event.operation).observe(event.seconds)
        if isinstance(event.exception, smscx_client.ApiException) and event.exception.outcome_unknown:
            self.unknown.labels(event.operation).inc()
        if event.cost:
            self.cost.labels(event.operation).inc(float(event.cost))


if __name__ == "__main__":
    start_http_server(9464, addr="127.0.0.1")
    with smscx_client.Client(on_event=PrometheusMetrics()) as client:
        print(client.account.get_account_balance().balance)
        input("Press Enter to end.")
