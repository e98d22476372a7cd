"""The connection pools of urllib3, with this library's connections.

Libraries that record, replay or trace requests replace classes of urllib3. The pools respect that: with a replaced
connection class, they use it instead of their own, as the pools of urllib3 do.
"""

from __future__ import annotations

import socket
from collections import deque
from http.client import HTTPException
from queue import Empty, Full
from typing import Any

from urllib3 import exceptions as urllib3_errors
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from smscx_client._transport.deadlines import DeadlineExceeded, DeadlineResponse, current
from smscx_client._transport.failures import RequestForgotten

__all__ = ["POOLS"]

#: Bytes that are written to the socket at a time, so that each write has the timeout for itself.
_WRITE_SIZE = 1 << 16


class _Connection:
    """What both kinds of connections have in common."""

    sock: Any
    auto_open: Any
    response_class: Any = DeadlineResponse

    def connect(self) -> None:
        """Connect; raise a connect error for every failure before the connection is ready, TLS and proxy included.

        urllib3 raises some of them as if the request had been sent.
        """
        check, current.is_forgotten = current.is_forgotten, None  # `send` also writes the CONNECT of a proxy
        try:
            super().connect()  # type: ignore[misc]
            if current.deadline is not None:  # each address of a host has the full connect timeout
                current.deadline.seconds_left()
        except (DeadlineExceeded, socket.timeout) as error:
            raise urllib3_errors.ConnectTimeoutError(self, f"timed out while connecting: {error}") from error
        except urllib3_errors.HTTPError:
            raise
        except (OSError, ValueError, HTTPException) as error:
            raise urllib3_errors.NewConnectionError(self, f"{error}") from error  # type: ignore[arg-type]
        finally:
            current.is_forgotten = check

    def send(self, data: Any) -> None:
        """Write to the socket, with the read timeout for each blocked write.

        urllib3 sends with the connect timeout, and a timeout of ``sendall`` is for all of its writes together.
        """
        if self.sock is None and self.auto_open:
            self.connect()
        if current.is_forgotten is not None:
            _require_remembered()
        if self.sock is None or not isinstance(data, bytes):
            super().send(data)  # type: ignore[misc]
            return
        for start in range(0, len(data), _WRITE_SIZE):
            self.sock.settimeout(_write_timeout())
            try:
                self._write(data[start : start + _WRITE_SIZE] if len(data) > _WRITE_SIZE else data)
            except ConnectionResetError as error:  # the server may have responded before it closed the connection
                raise BrokenPipeError(*error.args) from error

    def _write(self, data: bytes) -> None:
        super().send(data)  # type: ignore[misc]


def _require_remembered() -> None:
    """Check at the last moment that the API still knows the request: the program may have been stopped until now."""
    check, current.is_forgotten = current.is_forgotten, None  # once: the first bytes decide
    if check is not None and check():
        raise RequestForgotten


def _write_timeout() -> float | None:
    deadline, timeout = current.deadline, current.write_timeout
    return timeout if deadline is None else deadline.limit(timeout)


class _HttpConnection(_Connection, HTTPConnection):
    pass


class _HttpsConnection(_Connection, HTTPSConnection):
    pass


class _Stack:
    """The idle connections of a pool, last in, first out, without a lock.

    An exception that a signal handler raises inside the queue of the standard library can leave its lock held. Then
    every later call waits forever.
    """

    def __init__(self, maxsize: int):
        self._items: deque[Any] = deque()
        self._maxsize = maxsize

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        try:
            return self._items.pop()
        except IndexError:
            raise Empty from None

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        if len(self._items) >= self._maxsize:
            raise Full
        self._items.append(item)

    def qsize(self) -> int:
        return len(self._items)


class _HttpPool(HTTPConnectionPool):
    QueueCls: Any = _Stack

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override]  # noqa: N802 - the name of urllib3
        replaced = HTTPConnectionPool.ConnectionCls
        return _HttpConnection if replaced is HTTPConnection else replaced


class _HttpsPool(HTTPSConnectionPool):
    QueueCls: Any = _Stack

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override]  # noqa: N802 - the name of urllib3
        replaced = HTTPSConnectionPool.ConnectionCls
        return _HttpsConnection if replaced is HTTPSConnection else replaced


#: The classes for ``PoolManager.pool_classes_by_scheme``.
POOLS = {"http": _HttpPool, "https": _HttpsPool}
