"""A receiver of callbacks: it checks who calls, runs each handler once per event, and says what to reply.

The API signs nothing, so the callback URL carries a token. What the API expects as a response, and whether it repeats
a delivery after an error, is not stated: the receiver replies 200 when all events are handled, and an error otherwise.
A sender that repeats loses nothing, and one that does not is no worse off.

The receiver knows no sockets: `check` judges a request by its head and `receive` handles its body. The adapters in
asgi.py, wsgi.py and django.py call them.
"""

from __future__ import annotations

import hmac
import logging
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, TypeVar, overload
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from uuid import uuid4

from smscx_client.webhooks.events import Event, WebhookError, parse
from smscx_client.webhooks.replies import Await, Reply, announced_length, run_alone
from smscx_client.webhooks.seen import Claim, SeenLike, seen_of

if TYPE_CHECKING:
    from smscx_client.webhooks.asgi import AsgiApp
    from smscx_client.webhooks.wsgi import WsgiApp

__all__ = ["Receiver"]

logger = logging.getLogger("smscx_client.webhooks")

E = TypeVar("E", bound=Event)
R = TypeVar("R")

TOKEN = "token"  # a name, not a secret  # nosec B105
"""The query parameter of the URL that carries the token."""
_JSON_TYPES = ("application/json", "text/json")
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.25
_MOST_UNCONFIRMED = 10_000


class _Job(NamedTuple):
    """One handler to run for one event, and the key under which `seen` knows it."""

    key: str
    event: Event
    handler: Callable[[Any], Any]


class _Outcome(NamedTuple):
    """What came of jobs: the exceptions, and the jobs that another request is doing."""

    failures: list[Exception]
    busy: list[_Job]


class Receiver:
    """Receives the callbacks of the API and runs your handlers, each once per event.

        receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))

        @receiver.on(webhooks.DeliveryReport)
        def delivered(report): ...

    :param token: the secret in the callback URL, or several of them while you replace one: all are accepted, and
        :meth:`url` uses the first.
    :param seen: remembers which events were handled: ``MemorySeen()`` (the default, for one process),
        ``SqliteSeen(path)``, a ``redis.Redis``, a Django cache, or a function that returns True for the key of an
        event that was handled, see :class:`CallableSeen`.
    :param enqueue: a function that takes an event and puts it into a queue. With it, handlers are not run when a
        delivery arrives; the worker of the queue calls :meth:`handle`.
    :param max_body: the longest body that is accepted, in bytes.
    :param wait: seconds to wait for another request that is handling the same event.
    :param clock, sleep: return the time in seconds, and pause.
    """

    def __init__(
        self,
        *,
        token: str | Sequence[str],
        seen: SeenLike | None = None,
        enqueue: Callable[[Event], Any] | None = None,
        max_body: int = 1_048_576,
        wait: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._tokens = _tokens(token)
        self.seen = seen_of(seen)
        self.enqueue = enqueue
        self.max_body = max_body
        self._wait, self._clock, self._sleep = wait, clock, sleep
        #: Jobs that are done, but the store could not confirm it; the oldest are dropped.
        self._unconfirmed: OrderedDict[str, None] = OrderedDict()
        self._handlers: list[tuple[tuple[type[Event], ...], str, Callable[[Any], Any]]] = []

    def __repr__(self) -> str:
        return f"<Receiver with {len(self._handlers)} handlers>"

    @overload
    def on(self, event_class: type[E], /) -> Callable[[Callable[[E], R]], Callable[[E], R]]: ...

    @overload
    def on(self, *event_classes: type[Event]) -> Callable[[Callable[[Any], R]], Callable[[Any], R]]: ...

    def on(self, *event_classes: type[Event]) -> Callable[[Callable[[Any], R]], Callable[[Any], R]]:
        """Register a function, sync or async, for the events of one class or several; ``Event`` means all.

        Several handlers of an event run in the order of their registration, each once. A handler that raises is run
        again when the delivery is repeated; the others are not.

        :param event_classes: classes such as :class:`DeliveryReport`.
        :raises TypeError: one of them is not an event class.
        """
        wrong = [one for one in event_classes if not (isinstance(one, type) and issubclass(one, Event))]
        if wrong or not event_classes:
            got = repr(wrong[0]) if wrong else "nothing"
            raise TypeError(f"on() takes event classes: @receiver.on(webhooks.DeliveryReport), not {got}")

        def register(handler: Callable[[Any], R]) -> Callable[[Any], R]:
            name = f"{getattr(handler, '__module__', '')}.{getattr(handler, '__qualname__', type(handler).__name__)}"
            same = sum(1 for _, known, _ in self._handlers if known.partition("#")[0] == name)
            self._handlers.append((event_classes, f"{name}#{same + 1}" if same else name, handler))
            return handler

        return register

    def url(self, base: str) -> str:
        """The callback URL to give to the API, with the token in it: ``base`` is where the receiver is mounted.

        The path ends in a slash, since frameworks redirect to it otherwise, and the API may not follow.

        :param base: such as ``https://HOST/sms``, the public address of the server with the path of the receiver.
        :raises ValueError: ``base`` is not such an address.

        Example::

            client.sms.send_sms(..., dlr_callback_url=receiver.url("https://HOST/sms"))
        """
        parts = urlsplit(base if isinstance(base, str) else "")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"url() takes the public address of the receiver, such as https://HOST/sms, not {base!r}")
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != TOKEN]
        path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
        return urlunsplit((parts.scheme, parts.netloc, path, urlencode([*query, (TOKEN, self._tokens[0])]), ""))

    @cached_property
    def asgi(self) -> AsgiApp:
        """The receiver as an ASGI application, to mount in FastAPI or Starlette: ``app.mount("/sms", receiver.asgi)``.

        Sync handlers run in threads of the receiver, async handlers in the event loop of the server.
        """
        from smscx_client.webhooks.asgi import AsgiApp

        return AsgiApp(self)

    @cached_property
    def wsgi(self) -> WsgiApp:
        """The receiver as a WSGI application, to mount beside a Flask application with ``DispatcherMiddleware``."""
        from smscx_client.webhooks.wsgi import WsgiApp

        return WsgiApp(self)

    def post(self, url: str, body: bytes) -> int:
        """Handle a delivery without a socket, for tests: ``smscx_sandbox.deliver_webhooks(receiver.post)``.

        Returns the status of the reply.

        :param url: with the token, as :meth:`url` returns it.
        :param body: the JSON text of the callback.
        :raises TypeError: `url` is not a `str`, or `body` is not bytes.
        """
        if not isinstance(url, str):
            raise TypeError(f"url: must be a str, not {type(url).__name__}")
        return (self.check("POST", urlsplit(url).query, {}) or self.receive(body)).status

    def check(self, method: str, query: str, headers: Mapping[str, str]) -> Reply | None:
        """The reply to a request that needs no look at its body; None if the body is to be read.

        :param method: in capitals.
        :param query: the query string of the URL.
        :param headers: with names in lower case.
        """
        if method not in ("POST", "GET", "HEAD"):
            return Reply(405, "This address takes POST requests only.", (("Allow", "GET, HEAD, POST"),))
        if not self._is_authorized(query):
            return Reply(401, "The URL has no valid token.", (("WWW-Authenticate", "URL-Token"),))
        if method != "POST":
            return Reply(200, "This address receives callbacks of the SMS.CX API, by POST. Its token is valid.")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and kind not in _JSON_TYPES and not kind.endswith("+json"):
            return Reply(415, "The body must be application/json.")
        if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            return Reply(415, "The body must not be compressed.")
        length = announced_length(headers)
        return self.too_large() if length is not None and length > self.max_body else None

    def too_large(self) -> Reply:
        """The reply to a body that is longer than `max_body`."""
        return Reply(413, f"The body is longer than {self.max_body} bytes.")

    def receive(self, body: bytes, wait_for: Await | None = None) -> Reply:
        """Handle the body of a delivery and return the reply. It never raises for what a sender or a handler does.

        :param body: as it was received.
        :param wait_for: waits for what an async handler returned; without it, each runs in an event loop of its own.
        :raises TypeError: `body` is not bytes.
        """
        if not isinstance(body, (bytes, bytearray, memoryview, str)):
            raise TypeError(f"body: must be bytes, not {type(body).__name__}")
        if len(body) > self.max_body:
            return self.too_large()
        try:
            events = parse(body)
        except WebhookError as error:
            return Reply(422, str(error))
        outcome = self._run(self._jobs(events), wait_for or run_alone)
        if outcome.failures:
            return Reply(500, f"Handlers failed: {len(outcome.failures)}; events: {len(events)}. Send them again.")
        if outcome.busy:
            return Reply(500, "Another request is handling some of these events; send them again.")
        return Reply(200, f"Events received: {len(events)}.")

    def handle(self, events: Event | Iterable[Event]) -> None:
        """Run the handlers of events that come out of your queue, each once.

        All events are tried; then the first failure is raised, so that the queue can repeat the task.

        :param events: an event, or several.
        :raises RuntimeError: another worker is handling one of the events; repeat the task later.
        :raises TypeError: these are not events.
        """
        given = [events] if isinstance(events, Event) else list(events) if isinstance(events, Iterable) else [events]
        for one in given:
            if not isinstance(one, Event):
                raise TypeError(f"handle() takes events of webhooks.parse, not {type(one).__name__}")
        outcome = self._run(self._handler_jobs(given), run_alone)
        if outcome.failures:
            raise outcome.failures[0]
        if outcome.busy:
            raise RuntimeError(f"Another worker is handling {outcome.busy[0].key}; repeat the task later.")

    def _is_authorized(self, query: str) -> bool:
        sent = [value.encode("utf-8", "surrogatepass") for name, value in parse_qsl(query) if name == TOKEN]
        if len(sent) != 1:
            return False
        matches = [hmac.compare_digest(sent[0], token.encode()) for token in self._tokens]
        return any(matches)

    def _jobs(self, events: Iterable[Event]) -> list[_Job]:
        """What to do for the events of a delivery, each event once."""
        if self.enqueue is None:
            return self._handler_jobs(events)
        enqueue = self.enqueue
        return [_Job(f"{key}/enqueue", event, enqueue) for key, event in _by_key(events).items()]

    def _handler_jobs(self, events: Iterable[Event]) -> list[_Job]:
        """The handlers to run. The first handler of an event has the event's key, so that a function can look it up."""
        wanted = [event for event in events if self._handlers_of(event)]
        return [
            _Job(f"{key}/{name}" if index else key, event, handler)
            for key, event in _by_key(wanted).items()
            for index, (name, handler) in enumerate(self._handlers_of(event))
        ]

    def _handlers_of(self, event: Event) -> list[tuple[str, Callable[[Any], Any]]]:
        return [(name, handler) for classes, name, handler in self._handlers if isinstance(event, classes)]

    def _run(self, jobs: list[_Job], wait_for: Await) -> _Outcome:
        """Do each job that nobody has done. Jobs of other requests are waited for, `wait` seconds in all."""
        owner, deadline, pause = uuid4().hex, self._clock() + self._wait, _FIRST_PAUSE
        failures: list[Exception] = []
        while True:
            busy = []
            for job in jobs:
                try:
                    if not self._attempt(job, owner, wait_for):
                        busy.append(job)
                except Exception as error:
                    logger.error("%s failed; it runs again when the delivery is repeated", job.key, exc_info=error)
                    failures.append(error)
            if not busy or self._clock() >= deadline:
                return _Outcome(failures, busy)
            self._sleep(pause)
            jobs, pause = busy, min(2 * pause, _LONGEST_PAUSE)

    def _attempt(self, job: _Job, owner: str, wait_for: Await) -> bool:
        """Claim a job and do it. Returns False if another request is doing it; raises what handler or store raised."""
        if job.key not in self._unconfirmed:
            claim = self.seen.claim(job.key, owner)
            if claim is not Claim.NEW:
                return claim is not Claim.BUSY
            try:
                result = job.handler(job.event)
                if isawaitable(result):
                    wait_for(result)
            except BaseException:
                with suppress(Exception):  # the claim ends by itself; the failure of the handler says more
                    self.seen.release(job.key, owner)
                raise
            self._unconfirmed[job.key] = None
            if len(self._unconfirmed) > _MOST_UNCONFIRMED:
                self._unconfirmed.popitem(last=False)
        self.seen.confirm(job.key, owner)
        self._unconfirmed.pop(job.key, None)
        return True


def _tokens(given: str | Sequence[str]) -> tuple[str, ...]:
    tokens = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    if not tokens or not all(isinstance(token, str) and token.strip() for token in tokens):
        raise ValueError(
            "token must be a secret text, or several. Make one with: "
            'python -c "import secrets; print(secrets.token_urlsafe())"'
        )
    return tokens


def _by_key(events: Iterable[Event]) -> dict[str, Event]:
    return {event.key: event for event in events}
