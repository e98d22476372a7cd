"""The sandbox: one request in, one response out, no sockets."""

from __future__ import annotations

from .control import router as control
from .engine import host_check, pipeline
from .engine.http import Request, Response
from .engine.responses import error_response
from .runtime import Runtime

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
        except Exception as error:
            return error_response(self.context.spec, None, error)
        return response

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
