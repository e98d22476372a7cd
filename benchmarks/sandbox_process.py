"""A sandbox in its own process, and a client for it."""

from __future__ import annotations

import json
import os
import re
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["BATCH", "Row", "Running", "running"]

BATCH = 25_000
"""The most recipients of a send."""
HEADERS = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}


class Row(NamedTuple):
    """One figure; `target` in words."""

    name: str
    value: str
    target: str


class _Connection(HTTPConnection):
    """A connection that opens at its first request, and again after `close`."""

    def connect(self) -> None:
        super().connect()
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Running:
    """A sandbox in another process."""

    def __init__(self, process: subprocess.Popen[str], port: int, first_response: float) -> None:
        self.process = process
        self.port = port
        self.first_response = first_response
        self.connection = self.connect()

    def connect(self) -> HTTPConnection:
        return _Connection("127.0.0.1", self.port, timeout=60)

    def call(self, method: str, path: str, body: Any = None, connection: HTTPConnection | None = None) -> bytes:
        connection = connection or self.connection
        if connection.sock and select.select([connection.sock], [], [], 0)[0]:
            connection.close()  # the server has closed it: it was idle
        connection.request(method, path, None if body is None else json.dumps(body), HEADERS)
        response = connection.getresponse()
        content = response.read()
        assert response.status == 200, content[:300]
        return content

    def send(self, to: list[str], connection: HTTPConnection | None = None, **fields: Any) -> Any:
        body = {"to": to, "from": "InfoText", "text": "Hi", **fields}
        return json.loads(self.call("POST", "/sms", body, connection))

    def fill(self, count: int, first: int = 12_000_000) -> None:
        for start in range(first, first + count, BATCH):
            numbers = [f"+316{number}" for number in range(start, min(start + BATCH, first + count))]
            self.send(numbers, shortResponse=True)

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def resident(self) -> float:
        """Bytes of memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return float(status.partition("VmRSS:")[2].split()[0]) * 1024


@contextmanager
def running(*arguments: str) -> Iterator[Running]:
    """Run a sandbox with so much credit and so high a limit that neither matters."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "smscx_client.sandbox", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r":(\d+)$", process.stdout.readline().strip())
        assert found, "the sandbox did not start"
        sandbox = Running(process, int(found[1]), 0)
        sandbox.call("GET", "/account/balance")
        sandbox.first_response = time.perf_counter() - started
        sandbox.call("POST", "/_sandbox/balance", {"balance": 1e8})
        sandbox.call("POST", "/_sandbox/limits", {"rateLimit": 10**9})
        try:
            yield sandbox
        finally:
            sandbox.connection.close()
            process.terminate()
