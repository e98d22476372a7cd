"""The sandbox as an ASGI application: bytes in, bytes out, and nothing else."""

from __future__ import annotations

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from .core import Sandbox
from .http import Request

__all__ = ["application"]

_PATIENCE = 16
"""How often the body limit is read and thrown away, so that the sender still listens when told that it is too much."""


def application(sandbox: Sandbox) -> ASGIApp:
    """The application that serves a sandbox."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        incoming = HttpRequest(scope, receive)
        try:
            body = await _read(incoming, sandbox.world.settings.body_limit)
        except ClientDisconnect:
            return
        request = Request(
            method=incoming.method,
            path=scope["raw_path"].decode("latin-1"),
            query=scope["query_string"].decode("latin-1"),
            headers=dict(incoming.headers),
            body=body,
        )
        answer = sandbox.handle(request)
        await HttpResponse(answer.body, answer.status, answer.headers)(scope, receive, send)

    return serve


async def _read(incoming: HttpRequest, limit: int) -> bytes:
    """The body, or its first `limit + 1` bytes."""
    body = bytearray()
    received = 0
    async for chunk in incoming.stream():
        received += len(chunk)
        body += chunk[: limit + 1 - len(body)]
        if received > limit * _PATIENCE:
            break
    return bytes(body)
