"""The sandbox itself: one request in, one response out, no sockets.

Every request takes the same way: host and origin, route, rate limit, credentials, scope, body, description, handler.
The answer is held against the description too before anyone sees it.
"""

from __future__ import annotations

import logging
from threading import RLock
from typing import Any

from . import control, demo, events, gate, idempotency, operations
from .auth import Caller, authenticate
from .clock import Clock
from .errors import INVALID_PARAM, ApiError, Assumed, error_for
from .http import Request, Response
from .limiter import RateLimiter
from .operations import Answer, Call, Handler
from .reading import read_body, read_parameters
from .rng import Rng
from .settings import Settings
from .spec import Operation, Spec
from .store import Row, Store
from .world import World

__all__ = ["Sandbox"]

logger = logging.getLogger(__name__)


class Sandbox:
    """The API on your machine. Safe to use from several threads: requests take turns."""

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None) -> None:
        settings = settings or Settings()
        store = Store(settings.database)
        rng = Rng(settings.seed, store.get("drawn", 0))
        self.world = World(settings, Spec(), store, clock or Clock(), rng)
        self._turn = RLock()
        self._limiter = RateLimiter(settings.rate_limit, settings.rate_window)
        if store.one("SELECT * FROM account") is None:
            self.reset()

    def handle(self, request: Request) -> Response:
        """Answer one request; never raises."""
        with self._turn:
            world = self.world
            started = world.clock.seconds()
            headers = {"X-Request-Id": world.rng.uuid()}
            operation = None
            try:
                events.run_due(world)
                gate.check(request, world.settings.hosts)
                if control.owns(request.path):
                    response = control.answer(self, request)
                else:
                    operation, values = world.spec.route(request.method, request.path)
                    headers.update(self._limiter.take(started).headers())
                    response = self._perform(operation, values, request)
            except Exception as error:
                response = self._refuse(operation, error)
            headers["X-Response-Time"] = f"{max(0, world.clock.seconds() - started) * 1000:.0f}ms"
            # A success has the headers that the description lists for it; an error has them all (assumed).
            listed = operation.headers(response.status) if operation and response.status < 400 else headers
            response.headers.update({name: value for name, value in headers.items() if name in listed})
            return response

    def messages(self, to: str | None = None, after: int = 0, limit: int = -1) -> list[Row]:
        """The messages that were sent, oldest first: all, those to one number, those with an id above `after`."""
        with self._turn:
            events.run_due(self.world)
            return self.world.store.all(
                "SELECT * FROM messages WHERE id > ? AND (? IS NULL OR recipient = ?) ORDER BY id LIMIT ?",
                *(after, to, to, limit),
            )

    def advance(self, seconds: float) -> None:
        """Let time pass, and happen what was due in it."""
        with self._turn:
            self.world.clock.advance(seconds)
            events.run_due(self.world)

    def tick(self) -> int:
        """Where delivery is `manual`, let each waiting message take its next step; returns how many steps were due."""
        with self._turn:
            events.run_due(self.world)
            return events.tick(self.world)

    def reset(self) -> None:
        """Go back to how a sandbox with these settings begins."""
        with self._turn:
            world = self.world
            world.rng.drawn = 0
            world.clock.reset()
            self._limiter.reset()
            with world.transaction():
                world.store.clear()
                demo.fill(world)

    def close(self) -> None:
        """Let go of the database."""
        self.world.store.close()

    def _perform(self, operation: Operation, path_values: dict[str, str], request: Request) -> Response:
        caller = authenticate(self.world, operation, request)
        handler = operations.find(operation.id)
        if handler is None:
            raise ApiError(Assumed.NOT_BUILT, detail=f"It is `{operation.id}`: {operation.method} {operation.path}.")
        call = self._read(operation, caller, path_values, request)
        kept = None
        with self.world.transaction():
            try:
                return self._answer(handler, call)
            except ApiError as refusal:
                if not refusal.keeps_changes:
                    raise
                kept = refusal
        raise kept

    def _read(self, operation: Operation, caller: Caller, path_values: dict[str, str], request: Request) -> Call:
        """What the request carries, found to be as the description wants it."""
        world = self.world
        parameters = read_parameters({**request.query_values, **path_values}, operation.parameter_types)
        violations = world.spec.parameter_violations(operation, parameters)
        body = None
        if operation.bodies:
            body = read_body(request, operation.media_type, world.settings.body_limit)
            violations += world.spec.body_violations(operation, body)
        if violations:
            raise error_for(violations, operation.codes)
        return Call(operation, caller, parameters, body)

    def _answer(self, handler: Handler, call: Call) -> Response:
        """The first answer to a call, however often it is repeated under the same idempotency id."""
        world = self.world
        idempotency_id = call.body.get("idempotencyId") if call.operation.is_idempotent else None
        if idempotency_id is None:
            return self._checked(call.operation, handler(world, call))
        response = idempotency.recall(world, call.operation, idempotency_id)
        if response is None:
            response = self._checked(call.operation, handler(world, call))
            idempotency.remember(world, call.operation, idempotency_id, response)
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
        row = self.world.spec.error(error.code, error.type)
        message = f"{row.meaning} {error.detail}".rstrip()
        uri = f"{control.ERRORS}/{row.code}"
        value: dict[str, Any] = {"error": {"type": row.type, "message": message, "uri": uri, "code": row.code}}
        if error.invalid is not None:
            value["invalid"] = list(error.invalid)
        if operation:
            if row.code not in {*operation.codes, *Assumed, INVALID_PARAM}:
                raise RuntimeError(
                    f"the sandbox's own answer to {operation.id} has error {row.code}, which is not listed"
                )
            self._check(operation, row.status, Answer(value))
        return Response.of_json(row.status, value, error.headers)

    def _check(self, operation: Operation, status: int, answer: Answer) -> None:
        problem = self.world.spec.answer_problem(operation, status, answer.value, answer.omitted)
        if problem:
            raise RuntimeError(f"the sandbox's own answer to {operation.id} breaks openapi.yaml at {problem}")
