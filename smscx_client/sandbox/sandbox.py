"""The sandbox itself: one request in, one response out, no sockets.

Every request takes the same way: host and origin, route, rate limit, credentials, scope, body, description, handler.
The answer is held against the description too before anyone sees it.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock
from typing import Any

from . import demo
from .control import router as control
from .engine import faults, host_check, idempotency, registry
from .engine.auth import Caller, authenticate
from .engine.http import Request, Response
from .engine.parsing import read_body, read_parameters
from .engine.registry import Answer, Call, Handler
from .settings import Settings
from .spec.errors import INVALID_PARAM, NO_CREDIT, ApiError, Assumed, error_for
from .spec.openapi import Operation, Spec
from .state import ledger, scheduler, snapshots, webhook_queue
from .state.clock import Clock
from .state.context import Context
from .state.rate_limit import RateLimiter
from .state.rng import Rng
from .state.snapshots import Snapshot
from .state.store import Row, Store
from .state.webhook_queue import Attempt, Delivery, Post

__all__ = ["Sandbox"]

logger = logging.getLogger(__name__)


class Sandbox:
    """The API on your machine. Safe to use from several threads: requests take turns."""

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None) -> None:
        self._settings = settings = settings or Settings()
        store = Store(settings.database)
        rng = Rng(settings.seed, store.get("drawn", 0))
        self.context = Context(settings, Spec(), store, clock or Clock(), rng)
        self._turn = RLock()
        self.limiter = RateLimiter(settings.rate_limit, settings.rate_window)
        self._watchers: dict[object, Callable[[], None]] = {}
        self._seen = 0
        self.snapshots = snapshots.beside(settings.database)
        """Those that have a name, by it."""
        self._posting: dict[str, Delivery] = {}
        """The webhooks that are on their way, by URL."""
        self.version = 0
        """A number that stays the same as long as nothing changes."""
        if store.one("SELECT * FROM account") is None:
            self.reset()

    def handle(self, request: Request) -> Response:
        """Answer one request; never raises."""
        with self.turn():
            try:
                scheduler.run_due(self.context)
                host_check.check(request, self.context.settings)
                if control.owns(request.path):
                    return control.answer(self, request)
            except Exception as error:
                return self._refuse(None, error)
            return self._handle(request)

    @contextmanager
    def turn(self) -> Iterator[Context]:
        """Let nobody else act during the block; after it, whoever watches is told if anything has changed."""
        with self._turn:
            try:
                yield self.context
            finally:
                if self._seen != self.context.store.changes:
                    self._seen = self.context.store.changes
                    self.version += 1
                    for tell in self._watchers.values():
                        tell()

    @contextmanager
    def watched(self, tell: Callable[[], None]) -> Iterator[None]:
        """Call `tell`, in whichever thread and without waiting, after each change that happens during the block."""
        key = object()
        with self._turn:
            self._watchers[key] = tell
        try:
            yield
        finally:
            with self._turn:
                del self._watchers[key]

    def look(self) -> int:
        """Let happen what is due; returns the version after it."""
        with self.turn() as context:
            scheduler.run_due(context)
        return self.version

    def messages(self, to: str | None = None, after: int = 0, limit: int = -1) -> list[Row]:
        """The messages that were sent, oldest first: all, those to one number, those with an id above `after`."""
        with self.turn() as context:
            scheduler.run_due(context)
            return context.store.all(
                "SELECT * FROM messages WHERE id > ? AND (? IS NULL OR recipient = ?) ORDER BY id LIMIT ?",
                *(after, to, to, limit),
            )

    def advance(self, seconds: float) -> None:
        """Let time pass, and happen what was due in it."""
        with self.turn() as context:
            context.clock.advance(seconds)
            self._seen = -1
            scheduler.run_due(context)

    def tick(self) -> int:
        """Where delivery is `manual`, let each waiting message take its next step; returns how many steps were due."""
        with self.turn() as context:
            scheduler.run_due(context)
            return scheduler.tick(context)

    def post_webhook(self, post: Post) -> bool:
        """Post the webhook that has been due for longest, and log what came of it; False if none is due.

        The sandbox goes on answering meanwhile, as the receiver may call it.
        """
        delivery = self.take_webhook()
        if delivery is None:
            return False
        self.log_webhook(delivery, webhook_queue.attempt(post, delivery))
        return True

    def take_webhook(self) -> Delivery | None:
        """The webhook to post next, if one is due; its URL gets no other before `log_webhook` tells what came of it."""
        with self.turn() as context:
            scheduler.run_due(context)
            delivery = webhook_queue.claim(context, self._posting.values())
            if delivery:
                self._posting[delivery.url] = delivery
            return delivery

    def log_webhook(self, delivery: Delivery, made: Attempt) -> None:
        """Log what came of a webhook; one that was taken before a reset is forgotten."""
        with self.turn() as context:
            if self._posting.get(delivery.url) is delivery:
                del self._posting[delivery.url]
                webhook_queue.record(context, delivery, made)

    def deliver_webhooks(self, post: Post) -> int:
        """Post all that is due now, with a function that takes URL and body and returns the status of the answer.

        Returns how many posts were made. Time does not pass: what fails is due again later.
        """
        posted = 0
        while self.post_webhook(post):
            posted += 1
        return posted

    def webhook_pause(self) -> float | None:
        """Real seconds until a webhook may be due, as far as is known now; None: not before something happens."""
        with self.turn() as context:
            due = (scheduler.next_due(context), webhook_queue.next_due(context, self._posting.values()))
            return context.clock.wait(min((time for time in due if time is not None), default=math.inf))

    def reset(self, seed: int | None = None, with_demo: bool | None = None) -> None:
        """Go back to how a sandbox with these settings begins, or with another seed, or with demo data or without."""
        first = self._settings
        settings = replace(
            first,
            seed=first.seed if seed is None else seed,
            demo=first.demo if with_demo is None else with_demo,
        )
        with self.turn():
            self.context = context = replace(self.context, settings=settings, rng=Rng(settings.seed))
            self._posting = {}
            context.clock.reset()
            self.limiter.reset()
            with context.transaction():
                context.store.clear()
                demo.fill(context)

    def snapshot(self) -> Snapshot:
        """All state, time and chance as they are now, for `restore`."""
        with self.turn() as context:
            return Snapshot.of(context, self.limiter)

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to a snapshot, as often as wanted."""
        with self.turn() as context:
            self._posting = {}
            self.context = snapshot.restore(context, self.limiter)
            self._seen = -1

    def close(self) -> None:
        """Let go of the database."""
        self.context.store.close()

    def _handle(self, request: Request) -> Response:
        context = self.context
        started = context.clock.seconds()
        headers = {"X-Request-Id": context.rng.uuid()}
        operation = fault = None
        try:
            operation, values = context.spec.route(request.method, request.path)
            fault = faults.strike(context, operation.id)
            headers.update(self.limiter.take(started).headers())
            response = Response(200) if fault and not fault.acts else self._perform(operation, values, request)
            if fault and fault.has_error:
                raise faults.refusal(context, fault)
        except Exception as error:
            response = self._refuse(operation, error)
        if fault:
            response = faults.spoil(context, fault, response)
        headers["X-Response-Time"] = f"{max(0, context.clock.seconds() - started) * 1000:.0f}ms"
        # A success has the headers that the description lists for it; an error has them all (assumed).
        listed = operation.headers(response.status) if operation and response.status < 400 else headers
        response.headers.update({name: value for name, value in headers.items() if name in listed})
        return response

    def _perform(self, operation: Operation, path_values: dict[str, str], request: Request) -> Response:
        caller = authenticate(self.context, operation, request)
        handler = registry.find(operation.id)
        if handler is None:
            raise ApiError(Assumed.NOT_BUILT, detail=f"It is `{operation.id}`: {operation.method} {operation.path}.")
        call = self._read(operation, caller, path_values, request)
        kept = None
        with ledger.booked_under(operation.id, _idempotency_id(call)), self.context.transaction():
            try:
                return self._answer(handler, call)
            except ApiError as refusal:
                if not refusal.keeps_changes:
                    raise
                kept = refusal
        raise kept

    def _read(self, operation: Operation, caller: Caller, path_values: dict[str, str], request: Request) -> Call:
        """What the request carries, found to be as the description wants it."""
        context = self.context
        parameters = read_parameters({**request.query_values, **path_values}, operation.parameter_types)
        violations = context.spec.parameter_violations(operation, parameters)
        body = None
        if operation.bodies:
            body = read_body(request, operation.media_type, context.settings.body_limit)
            violations += context.spec.body_violations(operation, body)
        if violations:
            raise error_for(violations, operation.codes)
        return Call(operation, caller, parameters, body)

    def _answer(self, handler: Handler, call: Call) -> Response:
        """The first answer to a call, however often it is repeated under the same idempotency id."""
        context = self.context
        idempotency_id = _idempotency_id(call)
        if idempotency_id is None:
            return self._checked(call.operation, handler(context, call))
        response = idempotency.recall(context, call.operation, idempotency_id)
        if response is None:
            response = self._checked(call.operation, handler(context, call))
            idempotency.remember(context, call.operation, idempotency_id, response)
        response.headers["X-Idempotency-Id"] = idempotency_id
        return response

    def _checked(self, operation: Operation, given: Any) -> Response:
        answer = given if isinstance(given, Answer) else Answer(given)
        status = answer.status or operation.success
        if answer.content is not None or status == 204:
            return Response(status, dict(answer.headers), answer.content or b"")
        self._check(operation, status, answer)
        return Response.of_json(status, answer.value)

    def _refuse(self, operation: Operation | None, error: Exception) -> Response:
        """The API's error form. What is not an ApiError is the sandbox's own fault: a loud 500."""
        if isinstance(error, ApiError):
            try:
                return self._refusal(operation, error)
            except RuntimeError as fault:
                error = fault
        logger.error("the sandbox failed", exc_info=error)
        detail = f"{type(error).__name__}: {error}. Its log has the traceback."
        return self._refusal(None, ApiError(Assumed.SERVER_ERROR, detail=detail))

    def _refusal(self, operation: Operation | None, error: ApiError) -> Response:
        row = self.context.spec.error(error.code, error.type or (operation.error_type(error.code) if operation else ""))
        status = error.status or row.status
        message = f"{row.meaning} {error.detail}".rstrip()
        uri = f"{control.ERRORS}/{row.code}"
        value: dict[str, Any] = {"error": {"type": row.type, "message": message, "uri": uri, "code": row.code}}
        if error.invalid is not None:
            value["invalid"] = list(error.invalid)
        if operation:
            if row.code not in {*operation.codes, *Assumed, INVALID_PARAM, *(NO_CREDIT if operation.is_paid else ())}:
                raise RuntimeError(
                    f"the sandbox's own answer to {operation.id} has error {row.code}, which is not listed"
                )
            self._check(operation, status, Answer(value))
        return Response.of_json(status, value, error.headers)

    def _check(self, operation: Operation, status: int, answer: Answer) -> None:
        problem = self.context.spec.answer_problem(operation, status, answer.value, answer.omitted)
        if problem:
            raise RuntimeError(f"the sandbox's own answer to {operation.id} breaks openapi.yaml at {problem}")


def _idempotency_id(call: Call) -> str | None:
    return call.body.get("idempotencyId") if call.operation.is_idempotent else None
