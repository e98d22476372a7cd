"""The sandbox as an ASGI application: bytes in, bytes out, and what the core asks a skin to do with a connection."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..engine.http import Request, Response
from ..sandbox import Sandbox

__all__ = ["Connections", "application"]

Connections = dict[tuple[str, int], asyncio.Transport]
"""The open connections by the caller's address: to reset or cut short one, ASGI itself has no means."""

_PATIENCE = 16
"""How often the body limit is read and thrown away, so that the sender still listens when told that it is too much."""

_GLANCE = 0.25
"""Seconds after which one looks whether something was due, if nothing else happens."""
_KEEP_ALIVE = 15.0
"""Seconds after which a stream says something, so that nobody takes it for dead."""
_SHOWN_TO_PAGES = (
    "X-Request-Id",
    "X-Idempotency-Id",
    "X-Rate-Limit-Limit",
    "X-Rate-Limit-Remaining",
    "X-Rate-Limit-Reset",
    "Content-Disposition",
)
"""The headers of an answer that a web page may read, beside the usual ones."""
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


def application(
    sandbox: Sandbox, connections: Connections | None = None, is_ending: Callable[[], bool] = lambda: False
) -> ASGIApp:
    """The application that serves a sandbox. Streams end when `is_ending` says so."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        incoming = HttpRequest(scope, receive)
        try:
            body = await _read(incoming, sandbox.context.settings.body_limit)
        except ClientDisconnect:
            return
        request = Request(
            method=incoming.method,
            path=scope["raw_path"].decode("latin-1"),
            query=scope["query_string"].decode("latin-1"),
            headers=dict(incoming.headers),
            body=body,
        )
        answer = await _settled(sandbox, request, is_ending)
        await asyncio.sleep(answer.delay)
        transport = (connections or {}).get(scope["client"])
        if transport and (answer.reset or answer.truncated):
            await _break(transport, answer, receive, send)
        elif answer.streams:
            await _stream(sandbox, answer, is_ending, receive, send)
        else:
            await HttpResponse(answer.body, answer.status, answer.headers)(scope, receive, send)

    origins = sandbox.context.settings.origins
    if not origins:
        return serve
    return CORSMiddleware(serve, sorted(origins), ["*"], ["*"], expose_headers=_SHOWN_TO_PAGES)


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


async def _settled(sandbox: Sandbox, request: Request, is_ending: Callable[[], bool]) -> Response:
    """The answer, or that which it has become when it can change no more."""
    answer = sandbox.handle(request)
    if answer.patience <= 0:
        return answer
    now = asyncio.get_running_loop().time
    end = now() + answer.patience
    async with _changes(sandbox) as changed:
        while answer.patience > 0 and now() < end and not is_ending():
            await _either(changed, min(_GLANCE, end - now()))
            answer = sandbox.handle(request)
    return answer


async def _break(transport: asyncio.Transport, answer: Response, receive: Receive, send: Send) -> None:
    """Close a connection before its answer, or in the midst of it."""
    if answer.reset:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        transport.abort()
    else:
        await send(_start(answer, {"Content-Length": str(len(answer.body))}))
        half = answer.body[: len(answer.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


async def _stream(
    sandbox: Sandbox, answer: Response, is_ending: Callable[[], bool], receive: Receive, send: Send
) -> None:
    """Server-sent events: one for each change, many changes at once in one."""
    await send(_start(answer, {}))
    now = asyncio.get_running_loop().time
    gone = asyncio.ensure_future(_disconnected(receive))
    body, version, quiet_since = answer.body, -1, now()
    async with _changes(sandbox) as changed:
        while not gone.done() and not is_ending():
            latest = sandbox.look()
            if latest != version:
                body += b"event: change\ndata: %d\n\n" % latest
            elif now() > quiet_since + _KEEP_ALIVE:
                body += b": nothing new\n\n"
            if body:
                await send({"type": "http.response.body", "body": body, "more_body": True})
                body, version, quiet_since = b"", latest, now()
            await _either(changed, _GLANCE)
    gone.cancel()
    await send({"type": "http.response.body", "body": b""})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _start(answer: Response, more: dict[str, str]) -> Message:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in {**answer.headers, **more}.items()]
    return {"type": "http.response.start", "status": answer.status, "headers": headers}


@asynccontextmanager
async def _changes(sandbox: Sandbox) -> AsyncIterator[asyncio.Event]:
    """An event that is set after each change, whichever thread makes it."""
    changed = asyncio.Event()
    loop = asyncio.get_running_loop()

    def tell() -> Any:
        if not loop.is_closed():
            loop.call_soon_threadsafe(changed.set)

    with sandbox.watched(tell):
        yield changed


async def _either(changed: asyncio.Event, seconds: float) -> None:
    """Wait for a change, but no longer than so many seconds."""
    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(changed.wait(), seconds)
    changed.clear()
