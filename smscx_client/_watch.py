"""Makes the events of a call from its tries. Loaded only if something uses them: ``on_event`` or the log."""

from __future__ import annotations

import json
import logging
import re
from decimal import Decimal
from http.client import responses
from typing import TYPE_CHECKING, Any

from smscx_client._headers import check_header
from smscx_client.events import CallEvent, each, safely
from smscx_client.exceptions import ApiConnectionException, ApiException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Literal, TypeAlias

    from smscx_client.events import Consumer
    from smscx_client.operation import Operation
    from smscx_client.retry import RetryPolicy

__all__ = ["Watch", "log_event"]

#: A try or call that has begun: its kind, its start by the clock, its start as Unix time, and the functions that take
#: the event at its end.
_Running: TypeAlias = "tuple[Literal['try', 'call'], float, float, Sequence[Consumer]]"

_LOGGER = logging.getLogger("smscx_client")


class Watch:
    """Makes the events of one call, for its consumers.

    :param on_event: the setting of the configuration.
    :param logged: whether the log is a consumer too.
    """

    __slots__ = (
        "_any_starts",
        "_attempt",
        "_call",
        "_consumers",
        "_fixed",
        "_log_content",
        "_paused",
        "_policy",
        "_request_id",
        "_status",
        "_try",
        "_wants_cost",
    )

    def __init__(
        self,
        on_event: Consumer | None,
        logged: bool,
        operation: Operation,
        host: str,
        idempotency_id: str | None,
        policy: RetryPolicy,
        log_content: bool,
    ):
        consumers = each(on_event)
        self._consumers = (*consumers, log_event) if logged else consumers
        self._any_starts = any(hasattr(one, "start") for one in consumers)
        self._fixed = operation.name, operation.method, operation.path, host, idempotency_id
        self._wants_cost = operation.paid
        self._policy = policy
        self._log_content = log_content
        self._attempt = 0
        self._paused = 0.0
        self._status = 0
        self._request_id: str | None = None
        self._try: _Running | None = None
        self._call = self._start("call", {})

    def start_try(self, headers: dict[str, str]) -> None:
        """Begin a try. Consumers may add to its ``headers``."""
        self._attempt += 1
        self._status, self._request_id = 0, None
        added: dict[str, str] = {}
        self._try = self._start("try", added)
        for name, value in added.items():
            if safely(_is_header, name, value):
                lower = name.lower()
                headers[next((sent for sent in headers if sent.lower() == lower), name)] = value

    def received(self, response: Any) -> None:
        """Note the response of the current try."""
        self._status, self._request_id = response.status, response.headers.get("X-Request-Id")

    def end_try(self, failure: BaseException | None = None, pause: float | None = None) -> None:
        """End a try, before the pause until the next one."""
        if self._try is not None:
            self._paused += pause or 0.0
            running, self._try = self._try, None
            self._end(running, failure, pause, None)

    def end(self, failure: BaseException | None = None, data: Any = None) -> None:
        """End the call, and the try if one is running.

        :param data: what the call returns.
        """
        self.end_try(failure)
        cost = cost_of(data) if self._wants_cost and failure is None else None
        self._end(self._call, failure, self._paused, cost)

    def _start(self, kind: Literal["try", "call"], headers: dict[str, str]) -> _Running:
        running = kind, self._policy.clock(), self._policy.now(), self._consumers
        if self._any_starts:
            return *running[:3], _started(self._consumers, self._event(running), headers)
        return running

    def _end(self, running: _Running, failure: BaseException | None, pause: float | None, cost: Decimal | None) -> None:
        if failure is not None and not self._log_content:
            failure = without_content(failure)
        event = self._event(running, self._policy.clock() - running[1], pause, failure, cost)
        for end in running[3]:
            safely(end, event)

    def _event(
        self,
        running: _Running,
        seconds: float = 0.0,
        pause: float | None = None,
        failure: BaseException | None = None,
        cost: Decimal | None = None,
    ) -> CallEvent:
        kind, _, started_at, _ = running
        name, method, path, host, idempotency_id = self._fixed
        return CallEvent(
            kind,
            name,
            method,
            path,
            host,
            self._attempt,
            started_at,
            self._status,
            seconds,
            pause,
            self._request_id,
            idempotency_id,
            failure,
            cost,
        )


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
            "%s %s in %.3f s, try %d, request %s",
            event.http_line,
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
    copied.after_unknown = failure.after_unknown
    copied.idempotency_id = failure.idempotency_id
    return copied


def _error_without_content(failure: ApiException) -> str:
    error: dict[str, Any] = {"type": failure.error_type, "code": failure.error_code}
    if error["type"] is not None and not re.fullmatch(r"[a-z][a-z_]{0,39}", error["type"]):
        error["type"] = None  # no name of an error
    if isinstance(failure, ApiConnectionException) and failure.__cause__ is not None:
        error["message"] = type(failure.__cause__).__name__
    return json.dumps({"error": error})
