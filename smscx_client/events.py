"""What happens in a call, for logs, metrics and traces: one event for each try and one for the call.

The library writes its own log lines from these events. Events have no content of requests and responses: no phone
number, no text, no PIN. So a program can send them to any monitoring service.
"""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from typing_extensions import Literal

__all__ = ["CallEvent", "Consumer", "Consumers", "StartingConsumer", "each", "safely"]


@dataclass(frozen=True)
class CallEvent:
    """The end of one try of a call, or of the call itself. :class:`~smscx_client.Configuration` takes the consumer
    of the events as ``on_event``.

    A call that succeeds at once has two events: its try, then the call. Each repeat adds the event of a try. A call
    that fetches a token has the events of that call, ``get_access_token``, between its own. Wrong input has no events,
    since no call is made.
    """

    #: ``"try"`` for one request, ``"call"`` for the whole call.
    kind: Literal["try", "call"]
    #: The name of the method, such as ``send_sms``.
    operation: str
    #: The HTTP method, such as ``POST``.
    method: str
    #: The path with the names of its parameters in braces, such as ``/numbers/validate/{phoneNumber}``.
    path: str
    #: The URL of the server, as in ``Configuration.host``.
    host: str
    #: The number of the try, from 1. Of a call: the number of its tries; 0 if no request was made.
    attempt: int
    #: The time of the start, in seconds since 1970-01-01 UTC.
    started_at: float
    #: The HTTP status; 0 without a response. Of a call: the status of its last try.
    status: int = 0
    #: Seconds from start to end. Of a call: with all tries, pauses and the fetching of a token.
    seconds: float = 0.0
    #: Of a try: seconds until the next try, known before the wait; None if there is no next try. Of a call: the sum.
    pause: float | None = None
    #: The id of the request at the server; None without one.
    request_id: str | None = None
    #: The idempotency id of the request; None without one.
    idempotency_id: str | None = None
    #: The failure; None after a success. Unless ``Configuration(log_content=True)``, it is a copy without content: the
    #: same class with ``status``, ``error_type``, ``error_code``, ``retry_after``, ``outcome_unknown`` and
    #: ``idempotency_id``, but without messages, phone numbers, traceback and cause.
    exception: BaseException | None = None
    #: Of a call: how much the API charged according to its response; None if the response does not say.
    cost: Decimal | None = None

    @property
    def http_line(self) -> str:
        """HTTP method and path, such as ``GET /numbers/validate/{phoneNumber}``."""
        return f"{self.method} {self.path}"


#: A consumer of events. What it returns is ignored; what it raises is printed and changes nothing.
Consumer = Callable[[CallEvent], object]


class StartingConsumer(Protocol):
    """A consumer that also acts at the start of calls and tries, as tracing has to."""

    def __call__(self, event: CallEvent, /) -> object:
        """Take an event. Called only if there was no start, because :meth:`start` raised an exception."""
        ...

    def start(self, event: CallEvent, headers: dict[str, str], /) -> Consumer:
        """Return the function to call with the event at the end, in the same thread.

        :param event: what is known at the start.
        :param headers: an empty dict; headers that are set in it are sent with the try.
        """
        ...


class Consumers:
    """Several consumers as one. A failure of one of them does not affect the others.

    :param consumers: callables; those that are :class:`Consumers` themselves stand for their consumers, None for none.
    """

    def __init__(self, consumers: Sequence[Consumer | None]):
        self.consumers = tuple(single for one in consumers for single in each(one))

    def __call__(self, event: CallEvent) -> None:
        for consumer in self.consumers:
            safely(consumer, event)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Consumers) and self.consumers == other.consumers

    def __hash__(self) -> int:
        return hash(self.consumers)


def each(consumer: Consumer | None) -> tuple[Consumer, ...]:
    """The single consumers of an ``on_event`` setting."""
    if isinstance(consumer, Consumers):
        return consumer.consumers
    return () if consumer is None else (consumer,)


def safely(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function of the program. If it raises an exception, print that as :mod:`logging` does and return None."""
    try:
        return function(*arguments)
    except Exception as error:
        if logging.raiseExceptions:  # chain=False: the failure of a call before it may quote a phone number
            traceback.print_exception(type(error), error, error.__traceback__, chain=False)
        return None
