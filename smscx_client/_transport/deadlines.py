"""The time limits of one request.

urllib3 limits the time of each socket operation. A response that arrives one byte at a time never exceeds such a limit,
so a :class:`Deadline` limits the whole exchange too.
"""

from __future__ import annotations

import io
import math
import socket
import threading
import time
from functools import lru_cache
from http.client import HTTPException, HTTPResponse, parse_headers
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from smscx_client._transport.failures import TIME_USED_UP

if TYPE_CHECKING:
    from collections.abc import Callable

    from smscx_client._timeouts import Timeout

__all__ = ["Deadline", "DeadlineExceeded", "DeadlineResponse", "current", "urllib3_timeout"]


#: Bytes of a line of the response: the limit of the standard library.
_LONGEST_LINE = 1 << 16
_MOST_INTERIM_RESPONSES = 100


class DeadlineExceeded(Urllib3TimeoutError):
    """The deadline of the request has passed."""


class Deadline:
    """The time at which one request must be complete."""

    def __init__(self, seconds: float):
        self._at = time.monotonic() + seconds
        self._read_timeout: float | None = None

    def seconds_left(self) -> float:
        """Return the seconds until the deadline; infinity after :meth:`lift`.

        :raises DeadlineExceeded: the deadline has passed.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            raise DeadlineExceeded(TIME_USED_UP)
        return left

    def lift(self, read_timeout: float | None) -> None:
        """Remove the limit for the rest of the request; each read then has ``read_timeout`` seconds."""
        self._read_timeout = read_timeout
        self._at = math.inf

    def limit(self, timeout: float | None) -> float | None:
        """Return the seconds of the next read or write of a socket with ``timeout``; None for no limit.

        :raises DeadlineExceeded: the deadline has passed.
        """
        left = self.seconds_left()
        return self._read_timeout if left == math.inf else left if timeout is None else min(timeout, left)


class _Current(threading.local):
    """The request of the current thread. urllib3 has no parameter that reaches the socket."""

    deadline: Deadline | None = None
    #: Seconds that one write to the socket may be blocked; None for no limit.
    write_timeout: float | None = None
    #: The path of the request if logs must not show it.
    private_path: str | None = None
    #: Whether a request is being sent.
    requesting: bool = False
    #: Whether logs may show the content of the current call; None if the settings of the transport decide.
    log_content: bool | None = None
    #: Whether the API may have forgotten the request, to be asked right before it is written; None if that is not so.
    is_forgotten: Callable[[], bool] | None = None


current = _Current()


class _DeadlineReader(io.RawIOBase):
    """Reads from a socket until a deadline."""

    def __init__(self, stream: io.RawIOBase, sock: socket.socket, deadline: Deadline):
        self._stream = stream
        self._socket = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        timeout = self._socket.gettimeout()
        limit = self._deadline.limit(timeout)
        if limit == timeout:
            return self._stream.readinto(buffer)
        self._socket.settimeout(limit)  # urllib3 sets the timeout again for each request
        try:
            return self._stream.readinto(buffer)
        except socket.timeout:
            self._deadline.seconds_left()
            raise

    def fileno(self) -> int:
        return self._stream.fileno()

    def close(self) -> None:
        self._stream.close()
        super().close()


class _BoundedReader(io.BufferedReader):
    """A buffered reader whose lines have a limit: urllib3 reads the line before a chunk without one."""

    def readline(self, size: int | None = -1) -> bytes:
        if size is not None and size >= 0:
            return super().readline(size)
        line = super().readline(_LONGEST_LINE + 1)
        if len(line) > _LONGEST_LINE:
            raise HTTPException("a line of the response is too long")
        return line


class DeadlineResponse(HTTPResponse):
    """Reads a response no longer than the deadline of the current request."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any):
        super().__init__(sock, *args, **kwargs)
        if type(self.fp) is io.BufferedReader:  # libraries that replay responses have files of their own
            stream: Any = self.fp.detach()
            if current.deadline is not None:
                stream = _DeadlineReader(stream, sock, current.deadline)
            self.fp = _BoundedReader(stream)

    def _read_status(self) -> tuple[str, int, str]:
        """Read the status line; skip interim responses. The standard library skips status 100 only."""
        version, status, reason = super()._read_status()  # type: ignore[misc]
        for _ in range(_MOST_INTERIM_RESPONSES + 1):
            if not 102 <= status <= 199:  # 101 switches to another protocol; it is the last response of HTTP
                return version, status, reason
            parse_headers(self.fp)
            version, status, reason = super()._read_status()  # type: ignore[misc]
        raise HTTPException(f"the server sent more than {_MOST_INTERIM_RESPONSES} interim responses")

    def _safe_read(self, amt: int) -> bytes:
        if amt < 0:  # urllib3 passes on a negative chunk size, and a file reads to its end for a negative amount
            raise HTTPException("a chunk has a negative size")
        return super()._safe_read(amt)  # type: ignore[misc,no-any-return]


def urllib3_timeout(timeout: Timeout, time_left: float | None) -> urllib3.Timeout:
    """Return the limits of each socket operation, none of them longer than ``time_left``."""
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    return _urllib3_timeout(_shorter(connect, time_left), _shorter(read, time_left))


def _shorter(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


@lru_cache(maxsize=8)
def _urllib3_timeout(connect: float | None, read: float | None) -> urllib3.Timeout:
    return urllib3.Timeout(connect=connect, read=read)
