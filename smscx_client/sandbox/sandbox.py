"""The sandbox: one request in, one response out, no sockets."""

from __future__ import annotations

from dataclasses import replace

from .control import router as control
from .engine import host_check, pipeline
from .engine.http import Request, Response
from .engine.responses import error_response
from .runtime import Runtime

__all__ = ["Sandbox"]


class Sandbox(Runtime):
    """The API on your machine. Thread-safe: one request runs at a time."""

    def handle(self, request: Request) -> Response:
        """Return the response to a request; never raises. HEAD is GET without the body."""
        if request.method == "HEAD":
            response = self.handle(replace(request, method="GET"))
            length = {"Content-Length": str(len(response.body))}
            return replace(response, headers={**response.headers, **length}, body=b"", streams=False, truncated=False)
        with self.exclusive():
            try:
                self.run_due()
                host_check.check(request, self.context.settings)
                if control.owns(request.path):
                    return control.respond(self, request)
            except Exception as error:
                return error_response(self.context.spec, None, error)
            return pipeline.handle(self.context, self.limiter, request)
