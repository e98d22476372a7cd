"""The HTTP server: in the foreground for `smscx-sandbox`, in a thread for tests and for `smscx-sandbox run`."""

from __future__ import annotations

import asyncio
import math
import socket
import time
from threading import Thread
from types import TracebackType

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from ..sandbox import Sandbox
from ..state.webhook_queue import Post
from .asgi import Connections, application
from .descriptors import most_connections
from .webhook_sender import WebhookSender

__all__ = ["Server"]

_BACKLOG = 512
_KEEP_ALIVE = 75
"""Seconds after which the server closes an idle connection: one that sends no request, or only a part of one.

A request can block the event loop for seconds on a busy machine. With the 5 seconds of uvicorn, the server then closed
a connection at the moment when its client sent the next request on it.
"""
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # looked up, not bound  # nosec B104
"""How a server that listens on every address is reached from this machine."""


class Server:
    """A server for one sandbox. It listens as soon as it is constructed; port 0 selects a free port.

    As a context manager it serves in a thread until the block ends. `post` replaces the posts of webhooks over HTTP.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        keep_alive: float = _KEEP_ALIVE,
        post: Post | None = None,
    ) -> None:
        self.sandbox = sandbox
        self._post = post
        self._socket = _listen(host, port)
        port = self._socket.getsockname()[1]
        name = _ANY_ADDRESS.get(host, host)
        self.url = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
        connections: Connections = {}
        config = uvicorn.Config(
            application(sandbox, connections, lambda: self.is_stopping),
            http=_protocol(connections, keep_alive),
            proxy_headers=False,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            # asyncio accepts so many connections at once, and has three such lots in hand before it can close any.
            backlog=most_connections() // 8,
            timeout_graceful_shutdown=1,
            timeout_keep_alive=math.ceil(keep_alive),
        )
        self._server = _HttpServer(config)
        self._thread = Thread(target=self.run, name="smscx-sandbox", daemon=True)

    def run(self) -> None:
        """Serve requests and post webhooks until interrupted."""
        try:
            with WebhookSender(self.sandbox, self._post), self.sandbox.accounts.served_by(self._sender):
                self._server.run(sockets=[self._socket])
        finally:
            self._socket.close()

    @property
    def is_stopping(self) -> bool:
        """Whether the server has been stopped, and ends."""
        return self._server.should_exit

    def stop(self) -> None:
        """Make the server end, also one that does not run yet. Safe in a signal handler."""
        self._server.should_exit = True

    def _sender(self, account: Sandbox) -> WebhookSender:
        return WebhookSender(account, self._post)

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._thread.join()


class _HttpServer(uvicorn.Server):
    """A server of uvicorn with a longer queue of clients in the kernel than asyncio gives it."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in sockets or ():
            listening.listen(_BACKLOG)


def _protocol(connections: Connections, keep_alive: float) -> type[asyncio.Protocol]:
    """Return uvicorn's HTTP protocol class, extended to record its connections and to close idle ones.

    uvicorn itself closes no connection that has never sent a complete request. Without a limit, asyncio would then fail
    to accept further ones, and log that a thousand times per second.
    """
    most = most_connections()
    opened: dict[Protocol, None] = {}

    class Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type] # one of two classes
        def connection_made(self, transport: asyncio.Transport) -> None:
            self._client = transport.get_extra_info("peername")[:2]
            connections[self._client] = transport
            self._heard = time.monotonic()
            self._idle_check = asyncio.get_running_loop().call_later(keep_alive, self._close_if_idle)
            super().connection_made(transport)
            if len(opened) >= most:
                least = min(opened, key=Protocol._importance)
                del opened[least]
                least.transport.abort()
            opened[self] = None

        def data_received(self, data: bytes) -> None:
            self._heard = time.monotonic()
            super().data_received(data)

        def connection_lost(self, exc: Exception | None) -> None:
            self._idle_check.cancel()
            opened.pop(self, None)
            if connections.get(self._client) is self.transport:
                del connections[self._client]
            super().connection_lost(exc)

        def _is_busy(self) -> bool:
            """Whether the server has a complete request to which it has not responded yet."""
            return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body

        def _importance(self) -> tuple[bool, float]:
            return self._is_busy(), self._heard

        def _close_if_idle(self) -> None:
            if self._is_busy():
                self._heard = time.monotonic()
            left = self._heard + keep_alive - time.monotonic()
            if left > 0:
                self._idle_check = asyncio.get_running_loop().call_later(left, self._close_if_idle)
            else:
                self.transport.abort()

    return Protocol


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket: clients that connect before the server has started wait in its queue.

    It names TCP as its protocol, because asyncio turns off Nagle's delay (40 ms per response) only then.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening
