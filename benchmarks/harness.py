"""Contests: two ways to do the same work, measured alternately so that noise of the machine affects both.

A contest has two sides, the floor and the client. Each *pair* measures both, in an order that changes from pair to
pair, after a warm-up in which both must return the same value. A figure is the ratio of the two medians. Its spread is
the middle half of the ratios of the pairs.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

__all__ = [
    "LINUX",
    "QUICK",
    "Contest",
    "Figure",
    "Scale",
    "Side",
    "cpu",
    "held",
    "highest_resident",
    "in_fresh_process",
    "measure",
    "peak",
    "reported",
    "wall",
]


@dataclass(frozen=True)
class Scale:
    """How much to measure. The defaults are for published figures."""

    pairs: int = 15
    calls: int = 100
    rows: int = 25_000
    listed: int = 1_000_000
    megabytes: int = 1024
    life: int = 100_000
    growth: tuple[int, ...] = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
    pages: tuple[int, ...] = (1, 10, 100, 1_000, 10_000)
    characters: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)
    clients: int = 1_000


QUICK = Scale(
    pairs=2,
    calls=3,
    rows=20,
    listed=1_200,
    megabytes=1,
    life=40,
    growth=(1, 10),
    pages=(1, 3),
    characters=(1_000,),
    clients=5,
)


class Side(NamedTuple):
    """One way to do the work: the measured function, and its preparation before each run, which is not measured."""

    run: Callable[[Any], Any]
    prepare: Callable[[], Any] = lambda: None

    @classmethod
    def calling(cls, call: Callable[[], Any], times: int = 1) -> Side:
        """Call ``call`` this many times, with no preparation."""

        def run(_: Any) -> Any:
            for _ in range(times):
                found = call()
            return found

        return cls(run)


#: Runs one side once and returns the measured value.
Meter = Callable[[Callable[[], Any]], float]


def cpu(run: Callable[[], Any]) -> float:
    """Seconds of processor time of this process, in Python and in the kernel."""
    started = time.process_time()
    run()
    return time.process_time() - started


def wall(run: Callable[[], Any]) -> float:
    """Seconds of wall time."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def peak(run: Callable[[], Any]) -> float:
    """Peak bytes of the Python objects that ``run`` makes, by tracemalloc."""
    return _traced(run)[1]


def held(run: Callable[[], Any]) -> float:
    """Bytes of the Python objects that ``run`` returns, by tracemalloc."""
    return _traced(run)[0]


def _traced(run: Callable[[], Any]) -> tuple[float, float]:
    tracemalloc.start()
    try:
        kept = run()
        gc.collect()
        now, highest = tracemalloc.get_traced_memory()
        del kept
        return float(now), float(highest)
    finally:
        tracemalloc.stop()


def reported(run: Callable[[], Any]) -> float:
    """The value that the side itself measured, in another process."""
    return float(run())


@dataclass(frozen=True)
class Contest:
    """The same work done in two ways."""

    name: str
    title: str
    floor: Side
    client: Side
    meter: Meter
    unit: str
    #: One unit of the table in units of the meter: 1e-6 for microseconds.
    scale: float
    #: The amount of work in a sample: the number of calls or rows. A sample is divided by it.
    per: float = 1
    #: The largest ratio that meets the target; None if there is no target.
    target: float | None = None
    #: Whether both sides must return the same value.
    same: bool = True
    #: Factor for the number of pairs: short work is measured more often.
    often: float = 1.0
    note: str = ""
    #: The most that the client may take, in the unit of the table, where the target is not a ratio.
    limit: float | None = None


@dataclass
class Figure:
    """The result of a contest. Samples are in the contest's unit."""

    name: str
    title: str
    unit: str
    target: float | None
    note: str
    floor: list[float] = field(default_factory=list)
    client: list[float] = field(default_factory=list)
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """The ratio of the medians; NaN if nothing was measured."""
        return _over(median(self.client), median(self.floor)) if self.client else math.nan

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half of the ratios of the pairs."""
        ratios = list(map(_over, self.client, self.floor))
        low, _, high = quantiles(ratios, n=4, method="inclusive")
        return low, high


def _over(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else math.nan  # the work was too short to measure


def measure(contest: Contest, pairs: int) -> Figure:
    """Warm up, check that both sides return the same value, and measure them alternately."""
    _compare(contest)
    figure = Figure(contest.name, contest.title, contest.unit, contest.target, contest.note, limit=contest.limit)
    sides = [(contest.floor, figure.floor), (contest.client, figure.client)]
    for _ in range(pairs if pairs < 7 else max(7, round(pairs * contest.often))):
        for side, samples in sides:
            samples.append(_sample(contest, side) / contest.scale / contest.per)
        sides.reverse()
    return figure


def _sample(contest: Contest, side: Side) -> float:
    with _swept():
        prepared = side.prepare()
        return contest.meter(lambda: side.run(prepared))


def _compare(contest: Contest) -> None:
    theirs, ours = (side.run(side.prepare()) for side in (contest.floor, contest.client))
    if contest.same and theirs != ours:
        raise AssertionError(f"{contest.name}: the floor returned {theirs!r}, the client {ours!r}")


@contextmanager
def _swept() -> Iterator[None]:
    """Collect garbage before the measurement, and hide the benchmark's own objects from the garbage collector."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


#: Whether the largest resident size of a process can be read.
LINUX = sys.platform == "linux"


def highest_resident() -> float:
    """The largest resident size of this process so far, in bytes (Linux).

    ``getrusage`` would include the process that started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.partition("VmHWM:")[2].split()[0]) * 1024


def in_fresh_process(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call ``function`` in a new interpreter, where nothing is imported or cached yet."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)
