"""How far a job is: one immutable value per step, shown as a bar or passed to a callable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Callable, NamedTuple, Union

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
    """Requests of this run that failed, before they were repeated or given up."""
    pause: float = 0.0
    """Seconds that the job now waits for the rate limit; 0 if it does not."""
    finished: bool = False
    """Whether this is the last report of the run."""


Observer = Callable[[Progress], object]
#: True for a bar, a callable for a program, None or False for nothing.
ProgressOption = Union[bool, Observer, None]


@contextmanager
def reporting(progress: ProgressOption) -> Iterator[Observer]:
    """Yield the callable to report to during the block. It is always called from the thread that runs the job."""
    yield progress if callable(progress) else _ignore


def _ignore(_: Progress) -> None:
    pass
