"""How far a job is: one immutable value per step, shown as a bar or passed to a callable."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, Callable, NamedTuple, TextIO, Union

from smscx_client._money import amount_text
from smscx_client.exceptions import ApiTypeError

__all__ = ["Observer", "Progress", "ProgressOption", "reporting"]


class Progress(NamedTuple):
    """How far a job is. A job reports it after its plan is written, after each batch, and before a pause."""

    name: str
    """The name of the job."""
    total: int
    """Recipients of the job, duplicates left out."""
    done: int
    """Recipients whose outcome is known or can no longer be known."""
    counts: Mapping[str, int]
    """Recipients by status: ``{"accepted": 49990, "invalid": 10}``."""
    cost: Decimal
    """What the job has cost until now, in the currency of the account."""
    failures: int = 0
    """Requests of this run that failed, before they were repeated or given up. A batch that is divided because of one
    recipient is not counted."""
    pause: float = 0.0
    """Seconds that the job now waits for the rate limit; 0 if it does not."""
    finished: bool = False
    """Whether this is the last report of the run."""
    replaced_originators: Mapping[str, int] = {}
    """Messages by the originator that the API used in place of the one of the job; empty if it replaced none."""


Observer = Callable[[Progress], object]
#: True for a bar, a callable for a program, None or False for nothing.
ProgressOption = Union[bool, Observer, None]


@contextmanager
def reporting(
    progress: ProgressOption, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Observer]:
    """Yield the callable to report to during the block. It is always called from the thread that runs the job.

    :param stream: where True shows the progress; stderr by default. A terminal shows a bar. Anything else gets a
        line when the percentage or the number of failed requests changes, before a pause, and at the end.
    :param clock: returns the time in seconds.
    """
    if callable(progress):
        yield progress
    elif progress is None or progress is False:
        yield lambda report: None
    elif progress is not True:
        raise ApiTypeError(f"must be True, False or a callable, not {progress!r}", ["progress"])
    else:
        target = stream or sys.stderr
        speed = _Speed(clock)
        bar = _bar(target, speed) if target.isatty() else None
        if bar is None:
            yield _Lines(target, speed).update
        else:
            with bar:
                yield bar.update


class _Speed:
    """How fast this run is. What an earlier run has done does not count."""

    def __init__(self, clock: Callable[[], float]):
        self._clock = clock
        self._start: tuple[float, int] | None = None

    def of(self, report: Progress) -> tuple[float | None, float | None]:
        """Recipients per second, and seconds left; None while nothing is known."""
        now = self._clock()
        started, done = self._start = self._start or (now, report.done)
        if report.done <= done or now == started:
            return None, None
        rate = (report.done - done) / (now - started)
        return rate, (report.total - report.done) / rate


class _Lines:
    """A line for each report that says something new: a job with many small batches must not fill a log."""

    def __init__(self, stream: TextIO, speed: _Speed):
        self._stream = stream
        self._speed = speed
        self._last: tuple[int, int] | None = None

    def update(self, report: Progress) -> None:
        """Print a report, unless the line before it says the same."""
        share = 100 * report.done // report.total if report.total else 100
        facts = [f"{report.done:,} of {report.total:,} ({share} %)", *_facts(report, self._speed)]
        if (share, report.failures) != self._last or report.pause or report.finished:
            self._last = share, report.failures
            print(f"{report.name}: {', '.join(facts)}", file=self._stream, flush=True)


def _facts(report: Progress, speed: _Speed) -> list[str]:
    rate, left = speed.of(report)
    facts = [] if rate is None else [f"{rate:,.0f}/s"]
    facts.append(f"cost {amount_text(report.cost)}")
    facts += [f"{count:,} {status}" for status, count in report.counts.items() if count and status != "accepted"]
    facts += [f"{count:,} sent from {used}" for used, count in report.replaced_originators.items()]
    if report.failures:
        facts.append(f"{report.failures:,} failed request{'s' if report.failures > 1 else ''}")
    if report.pause:
        facts.append(f"waiting {_duration(report.pause)} for the rate limit")
    elif not report.finished and left is not None:
        facts.append(f"{_duration(left)} left")
    return facts


def _duration(seconds: float) -> str:
    whole = math.ceil(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"


class _Bar:
    """A bar on one line, and what it means on the next."""

    def __init__(self, stream: TextIO, speed: _Speed):
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as RichProgress

        console = Console(file=stream)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(None), MofNCompleteColumn())
        self._bar = RichProgress(*columns, TextColumn("{task.percentage:>3.0f} %"), console=console, expand=True)
        self._text = RichProgress(TextColumn("{task.description}", markup=False), console=console)
        self._live = self._both(console)
        self._speed = speed
        self._task = self._bar.add_task("", total=None)
        self._facts = self._text.add_task("")

    def _both(self, console: Any) -> Any:
        from rich.console import Group
        from rich.live import Live

        return Live(Group(self._bar, self._text), console=console, refresh_per_second=4)

    def __enter__(self) -> _Bar:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def update(self, report: Progress) -> None:
        """Show a report."""
        self._bar.update(self._task, description=report.name, completed=report.done, total=report.total)
        self._text.update(self._facts, description=", ".join(_facts(report, self._speed)))
        self._live.refresh()


def _bar(stream: TextIO, speed: _Speed) -> _Bar | None:
    """A bar; None without rich, so that lines are printed: a job must not stop for that."""
    from importlib.util import find_spec

    if find_spec("rich"):
        return _Bar(stream, speed)
    print("for a progress bar: pip install 'smscx_client[cli]'", file=stream, flush=True)
    return None
