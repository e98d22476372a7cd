"""Where the client's time goes in a contest."""

from __future__ import annotations

import cProfile
import pstats
import time

from benchmarks.harness import Contest

__all__ = ["profiled"]

_SECONDS = 3.0


def profiled(contest: Contest, lines: int = 30) -> None:
    """Run the client's side for some seconds under cProfile and print the functions that take the most of it."""
    contest.client.run(contest.client.prepare())
    profiler = cProfile.Profile()
    until = time.monotonic() + _SECONDS
    runs = 0
    while time.monotonic() < until:
        prepared = contest.client.prepare()
        profiler.enable()
        contest.client.run(prepared)
        profiler.disable()
        runs += 1
    print(f"{contest.title}: {runs} runs of {contest.per}")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(lines)
