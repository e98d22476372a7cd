"""The HTTP server: in the foreground for `smscx-sandbox`, in a thread for tests and for `smscx-sandbox run`."""

from __future__ import annotations

import asyncio
import socket
from threading import Thread
from types import TracebackType

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from ..sandbox import Sandbox
from .asgi import Connections, application
from .webhook_sender import WebhookSender

__all__ = ["Server"]

_BACKLOG = 512
_KEEP_ALIVE = 75
"""Seconds after which the server closes an idle connection.

A request can block the event loop for seconds on a busy machine. With the 5 seconds of uvicorn, the server then closed
a connection at the moment when its client sent the next request on it.
"""
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # looked up, not bound  # nosec B104
"""How a server that listens on every address is reached from this machine."""


class Server:
    """A server for one sandbox. It listens as soon as it is constructed; port 0 selects a free port.

    As a context manager it serves in a thread until the block ends.
    """

    def __init__(self, sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> None:
        self.sandbox = sandbox
        self._socket = _listen(host, port)
        port = self._socket.getsockname()[1]
        name = _ANY_ADDRESS.get(host, host)
        self.url = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
        connections: Connections = {}
        config = uvicorn.Config(
            application(sandbox, connections, lambda: self._server.should_exit),
            http=_protocol(connections),
            proxy_headers=False,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=1,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self.run, name="smscx-sandbox", daemon=True)

    def run(self) -> None:
        """Serve requests and post webhooks until interrupted."""
        try:
            with WebhookSender(self.sandbox):
                self._server.run(sockets=[self._socket])
        finally:
            self._socket.close()

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()


def _protocol(connections: Connections) -> type[asyncio.Protocol]:
    """Return uvicorn's HTTP protocol class, extended to record its connections."""

    class Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type] # one of two classes
        def connection_made(self, transport: asyncio.Transport) -> None:
            self._client = transport.get_extra_info("peername")[:2]
            connections[self._client] = transport
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            connections.pop(self._client, None)
            super().connection_lost(exc)

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
