"""Contests: two ways to do the same work, measured in turn so that a noisy machine is noisy to both.

A contest has two sides, the floor and the client. Each *pair* measures both, in an order that changes from pair to
pair, after a warm-up in which both must return the same. A figure is the ratio of the two medians; its spread is the
middle half of the ratios of the pairs.
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
    "told",
    "wall",
]


@dataclass(frozen=True)
class Scale:
    """How much to measure: by default enough for figures to publish."""

    pairs: int = 15
    calls: int = 100
    rows: int = 25_000
    megabytes: int = 1024
    life: int = 100_000
    growth: tuple[int, ...] = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)


QUICK = Scale(pairs=2, calls=3, rows=20, megabytes=1, life=40, growth=(1, 10))


class Side(NamedTuple):
    """One way to do the work: what is measured, and what it needs made anew, unmeasured, each time."""

    run: Callable[[Any], Any]
    prepare: Callable[[], Any] = lambda: None

    @classmethod
    def calling(cls, call: Callable[[], Any], times: int = 1) -> Side:
        """Make ``call`` so many times, with nothing to prepare."""

        def run(_: Any) -> Any:
            for _ in range(times):
                found = call()
            return found

        return cls(run)


#: Runs one side once and says what that took.
Meter = Callable[[Callable[[], Any]], float]


def cpu(run: Callable[[], Any]) -> float:
    """Seconds of processor time of this process, in Python and in the kernel."""
    started = time.process_time()
    run()
    return time.process_time() - started


def wall(run: Callable[[], Any]) -> float:
    """Seconds by the clock."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def peak(run: Callable[[], Any]) -> float:
    """Bytes that the Python objects made by ``run`` take at the highest, by tracemalloc."""
    return _traced(run)[1]


def held(run: Callable[[], Any]) -> float:
    """Bytes that the Python objects which ``run`` returns take, by tracemalloc."""
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


def told(run: Callable[[], Any]) -> float:
    """What the side measured itself, in another process."""
    return float(run())


@dataclass(frozen=True)
class Contest:
    """The same work done two ways."""

    name: str
    title: str
    floor: Side
    client: Side
    meter: Meter
    unit: str
    #: What one unit of the table is, in what the meter says: 1e-6 for microseconds.
    scale: float
    #: By how much work a sample is divided: the number of calls or of rows in it.
    per: int = 1
    #: The ratio to reach; None where the figure only stands beside another.
    target: float | None = None
    #: Whether both sides return what they found, which must then be equal.
    same: bool = True
    #: How many times the usual number of pairs to measure: what is short is repeated more often.
    often: float = 1.0
    note: str = ""


@dataclass
class Figure:
    """What a contest came to. Samples are in the contest's unit."""

    name: str
    title: str
    unit: str
    target: float | None
    note: str
    floor: list[float] = field(default_factory=list)
    client: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Of the medians; NaN when nothing was measured."""
        return _over(median(self.client), median(self.floor)) if self.client else math.nan

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half of the ratios of the pairs."""
        ratios = list(map(_over, self.client, self.floor))
        low, _, high = quantiles(ratios, n=4, method="inclusive")
        return low, high


def _over(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else math.nan  # so little was done that there was nothing to see


def measure(contest: Contest, pairs: int) -> Figure:
    """Warm up, check that both sides come to the same, and measure them in turn."""
    _compare(contest)
    figure = Figure(contest.name, contest.title, contest.unit, contest.target, contest.note)
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
        raise AssertionError(f"{contest.name}: the floor found {theirs!r}, the client {ours!r}")


@contextmanager
def _swept() -> Iterator[None]:
    """Let neither side pay for the garbage of the other, nor for walking what the benchmarks themselves keep."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


#: Whether the largest resident size of a process can be seen.
LINUX = sys.platform == "linux"


def highest_resident() -> float:
    """Bytes of memory that this process has had resident at the highest (Linux).

    ``getrusage`` would count the process that started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.partition("VmHWM:")[2].split()[0]) * 1024


def in_fresh_process(function: Callable[..., Any], *arguments: Any) -> Any:
    """What ``function`` returns in a new interpreter, where nothing has been imported, kept or cached yet."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)
