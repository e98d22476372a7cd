"""A receiver as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, Callable

from smscx_client.webhooks.replies import DISCARDED, Endpoint, Reply, finish

__all__ = ["AsgiApp"]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_THREADS = 32


class AsgiApp:
    """Serves HTTP requests with the replies of a receiver. The event loop never waits for a handler or a store."""

    def __init__(self, receiver: Endpoint):
        self._receiver = receiver
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="smscx-webhooks")

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve one connection scope."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            reply = await self._reply(scope, receive)
            if reply is not None:
                await _send(reply, send, with_body=scope["method"] != "HEAD")
        else:
            await send({"type": "websocket.close"})

    async def _reply(self, scope: MutableMapping[str, Any], receive: Receive) -> Reply | None:
        """The reply to a request; None when the sender is gone before it has sent its body."""
        receiver = self._receiver
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        reply = receiver.check(scope["method"], scope["query_string"].decode("latin-1"), headers)
        size, body = await _read(receive, 0 if reply else receiver.max_body)
        if body is None:
            return None
        if reply is not None:
            return reply
        return receiver.too_large() if size > receiver.max_body else await self._receive(bytes(body))

    async def _receive(self, body: bytes) -> Reply:
        loop = asyncio.get_running_loop()

        def wait_for(awaitable: Awaitable[Any]) -> Any:
            return asyncio.run_coroutine_threadsafe(finish(awaitable), loop).result()

        context = copy_context()
        return await loop.run_in_executor(self._threads, lambda: context.run(self._receiver.receive, body, wait_for))


async def _read(receive: Receive, limit: int) -> tuple[int, bytearray | None]:
    """The size of a body as far as it was read, and its first bytes; None for them when the sender is gone."""
    size, body = 0, bytearray()
    while size < limit + DISCARDED:
        message = await receive()
        if message["type"] != "http.request":
            return size, None
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= limit:
            body += chunk
        if not message.get("more_body", False):
            break
    return size, body


async def _send(reply: Reply, send: Send, with_body: bool) -> None:
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in reply.all_headers]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body if with_body else b""})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
