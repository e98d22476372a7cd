"""Long work in steps, so that other requests run between them.

A step function is a generator. It runs with the sandbox locked, some milliseconds from one `yield` to the next; at a
`yield` no transaction is open. What it yields runs without the lock, in the thread of the request: a function whose
result the `yield` returns, or None for a pause.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Any, Optional, TypeVar

__all__ = ["SLICE", "Steps", "at_once", "slices"]

SLICE = 1000
"""How many recipients one step works on."""

_Result = TypeVar("_Result")
Steps = Generator[Optional[Callable[[], Any]], Any, _Result]


def at_once(steps: Steps[_Result]) -> _Result:
    """Run all steps without a pause, for work that is short."""
    try:
        work = next(steps)
        while True:
            work = steps.send(work() if work else None)
    except StopIteration as end:
        result: _Result = end.value
        return result


def slices(count: int) -> Iterator[slice]:
    """Yield the slices of a list of `count` items; one empty slice for an empty list."""
    for start in range(0, max(count, 1), SLICE):
        yield slice(start, start + SLICE)
