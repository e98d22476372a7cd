"""The sandbox under load: 64 clients send at the same time, then the report is read back page by page.

The processor time and the memory of each stored message must not grow with the number of messages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from functools import partial
from http.client import HTTPConnection
from itertools import chain, count, islice
from typing import NamedTuple

from benchmarks.sandbox_process import Row, Running, running

__all__ = ["CLIENTS", "STAGES", "Stage", "load"]

CLIENTS = 64
STAGES = 10
"""The number of stages in which the messages are sent; each is measured."""
_SEND = 1000
"""Recipients of one send."""
_PAGE = 500
_SEVERAL = 50
"""How many pages are compared: the first ones, and the last ones."""
_FIRST_NUMBER = 31_610_000_000


class Stage(NamedTuple):
    """A part of the load; `stored` is the number of messages after it, `memory` that of the process then."""

    stored: int
    microseconds: float
    memory: float


def load(messages: int, stages: list[Stage]) -> Iterator[Row]:
    """Send the messages, read them back, and reset the sandbox; adds the results to `stages`."""
    with running() as sandbox:
        empty = sandbox.resident
        sent: list[str] = []
        for stage, ids in _stages(sandbox, messages):
            sent += ids
            stages.append(stage)
            growth = f"{(stage.memory - empty) / stage.stored:.0f} bytes each"
            yield Row(f"{stage.stored:,} stored", f"{stage.microseconds:.1f} µs each, {growth}", "")
        yield from _sent_rows(sent, messages, stages, empty)
        yield from _report_rows(sandbox, sent)
        sandbox.call("POST", "/_sandbox/reset")
        yield Row("memory after a reset", f"{sandbox.resident / empty:.2f} x empty", "1.5 x")


def _stages(sandbox: Running, messages: int) -> Iterator[tuple[Stage, list[str]]]:
    """Send, with all clients at once, and measure each stage; yields the ids of its messages too."""
    numbers = count(_FIRST_NUMBER)
    connections = [sandbox.connect() for _ in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        stored = 0
        for stage in range(1, STAGES + 1):
            before, first = sandbox.cpu, stored
            stored = messages * stage // STAGES
            starts = range(first, stored, _SEND)
            sends = [[f"+{next(numbers)}" for _ in range(min(_SEND, stored - start))] for start in starts]
            lots = [sends[client::CLIENTS] for client in range(CLIENTS)]
            ids = [each for lot in pool.map(partial(_send, sandbox), lots, connections) for each in lot]
            cpu = (sandbox.cpu - before) / max(1, stored - first) * 1e6
            yield Stage(stored, cpu, sandbox.resident), ids
    for connection in connections:
        connection.close()


def _send(sandbox: Running, sends: Sequence[list[str]], connection: HTTPConnection) -> list[str]:
    """Make the sends of one client; returns the ids of the messages."""
    return [item["msgId"] for to in sends for item in sandbox.send(to, connection=connection)["data"]]


def _sent_rows(sent: Sequence[str], messages: int, stages: Sequence[Stage], empty: float) -> Iterator[Row]:
    lost, doubled = messages - len(sent), len(sent) - len(set(sent))
    half = STAGES // 2
    earlier, later = (sum(stage.microseconds for stage in part) for part in (stages[:half], stages[half:]))
    yield Row("messages without an id, ids twice", f"{lost} and {doubled}", "0 and 0")
    yield Row("CPU of a message, second half / first half", f"{later / earlier:.2f}", "1.1")
    yield Row("memory per message", f"{(stages[-1].memory - empty) / messages:.0f} bytes", "400")


def _report_rows(sandbox: Running, sent: Sequence[str]) -> Iterator[Row]:
    """Read the whole report, and compare the cost of its first and last pages."""
    found: list[str] = []
    lots: list[float] = []
    pages = _pages(sandbox)
    while True:
        before = sandbox.cpu
        lot = list(islice(pages, _SEVERAL))
        found += chain.from_iterable(lot)
        if sum(map(len, lot)) < _SEVERAL * _PAGE:
            break
        lots.append(sandbox.cpu - before)
    missing, doubled = len(set(sent) - set(found)), len(found) - len(set(found))
    yield Row("report: messages missing, rows twice", f"{missing} and {doubled}", "0 and 0")
    if len(lots) > 1:
        yield Row(f"CPU of {_SEVERAL} pages, the last / the first", f"{lots[-1] / lots[0]:.2f}", "1.1")


def _pages(sandbox: Running) -> Iterator[list[str]]:
    """Yield the message ids of each page of the report on all messages."""
    month = datetime.now(timezone.utc).strftime("%Y-%m")
    cursor: str | None = ""
    while cursor is not None:
        path = f"/reports?period={month}&limit={_PAGE}" + (f"&next={cursor}" if cursor else "")
        page = json.loads(sandbox.call("GET", path))
        yield [row["msgId"] for row in page["data"]]
        cursor = page["paging"]["next"] or None
