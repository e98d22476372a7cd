"""Spans and metrics of calls, for OpenTelemetry. Needs ``pip install 'smscx_client[otel]'``.

    from smscx_client.integrations.opentelemetry import Instrumentation

    client = smscx_client.Client(api_key="...", on_event=Instrumentation())

Each call is a span with a child span for each try. Spans and metrics have the names of the stable semantic conventions
for HTTP clients, and no content: no phone number, no text, no PIN. Values of parameters in a path are replaced by
``REDACTED``, and queries are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import urlsplit

from smscx_client._version import __version__

try:
    from opentelemetry import context, metrics, trace
    from opentelemetry.context import _SUPPRESS_HTTP_INSTRUMENTATION_KEY, _SUPPRESS_INSTRUMENTATION_KEY
    from opentelemetry.trace import SpanKind, StatusCode
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"{__name__} needs the package {error.name}; install it: pip install 'smscx_client[otel]'", name=error.name
    ) from error

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import TracerProvider

    from smscx_client.events import CallEvent

__all__ = ["Instrumentation"]

#: Seconds: the bounds that the semantic conventions recommend for the histogram.
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
_PORTS = {"http": 80, "https": 443}


class Instrumentation:
    """A consumer for ``Configuration(on_event=...)`` that makes spans and metrics.

    The span of a call is a child of the current span of the caller, also with ``async_req=True`` and in
    ``AsyncClient``. The instrumentation of urllib3 makes no second spans for the same requests. Tokens that the client
    fetches are calls of their own below the call that needs them.

    :param tracer_provider: the global tracer provider if None.
    :param meter_provider: the global meter provider if None.
    :param propagate: send the id of the trace to the server, in the headers ``traceparent`` and ``tracestate``. The API
        does not document them; a gateway between may use them. Baggage is never sent.

    Example::

        client = smscx_client.Client(api_key="...", on_event=Instrumentation())
    """

    def __init__(
        self,
        *,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
        propagate: bool = False,
    ):
        self._tracer = trace.get_tracer("smscx_client", __version__, tracer_provider)
        meter = metrics.get_meter("smscx_client", __version__, meter_provider)
        self._duration = meter.create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=_BOUNDS,
        )
        self._propagate = propagate

    def __call__(self, event: CallEvent) -> None:
        """Do nothing: what :meth:`start` returns takes the events."""

    def start(self, event: CallEvent, headers: dict[str, str]) -> Callable[[CallEvent], None]:
        """Start the span of a call or a try; return the function that ends it. The client calls both.

        :param event: the call or try that begins.
        :param headers: the headers of the request; the headers of the trace are added to those of a try.
        """
        if context.get_value(_SUPPRESS_INSTRUMENTATION_KEY):
            return _nothing
        is_try = event.kind == "try"
        attributes = _of_try(event) if is_try else _of_call(event)
        span = self._tracer.start_span(
            event.http_line if is_try else event.operation,
            kind=SpanKind.CLIENT if is_try else SpanKind.INTERNAL,
            attributes=attributes,
        )
        current = trace.set_span_in_context(span)
        if is_try:
            current = context.set_value(_SUPPRESS_HTTP_INSTRUMENTATION_KEY, True, current)
            if self._propagate:
                _inject(headers, current)
        token = context.attach(current)

        def end(ended: CallEvent) -> None:
            span.set_attributes(_of_end(ended))
            if ended.exception is not None:
                span.set_status(StatusCode.ERROR)
            if is_try:
                self._duration.record(ended.seconds, _of_metric(attributes, ended))
            span.end()
            context.detach(token)

        return end


def _nothing(event: CallEvent) -> None:
    pass


def _inject(headers: dict[str, str], current: context.Context) -> None:
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    TraceContextTextMapPropagator().inject(headers, context=current)


def _of_call(event: CallEvent) -> dict[str, Any]:
    """The attributes that are known at the start of a call."""
    attributes = {
        "smscx.operation": event.operation,
        "http.request.method": event.method,
        "url.template": event.path,
    }
    if event.idempotency_id is not None:
        attributes["smscx.idempotency_id"] = event.idempotency_id
    return attributes


def _of_try(event: CallEvent) -> dict[str, Any]:
    """The attributes that are known at the start of a try."""
    parts = urlsplit(event.host)
    attributes: dict[str, Any] = {
        "http.request.method": event.method,
        "server.address": parts.hostname or "",
        "server.port": parts.port or _PORTS.get(parts.scheme, 0),
        "url.scheme": parts.scheme,
        "url.full": event.host + re.sub(r"\{\w+\}", "REDACTED", event.path),
        "url.template": event.path,
    }
    if event.attempt > 1:
        attributes["http.request.resend_count"] = event.attempt - 1
    return attributes


def _of_end(event: CallEvent) -> dict[str, Any]:
    """The attributes that are known at the end of a call or try."""
    attributes: dict[str, Any] = dict(_of_outcome(event))
    if event.request_id is not None:
        attributes["http.response.header.x-request-id"] = [event.request_id]
    if event.kind == "call" and event.attempt > 1:
        attributes["http.request.resend_count"] = event.attempt - 1
    if event.cost is not None:
        attributes["smscx.cost"] = float(event.cost)
    return attributes


#: The attributes of the start of a try that the metric has too: those with few different values.
_IN_METRIC = ("http.request.method", "server.address", "server.port", "url.scheme", "url.template")


def _of_metric(attributes: dict[str, Any], event: CallEvent) -> dict[str, Any]:
    return {**{name: attributes[name] for name in _IN_METRIC}, **_of_outcome(event)}


def _of_outcome(event: CallEvent) -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    if event.status:
        attributes["http.response.status_code"] = event.status
    if event.exception is not None:
        attributes["error.type"] = _error_type(event.exception, event.status)
    return attributes


def _error_type(error: BaseException, status: int) -> str:
    """The status of an error response, else the name of the exception class."""
    if not (status == 0 or 200 <= status <= 299):
        return str(status)
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
