"""A server on a raw socket that a test controls: for responses that no correct server would send."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from typing import Any, Callable, Union

#: The reaction of the server to one request: send bytes and keep the connection, or run a callable.
Step = Union[bytes, Callable[["Connection"], None]]


def http_response(body: bytes = b"{}", *headers: str, status: str = "200 OK") -> bytes:
    """A valid response."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def chunked(*chunks: bytes, headers: tuple[str, ...] = ()) -> bytes:
    """A valid response in chunks."""
    head = "\r\n".join(["HTTP/1.1 200 OK", *headers, "Transfer-Encoding: chunked", "", ""]).encode()
    return head + b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in (*chunks, b""))


def closes(sent: bytes = b"") -> Step:
    """Send ``sent`` and close the connection."""
    return lambda connection: connection.close(sent)


def resets(sent: bytes = b"") -> Step:
    """Send ``sent`` and reset the connection."""
    return lambda connection: connection.reset(sent)


def keeps_silent(connection: Connection) -> None:
    """Send nothing until the server is stopped."""
    connection.server.stopped.wait()


class Connection:
    """One connection, as a step sees it."""

    def __init__(self, server: Scripted, sock: socket.socket):
        self.server = server
        self.socket = sock
        self.buffer = b""
        #: The current request.
        self.received = b""

    def request(self) -> bytes:
        """The next request, body included; empty when there is none."""
        while b"\r\n\r\n" not in self.buffer:
            received = self.socket.recv(1 << 16)
            if not received:
                return b""
            self.buffer += received
        head, _, rest = self.buffer.partition(b"\r\n\r\n")
        length = next((int(one[15:]) for one in head.split(b"\r\n") if one.lower().startswith(b"content-length:")), 0)
        while len(rest) < length:
            rest += self.socket.recv(1 << 16)
        self.buffer = rest[length:]
        return head + b"\r\n\r\n" + rest[:length]

    def close(self, sent: bytes = b"") -> None:
        self.socket.sendall(sent)
        self.socket.close()

    def reset(self, sent: bytes = b"") -> None:
        self.socket.sendall(sent)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


class Scripted:
    """Takes a step for every request, in order; the last one is taken again and again.

    :param tls: serve TLS with this context.
    """

    def __init__(self, tls: ssl.SSLContext | None = None):
        self.requests: list[bytes] = []
        self.connections = 0
        self.steps: list[Step] = [http_response()]
        #: Called with each new connection, before TLS.
        self.on_connect: Callable[[Connection], None] = lambda connection: None
        self.stopped = threading.Event()
        self._tls = tls
        self._serving: dict[threading.Thread, Connection] = {}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.host = f"{'http' if tls is None else 'https'}://127.0.0.1:{self.port}"
        self.named = f"{'http' if tls is None else 'https'}://localhost:{self.port}"
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def respond(self, *steps: Step) -> None:
        self.steps = list(steps)

    def stop_listening(self) -> None:
        """Refuse further connections; the port stays taken, so that no other server gets it."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Wake all threads. Each closes its own socket, because only it knows when it no longer uses it."""
        self.stopped.set()
        self.stop_listening()
        self._accepting.join(10)
        for one in list(self._serving.values()):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(one.socket, socket.SHUT_RDWR)
        for thread in list(self._serving):
            thread.join(10)
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                accepted, _ = self._listener.accept()
                self.connections += 1
                connection = Connection(self, accepted)
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._serving[thread] = connection
                thread.start()

    def _serve(self, connection: Connection) -> None:
        with contextlib.suppress(OSError, ValueError):  # the client hangs up, or the test is over
            self.on_connect(connection)
            if self._tls is not None:
                connection.socket = self._tls.wrap_socket(connection.socket, server_side=True)
            while True:
                request = connection.request()
                if not request:
                    break
                connection.received = request
                self.requests.append(request)
                self._take(self.steps[0] if len(self.steps) == 1 else self.steps.pop(0), connection)
        connection.socket.close()
        self._serving.pop(threading.current_thread(), None)

    def _take(self, step: Step, connection: Connection) -> None:
        if isinstance(step, bytes):
            connection.socket.sendall(step)
        else:
            step(connection)


def tunnel(connection: Connection) -> None:
    """Act as a proxy: connect the client with the target of its CONNECT request, until one of them closes."""
    target = connection.received.split(b" ")[1].decode()
    host, _, port = target.rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port))) as there:
        connection.socket.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=_pipe, args=(there, connection.socket), daemon=True)
        back.start()
        _pipe(connection.socket, there)
        back.join()


def _pipe(source: socket.socket, target: Any) -> None:
    with contextlib.suppress(OSError):
        while True:
            received = source.recv(1 << 16)
            if not received:
                break
            target.sendall(received)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
