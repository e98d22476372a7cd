"""The local server: keeps connections alive, parses as little as possible, sends prepared responses.

It runs in its own process, so that the processor time of the measuring process is that of the client alone. The first
part of a path is the size of the response: ``/25000/sms`` is ``/sms`` with 25,000 rows, ``/1024/reports/.../csv`` is an
export of 1024 MiB, ``/1024/reports/...`` a report of 1024 rows in pages. ``/after-0.05/sms`` is ``/1/sms`` after 0.05
seconds. The size ``echo`` is that of the request: ``/echo/sms`` has a row for each of its recipients, and
``/after-0.05+echo/sms`` is the same after 0.05 seconds. Requests of other SDKs get the response in canned.py for their
path.
"""

from __future__ import annotations

import json
import multiprocessing
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from benchmarks import canned, echo

__all__ = ["connections_opened", "running"]

_JSON_HEADERS = (
    "Content-Type: application/json\r\nX-Request-Id: 5ea64b0c-66bb-4ee3-b2ff-a37a8da9b1a7\r\n"
    "X-Rate-Limit-Limit: 1000\r\nX-Rate-Limit-Remaining: 999\r\nX-Response-Time: 12\r\n"
)
_EXPORT_HEADERS = 'Content-Type: application/csv\r\nContent-Disposition: attachment; filename="report.csv"\r\n'
_EXPORTS = ("/csv", "/xlsx")
_READ = 1 << 20


@contextmanager
def running() -> Iterator[str]:
    """Run a server in its own process during the block; yields its address."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        ours.close()
        process.join()


def connections_opened(url: str) -> int:
    """How many connections the server has accepted so far, this one included."""
    import urllib3

    with urllib3.PoolManager() as pool:
        return int(json.loads(pool.request("GET", f"{url}/0/connections").data))


class _Server:
    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.opened = 0

    def accept(self) -> None:
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.opened += 1
            threading.Thread(target=self.converse, args=(connection,), daemon=True).start()

    def converse(self, connection: socket.socket) -> None:
        """Handle one request after another until the client closes the connection."""
        waiting = b""
        try:
            while True:
                while b"\r\n\r\n" not in waiting:
                    received = connection.recv(_READ)
                    if not received:
                        return
                    waiting += received
                head, _, body = waiting.partition(b"\r\n\r\n")
                length = _content_length(head)
                pieces, have = [body], len(body)
                while have < length:
                    received = connection.recv(_READ)
                    if not received:
                        return
                    pieces.append(received)
                    have += len(received)
                request = pieces[0] if len(pieces) == 1 else b"".join(pieces)
                waiting = request[length:]
                for piece in self.respond(head.split(b" ", 2)[1].decode(), request[:length]):
                    connection.sendall(piece)
        except OSError:
            return
        finally:
            connection.close()

    def respond(self, target: str, body: bytes) -> Iterable[bytes]:
        found = canned.peer_response(target, body)
        if found is not None:
            return [_with_head(found)]
        _, size, route = target.split("/", 2)
        if size.startswith("after-"):
            seconds, _, size = size[len("after-") :].partition("+")
            time.sleep(float(seconds))
            size = size or "1"
        if size == "echo":
            return [_with_head(echo.response(route, body))]
        if route.startswith("reports/"):
            path, _, query = route.partition("?")
            return _export(int(size) << 20) if path.endswith(_EXPORTS) else [_listed(int(size), query)]
        if route == "sms":
            return [_sent(int(size), b'"noTextDetails"' not in body[-400:])]
        return [_BALANCE if route == "account/balance" else _with_head(b"%d" % self.opened)]


def _content_length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


def _head(length: int, headers: str = _JSON_HEADERS) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n{headers}\r\n".encode()


def _with_head(body: bytes) -> bytes:
    return _head(len(body)) + body


_BALANCE = _with_head(canned.BALANCE)
_kept: dict[tuple[int, bool], bytes] = {}


def _sent(size: int, details: bool) -> bytes:
    if (size, details) not in _kept:
        if size > 1000:
            _kept.clear()
        _kept[size, details] = _with_head(canned.sent(size, details))
    return _kept[size, details]


def _listed(total: int, query: str) -> bytes:
    given = dict(part.split("=") for part in query.split("&") if part)
    return _with_head(canned.listed(total, int(given.get("limit", 500)), int(given.get("next", 0))))


def _export(size: int) -> Iterator[bytes]:
    yield _head(size, _EXPORT_HEADERS)
    block = canned.CSV_BLOCK
    for _ in range(size // len(block)):
        yield block
    yield block[: size % len(block)]


def _serve(parent: Connection) -> None:
    server = _Server()
    threading.Thread(target=server.accept, daemon=True).start()
    parent.send(server.listener.getsockname()[1])
    try:
        parent.recv()  # until the other end is closed or its process ends
    except EOFError:
        return
