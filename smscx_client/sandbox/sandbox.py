"""The sandbox: one request in, one response out, no sockets."""

from __future__ import annotations

import json
from dataclasses import replace

from .control import router as control
from .engine import host_check, pipeline
from .engine.http import Request, Response
from .engine.responses import error_response
from .resources.messages.recipients import MAX_RECIPIENTS
from .runtime import Runtime
from .telecom.numbers import parse_number

__all__ = ["Sandbox"]


class Sandbox(Runtime):
    """The API on your machine. Thread-safe: one request runs at a time."""

    def handle(self, request: Request) -> Response:
        """Return the response to a request; never raises."""
        return self.complete(self.begin(request))

    def complete(self, response: Response) -> Response:
        """Return the response after its `rest`; never raises. Other requests can run at the same time."""
        try:
            while response.rest:
                response = response.rest()
            if response.make_body:
                response = replace(response, body=response.make_body(), make_body=None)
        except Exception as error:
            return error_response(self.context.spec, None, error)
        return response

    def prepare(self, request: Request) -> None:
        """Read the phone numbers of a large request without the lock, so that `begin` finds them in a cache."""
        try:
            body = json.loads(request.body)
            for text in body["to"][:MAX_RECIPIENTS]:
                parse_number(text, body.get("countryIso"))
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            return  # `begin` reports what is wrong

    def begin(self, request: Request) -> Response:
        """Return the response to a request, possibly with a `rest` for `complete`; never raises."""
        with self.exclusive():
            try:
                self.run_due()
                host_check.check(request, self.context.settings)
                with self.context.store.time_limit(self.context.settings.request_timeout):
                    if control.owns(request.path):
                        return control.respond(self, request)
                    return pipeline.handle(self.context, self.limiter, request)
            except Exception as error:
                return error_response(self.context.spec, None, error)
