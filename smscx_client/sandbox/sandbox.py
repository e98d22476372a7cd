"""The sandbox: one request in, one response out, no sockets."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import methodcaller
from typing import Any

from .control import router as control
from .engine import host_check, pipeline
from .engine.accounts import Accounts
from .engine.http import Request, Response
from .engine.request_log import Entry
from .engine.responses import error_response
from .engine.steps import Steps
from .runtime import Runtime
from .settings import Settings
from .spec.errors import ApiError, Assumed
from .spec.openapi import Spec
from .state.clock import Clock
from .state.context import Context
from .state.store import trim_memory
from .telecom.numbers import forget_many

__all__ = ["Sandbox"]

_PAUSE = 0.0005
"""Seconds between two steps of a long request."""
_RESET = "The sandbox was reset or restored during the request, so nothing of it is left."


def _without_body(response: Response) -> Response:
    """Return the response to HEAD, from the one to GET."""
    headers = {**response.headers, "Content-Length": str(len(response.body))}
    return replace(response, headers=headers, body=b"", streams=False, poll=None, truncated=False)


class Sandbox(Runtime):
    """The API on your machine. Thread-safe: one request runs at a time.

    :param settings: how it is set up; by default an account with credit, and no file.
    :param clock: its clock; by default that of the machine. `Clock.frozen()` moves only when a program moves it.
    :param spec: the description of the API; by default the one in the package.
    """

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None, spec: Spec | None = None) -> None:
        super().__init__(settings, clock, spec)
        self.accounts: Accounts[Sandbox] = Accounts(partial(Sandbox, spec=self.context.spec))

    def close(self) -> None:
        """Close the sandbox and its accounts."""
        self.accounts.close()
        super().close()

    def account_of(self, request: Request) -> Sandbox:
        """Return the sandbox of the account that a request belongs to.

        :param request: the HTTP request.
        """
        return self.accounts.of(request) or self

    def handle(self, request: Request) -> Response:
        """Return the response to a request; never raises.

        :param request: the HTTP request.
        """
        try:
            account = self.account_of(request)
        except ApiError as error:
            return error_response(self.context.spec, None, error)
        return account.complete(account.begin(request))

    def complete(self, response: Response) -> Response:
        """Return the response after its `rest`; never raises. Other requests can run at the same time.

        :param response: what `begin` returned.
        """
        try:
            is_long = not response.is_complete
            while response.rest:
                response = response.rest()
            if response.make_body:
                response = replace(response, body=response.make_body(), make_body=None)
            if is_long and forget_many():
                trim_memory()
        except Exception as error:
            return error_response(self.context.spec, None, error)
        return response

    def begin(self, request: Request) -> Response:
        """Return the response to a request, possibly with a `rest` for `complete`; never raises.

        HEAD is GET without a body.

        :param request: the HTTP request.
        """
        if request.method == "HEAD":
            response = self.begin(replace(request, method="GET"))
            if response.is_complete:
                return _without_body(response)
            return Response(200, rest=lambda: _without_body(self.complete(response)))
        with self.exclusive():
            try:
                self.run_due()
                if control.owns(request.path):
                    host_check.check(request, self.context.settings)
                    with self.context.store.time_limit(self.context.settings.request_timeout):
                        return control.respond(self, request)
                entry = self.requests.begin(request, self.context.clock.seconds())
                return self._step(entry, self._api(request), next)
            except Exception as error:
                return error_response(self.context.spec, None, error)

    def _api(self, request: Request) -> Steps[Response]:
        """Return the response to a request to the API, in steps; never raises."""
        try:
            host_check.check(request, self.context.settings)
        except ApiError as error:
            return error_response(self.context.spec, None, error)
        return (yield from pipeline.handle(self.context, self.limiter, request))

    def _step(self, entry: Entry, steps: Steps[Response], resume: Callable[[Steps[Response]], Any]) -> Response:
        """Run one step of a request; the sandbox is locked. The response has a `rest` if this was not the last step."""
        with self.context.store.time_limit(self.context.settings.request_timeout):
            try:
                work = resume(steps)
            except StopIteration as end:
                response: Response = end.value
                self.requests.finish(entry, response, self.context.clock.seconds())
                self.touch()
                return response
        return Response(200, rest=partial(self._continue, entry, steps, work, self.context))

    def _continue(
        self, entry: Entry, steps: Steps[Response], work: Callable[[], Any] | None, context: Context
    ) -> Response:
        """Do the work between two steps without the lock, then the next step."""
        time.sleep(_PAUSE)  # a thread that waits for the lock gets it
        try:
            result = work() if work else None
            resume = methodcaller("send", result)
        except Exception as error:
            resume = methodcaller("throw", error)
        with self.exclusive():
            if context is not self.context:
                resume = methodcaller("throw", ApiError(Assumed.SERVER_ERROR, detail=_RESET, status=503))
            return self._step(entry, steps, resume)
