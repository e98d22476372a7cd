"""The sandbox as an ASGI application; it also resets and truncates connections where a fault rule asks for it."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from threading import Lock
from typing import TypeVar
from urllib.parse import urlsplit

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..engine.http import Request, Response
from ..sandbox import Sandbox
from ..spec.errors import ApiError

__all__ = ["Connections", "application"]

Connections = dict[tuple[str, int], asyncio.Transport]
"""The open connections by client address: ASGI itself cannot reset or truncate one."""

_DISCARD_FACTOR = 16
"""Up to this many times the body limit is read and discarded, so that the client can still receive status 413."""

_SHORT_TURN = 0.0005
_turn_lock = Lock()
_turns: list[float] = []
"""The usual length of a turn in seconds, once for each thread with long work."""
_Argument = TypeVar("_Argument")
_Result = TypeVar("_Result")
_POLL_INTERVAL = 0.25
"""Seconds between two checks for due events, if nothing changes."""
_KEEP_ALIVE = 15.0
"""Seconds after which an idle stream sends a comment, so that the connection stays open."""
_EXPOSED_HEADERS = (
    "X-Request-Id",
    "X-Idempotency-Id",
    "X-Rate-Limit-Limit",
    "X-Rate-Limit-Remaining",
    "X-Rate-Limit-Reset",
    "Content-Disposition",
)
"""The response headers that a web page may read, besides the safelisted ones."""
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


def application(
    sandbox: Sandbox, connections: Connections | None = None, is_ending: Callable[[], bool] = lambda: False
) -> ASGIApp:
    """Return the ASGI application of a sandbox. Streams end when `is_ending` returns True."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        incoming = HttpRequest(scope, receive)
        try:
            body = await _read(incoming, sandbox.context.settings.body_limit)
        except ClientDisconnect:
            return
        request = Request(
            method=incoming.method,
            path=_path(scope["raw_path"].decode("latin-1")),
            query=scope["query_string"].decode("latin-1"),
            headers=dict(incoming.headers),
            body=body,
        )
        try:
            account = sandbox.account_of(request)
        except ApiError:
            account = sandbox
            response = sandbox.handle(request)
        else:
            response = await _final_response(account, request, is_ending)
        await asyncio.sleep(response.delay)
        transport = (connections or {}).get(scope["client"])
        if transport and (response.reset or response.truncated):
            await _break_connection(transport, response, receive, send)
        elif response.streams:
            await _stream(account, response, is_ending, receive, send)
        else:
            await HttpResponse(response.body, response.status, response.headers)(scope, receive, send)

    origins = sandbox.context.settings.origins
    if not origins:
        return serve
    return CORSMiddleware(serve, sorted(origins), ["*"], ["*"], expose_headers=_EXPOSED_HEADERS)


def _path(target: str) -> str:
    """Return the path of a request target, which a client may send in absolute form: `http://127.0.0.1:8025/sms`."""
    if target.startswith("/"):
        return target
    try:
        return urlsplit(target).path or "/"
    except ValueError:
        return target


async def _read(incoming: HttpRequest, limit: int) -> bytes:
    """Return the body, or its first `limit + 1` bytes."""
    body = bytearray()
    received = 0
    async for chunk in incoming.stream():
        received += len(chunk)
        body += chunk[: limit + 1 - len(body)]
        if received > limit * _DISCARD_FACTOR:
            break
    return bytes(body)


async def _final_response(sandbox: Sandbox, request: Request, is_ending: Callable[[], bool]) -> Response:
    """Return the response, after its `rest` in another thread; wait while it can still change."""
    response = sandbox.begin(request)
    if not response.is_complete:
        response = await _in_thread(sandbox.complete, response)
    if response.poll is None:
        return response
    now = asyncio.get_running_loop().time
    end = now() + response.poll.seconds
    arrived, wake = _event()
    with sandbox.waiting(response.poll, wake) as waiter:
        while waiter.response is None and now() < end and not is_ending() and not sandbox.is_closed:
            await _wait_for_change(arrived, min(_POLL_INTERVAL, end - now()))
            sandbox.run_due()
    return sandbox.last_response(waiter, response)


async def _in_thread(work: Callable[[_Argument], _Result], argument: _Argument) -> _Result:
    """Run long work in another thread, while all threads of Python take shorter turns.

    Another request waits for its turn some twenty times: after each statement of SQLite.
    """
    with _turn_lock:
        _turns.append(sys.getswitchinterval() if not _turns else _turns[0])
        sys.setswitchinterval(min(_turns[0], _SHORT_TURN))
    try:
        return await asyncio.to_thread(work, argument)
    finally:
        with _turn_lock:
            usual = _turns.pop()
            if not _turns:
                sys.setswitchinterval(usual)


async def _break_connection(transport: asyncio.Transport, response: Response, receive: Receive, send: Send) -> None:
    """Close a connection before its response, or in the middle of it."""
    if response.reset:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        transport.abort()
    else:
        await send(_start(response, {"Content-Length": str(len(response.body))}))
        half = response.body[: len(response.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


async def _stream(
    sandbox: Sandbox, response: Response, is_ending: Callable[[], bool], receive: Receive, send: Send
) -> None:
    """Send server-sent events: one for each change; simultaneous changes share one."""
    await send(_start(response, {}))
    now = asyncio.get_running_loop().time
    disconnected = asyncio.ensure_future(_wait_for_disconnect(receive))
    body, version, quiet_since = response.body, -1, now()
    async with _changes(sandbox) as changed:
        while not disconnected.done() and not is_ending() and not sandbox.is_closed:
            latest = sandbox.run_due()
            if latest != version:
                body += b"event: change\ndata: %d\n\n" % latest
            elif now() > quiet_since + _KEEP_ALIVE:
                body += b": keep-alive\n\n"
            if body:
                await send({"type": "http.response.body", "body": body, "more_body": True})
                body, version, quiet_since = b"", latest, now()
            await _wait_for_change(changed, _POLL_INTERVAL)
    disconnected.cancel()
    await send({"type": "http.response.body", "body": b""})


async def _wait_for_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _start(response: Response, more: dict[str, str]) -> Message:
    headers = [
        (name.encode("latin-1"), value.encode("latin-1")) for name, value in {**response.headers, **more}.items()
    ]
    return {"type": "http.response.start", "status": response.status, "headers": headers}


@asynccontextmanager
async def _changes(sandbox: Sandbox) -> AsyncIterator[asyncio.Event]:
    """Yield an event that is set after each change, in whichever thread it happens."""
    changed, notify = _event()
    with sandbox.subscribed(notify):
        yield changed


def _event() -> tuple[asyncio.Event, Callable[[], None]]:
    """Return an event, and a function that sets it from any thread."""
    event = asyncio.Event()
    loop = asyncio.get_running_loop()

    def notify() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(event.set)

    return event, notify


async def _wait_for_change(changed: asyncio.Event, seconds: float) -> None:
    """Wait for a change, at most `seconds`."""
    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(changed.wait(), seconds)
    changed.clear()
