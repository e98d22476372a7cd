"""Measure the sandbox: ``python -m benchmarks.sandbox [NAME ...]``. All groups but `load` take about two minutes.

`load` takes five: 64 clients send 1,000,000 messages (``--messages N``). The sandbox runs in its own process on
127.0.0.1. Each row of the table is one figure, with its target.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from typing import Any

from benchmarks import plot, table
from benchmarks.harness import Figure
from benchmarks.sandbox_load import Stage, load
from benchmarks.sandbox_process import BATCH, Row, Running, running

MESSAGES = 100_000
SECONDS = 4.0
"""How long a rate is measured."""
WAITERS = 64
PAGE = (
    *("messages?latest=200", "otps?latest=200", "webhooks?latest=50", "requests?latest=100&refused=1", "balance"),
    *("clock", "phones?latest=200"),
    "phones/%2B31612469333",
)
"""The requests of one refresh of the inbox page."""


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
            started = time.perf_counter()
            sandbox.call("GET", "/account/balance", connection=connection)
            slowest = max(slowest, time.perf_counter() - started)
            time.sleep(0.001)
        working.result()
        return time.perf_counter() - started, slowest


def large() -> Iterator[Row]:
    """Large requests, and the time that other requests wait for them."""
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
    """Print the table, a row as soon as it is measured."""
    options = _options()
    figures: list[Figure] = []
    stages: list[Stage] = []
    for name in options.names:
        for row in load(options.messages, stages) if name == "load" else GROUPS[name]():
            print(f"{row.name:<42}{row.value:>24}  {row.target}".rstrip(), flush=True)
            figures.append(_figure(row))
    if options.json:
        options.json.write_text(table.as_json([*figures, *map(_stage_figure, stages)]), encoding="utf-8")
    if options.guide:
        page = options.guide.read_text(encoding="utf-8")
        options.guide.write_text(table.filled(page, {"sandbox": figures}), encoding="utf-8")
    if options.plot:
        plot.draw_stored(list(map(_stage_figure, stages)), options.plot)


def _figure(row: Row) -> Figure:
    """A figure without a floor, for the table of the guide."""
    note = f"{row.value}; target: {row.target}" if row.target else row.value
    return Figure(row.name.replace(" ", "-"), row.name, "", None, note)


def _stage_figure(stage: Stage) -> Figure:
    """A point of the plot, with the processor time of a message in microseconds."""
    note = f"{stage.memory:.0f} bytes in the process"
    return Figure(
        f"stored-{stage.stored}", f"{stage.stored:,} messages stored", "µs", None, note, [], [stage.microseconds]
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sandbox", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"out of {', '.join((*GROUPS, 'load'))}")
    parser.add_argument("--messages", type=int, default=1_000_000, help="how many messages `load` sends")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the cost of a message by their number as PNG")
    parser.add_argument("--guide", type=Path, metavar="FILE", help="update the table `sandbox` in this guide page")
    options = parser.parse_args()
    options.names = options.names or list(GROUPS)
    unknown = set(options.names) - {*GROUPS, "load"}
    if unknown:
        parser.error(f"unknown group {min(unknown)}; choose from {', '.join((*GROUPS, 'load'))}")
    if options.plot and "load" not in options.names:
        parser.error("--plot needs the group load; add it to the names")
    return options


if __name__ == "__main__":
    main()
