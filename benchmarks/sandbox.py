"""Measure the sandbox under load: ``python -m benchmarks.sandbox [NAME ...]``. It takes about two minutes.

The sandbox runs in a process of its own on 127.0.0.1. Each row of the table is one figure, with its target.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from typing import Any, NamedTuple

MESSAGES = 100_000
BATCH = 25_000
SECONDS = 4.0
"""How long a rate is measured."""
WAITERS = 64
HEADERS = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}
PAGE = (
    *("messages?latest=200", "otps?latest=200", "webhooks?latest=50", "requests?latest=100&refused=1", "balance"),
    *("clock", "phones?latest=200"),
    "phones/%2B31612469333",
)
"""The requests of one refresh of the inbox page."""


class Row(NamedTuple):
    """One figure; `target` in words."""

    name: str
    value: str
    target: str


class Running:
    """A sandbox in another process."""

    def __init__(self, process: subprocess.Popen[str], port: int, first_response: float) -> None:
        self.process = process
        self.port = port
        self.first_response = first_response
        self.connection = self.connect()

    def connect(self) -> HTTPConnection:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def call(self, method: str, path: str, body: Any = None, connection: HTTPConnection | None = None) -> bytes:
        connection = connection or self.connection
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
            process.terminate()


@contextmanager
def open_page(sandbox: Running) -> Iterator[None]:
    """Refresh the inbox page as a browser does: at each change, and 0.1 s after the last refresh at the earliest."""
    closed = Event()

    def refresh() -> None:
        connection = sandbox.connect()
        while not closed.is_set():
            for path in PAGE:
                sandbox.call("GET", f"/_sandbox/{path}", connection=connection)
            closed.wait(0.1)

    with ExitStack() as stack:
        thread = Thread(target=refresh)
        thread.start()
        stack.callback(thread.join)
        stack.callback(closed.set)
        yield


def sends(sandbox: Running, seconds: float = SECONDS) -> list[float]:
    """Send one message after the other; returns the seconds of each."""
    samples: list[float] = []
    end = time.perf_counter() + seconds
    while (started := time.perf_counter()) < end:
        sandbox.send(["+31612469333"])
        samples.append(time.perf_counter() - started)
    return samples


def page() -> Iterator[Row]:
    """Sends beside an open inbox page."""
    with running() as sandbox:
        yield Row("first response after the command", f"{sandbox.first_response:.2f} s", "0.5 s")
        before = sandbox.resident
        sandbox.fill(MESSAGES)
        closed = sends(sandbox)
        with open_page(sandbox):
            opened = sends(sandbox)
        cuts = quantiles(opened, n=100)
        yield Row("sends per second, page closed", f"{len(closed) / SECONDS:.0f}", "")
        yield Row("sends per second, page open", f"{len(opened) / SECONDS:.0f}", "")
        yield Row("ratio", f"{len(opened) / len(closed):.2f}", "at least 0.8")
        yield Row(
            "p50 and p99 of a send, page open", f"{cuts[49] * 1e3:.1f} and {cuts[98] * 1e3:.1f} ms", "2 and 10 ms"
        )
        yield Row("memory per message", f"{(sandbox.resident - before) / MESSAGES:.0f} bytes", "400")
        sandbox.call("POST", "/_sandbox/reset")
        yield Row("memory after a reset, of the empty sandbox", f"{sandbox.resident / before:.1f}", "")


def waiters() -> Iterator[Row]:
    """Sends beside clients that wait for messages to other numbers."""
    with running() as sandbox, ThreadPoolExecutor(WAITERS) as pool:
        sandbox.fill(MESSAGES)
        costs = []
        for count in (0, WAITERS):
            paths = [f"/_sandbox/messages/wait?to=%2B3468{number:07}&timeout=6" for number in range(count)]
            waiting = [pool.submit(sandbox.call, "GET", path, None, sandbox.connect()) for path in paths]
            time.sleep(1.5)
            before = sandbox.cpu
            costs.append((before, len(sends(sandbox, 3)), sandbox.cpu))
            for each in waiting:
                each.result()
        alone, beside = ((after - before) / count * 1e3 for before, count, after in costs)
        yield Row("CPU of a send", f"{alone:.2f} ms", "")
        yield Row(f"CPU of a send beside {WAITERS} waiters", f"{beside:.2f} ms", "the same")


def longest_wait(sandbox: Running, work: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds of some work, and of the slowest small call meanwhile."""
    connection = sandbox.connect()
    with ThreadPoolExecutor(1) as pool:
        started = time.perf_counter()
        working, slowest = pool.submit(work), 0.0
        while not working.done():
            begun = time.perf_counter()
            sandbox.call("GET", "/account/balance", connection=connection)
            slowest = max(slowest, time.perf_counter() - begun)
            time.sleep(0.001)
        working.result()
        return time.perf_counter() - started, slowest


def large() -> Iterator[Row]:
    """Large requests, and what the others wait for them."""
    numbers = [f"+316{number}" for number in range(20_000_000, 20_000_000 + BATCH)]
    with running() as sandbox:
        campaigns = []
        took, slowest = longest_wait(sandbox, lambda: campaigns.append(sandbox.send(numbers)["info"]["campaignId"]))
        yield Row(f"send to {BATCH:,} recipients", f"{took:.2f} s", "2 s")
        yield Row("slowest other call meanwhile", f"{slowest * 1e3:.0f} ms", "100 ms")
        export = f"/reports/campaigns/{campaigns[0]}/xlsx"
        took, slowest = longest_wait(sandbox, lambda: sandbox.call("GET", export, connection=sandbox.connect()))
        yield Row(f"XLSX of {BATCH:,} rows", f"{took:.2f} s", "")
        yield Row("slowest other call meanwhile", f"{slowest * 1e3:.0f} ms", "100 ms")


GROUPS = {"page": page, "waiters": waiters, "large": large}


def main() -> None:
    """Print the table."""
    for name in sys.argv[1:] or GROUPS:
        for row in GROUPS[name]():
            print(f"{row.name:<46}{row.value:>18}   {row.target}", flush=True)


if __name__ == "__main__":
    main()
