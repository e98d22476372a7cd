"""Makes the events of a call from its tries. Loaded only if something uses them: ``on_event`` or the log."""

from __future__ import annotations

import json
import logging
import re
from decimal import Decimal
from http.client import responses
from typing import TYPE_CHECKING, Any

from smscx_client._headers import check_header
from smscx_client.events import CallEvent, safely
from smscx_client.exceptions import ApiConnectionException, ApiException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Literal

    from smscx_client.events import Consumer
    from smscx_client.operation import Operation
    from smscx_client.retry import RetryPolicy

__all__ = ["Watch", "log_event"]

_LOGGER = logging.getLogger("smscx_client")


class Watch:
    """Makes the events of one call, for one consumer."""

    def __init__(
        self,
        consumers: Sequence[Consumer],
        operation: Operation,
        host: str,
        idempotency_id: str | None,
        policy: RetryPolicy,
        log_content: bool,
    ):
        self._consumers = consumers
        self._any_starts = any(hasattr(one, "start") for one in consumers)
        self._operation = operation
        self._host = host
        self._idempotency_id = idempotency_id
        self._policy = policy
        self._log_content = log_content
        self._attempt = 0
        self._paused = 0.0
        self._try: _Running | None = None
        #: The response of the current try, or of the last one; None without one.
        self.response: Any = None
        self._call = self._start("call", {})

    def _start(self, kind: Literal["try", "call"], headers: dict[str, str]) -> _Running:
        running = _Running(kind, self._policy.clock(), self._policy.now(), self._consumers)
        if self._any_starts:
            running.ends = _started(self._consumers, self._event(running), headers)
        return running

    def start_try(self, headers: dict[str, str]) -> None:
        """Begin a try. Consumers may add to its ``headers``."""
        self._attempt += 1
        self.response = None
        added: dict[str, str] = {}
        self._try = self._start("try", added)
        for name, value in added.items():
            if safely(_is_header, name, value):
                headers[name] = value

    def end_try(self, failure: BaseException | None = None, pause: float | None = None) -> None:
        """End a try, before the pause until the next one."""
        running, self._try = self._try, None
        if running is not None:
            self._paused += pause or 0.0
            self._end(running, failure, pause)

    def end(self, failure: BaseException | None = None, data: Any = None) -> None:
        """End the call, and the try if one is running.

        :param data: what the call returns.
        """
        self.end_try(failure)
        cost = cost_of(data) if self._operation.paid and failure is None else None
        self._end(self._call, failure, self._paused, cost)

    def _end(
        self, running: _Running, failure: BaseException | None, pause: float | None, cost: Decimal | None = None
    ) -> None:
        if failure is not None and not self._log_content:
            failure = without_content(failure)
        seconds = self._policy.clock() - running.started
        event = self._event(running, seconds=seconds, pause=pause, exception=failure, cost=cost)
        for end in running.ends:
            safely(end, event)

    def _event(self, running: _Running, **more: Any) -> CallEvent:
        response = self.response
        return CallEvent(
            running.kind,
            self._operation.name,
            self._operation.method,
            self._operation.path,
            self._host,
            self._attempt,
            running.started_at,
            status=0 if response is None else response.status,
            request_id=None if response is None else response.headers.get("X-Request-Id"),
            idempotency_id=self._idempotency_id,
            **more,
        )


class _Running:
    """A try or call that has begun, and the functions that take the event at its end."""

    __slots__ = ("ends", "kind", "started", "started_at")

    def __init__(self, kind: Literal["try", "call"], started: float, started_at: float, ends: Sequence[Consumer]):
        self.kind = kind
        self.started = started
        self.started_at = started_at
        self.ends = ends


def _started(consumers: Sequence[Consumer], event: CallEvent, headers: dict[str, str]) -> list[Consumer]:
    """Start each consumer that has a ``start``. What started last ends first, so that their contexts nest."""
    ends: list[Consumer] = []
    for consumer in consumers:
        start = getattr(consumer, "start", None)
        end = safely(start, event, headers) if start is not None else None
        ends.insert(0 if end is not None else len(ends), end or consumer)
    return ends


def _is_header(name: str, value: str) -> bool:
    check_header(name, value, "headers of an event consumer")
    return True


def log_event(event: CallEvent) -> None:
    """Write the log line of a try: the consumer that the library itself uses."""
    if event.kind == "try":
        _LOGGER.info(
            "%s %s %s in %.3f s, try %d, request %s",
            event.method,
            event.path,
            event.status or "no response",
            event.seconds,
            event.attempt,
            (event.request_id or "-").encode("unicode_escape").decode(),  # a value of the server, on one line
        )


#: Where responses have the cost of a call: the first of them that is there. A rented number has two costs.
_COSTS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("info", "totalCost"),),
    (("info", "rentCost"), ("info", "setupCost")),
    (("cost",),),
    (("data", "cost"),),
)


def cost_of(data: Any) -> Decimal | None:
    """The cost in a response of a paid operation; None if it has none."""
    wire = data.__wire_sync__() if hasattr(data, "__wire_sync__") else None
    for places in _COSTS:
        found = [value for place in places if (value := _value_at(wire, place)) is not None]
        if found:
            return sum((Decimal(str(value)) for value in found), Decimal(0))
    return None


def _value_at(wire: Any, place: Sequence[str]) -> float | None:
    for name in place:
        wire = wire.get(name) if isinstance(wire, dict) else None
    return wire if isinstance(wire, (int, float)) and not isinstance(wire, bool) else None


#: The headers that a failure without content keeps, in lower case.
_KEPT_HEADERS = (
    "date",
    "retry-after",
    "x-request-id",
    "x-rate-limit-limit",
    "x-rate-limit-remaining",
    "x-rate-limit-reset",
)


def without_content(failure: BaseException) -> BaseException:
    """A copy of an exception without anything that may quote a request or a response.

    Of an exception that is not an :class:`~smscx_client.ApiException`, only its built-in base class is kept.
    """
    if not isinstance(failure, ApiException):
        base: Any = next(one for one in type(failure).__mro__ if one.__module__ == "builtins")
        bare: BaseException = base.__new__(base)
        return bare
    kind = type(failure)
    copied = kind.__new__(kind)
    headers = {name: failure.headers[name] for name in _KEPT_HEADERS if name in failure.headers}
    ApiException.__init__(
        copied, failure.status, responses.get(failure.status), body=_error_without_content(failure), headers=headers
    )
    copied.received_at = failure.received_at
    copied.outcome_unknown = failure.outcome_unknown
    copied.idempotency_id = failure.idempotency_id
    return copied


def _error_without_content(failure: ApiException) -> str:
    error: dict[str, Any] = {"type": failure.error_type, "code": failure.error_code}
    if error["type"] is not None and not re.fullmatch(r"[a-z][a-z_]{0,39}", error["type"]):
        error["type"] = None  # no name of an error
    if isinstance(failure, ApiConnectionException) and failure.__cause__ is not None:
        error["message"] = type(failure.__cause__).__name__
    return json.dumps({"error": error})
