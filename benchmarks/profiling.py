"""Where a contest's client spends what its floor does not: two profiles, and their difference function by function."""

from __future__ import annotations

import cProfile
import time
from pathlib import PurePath

from benchmarks.harness import Contest, Side

__all__ = ["difference"]

_SECONDS = 2.0

#: By function: calls and seconds of one run, what it calls not counted.
Profile = dict[str, tuple[float, float]]


def difference(contest: Contest, lines: int = 30) -> str:
    """The functions that cost the client the most beyond what they cost the floor, in microseconds of one unit of work.

    A profiler slows down small functions more than large ones: take the order and the numbers of calls, not the times.
    """
    floor, client = _profile(contest.floor), _profile(contest.client)
    more = {name: _minus(client.get(name, (0, 0)), floor.get(name, (0, 0))) for name in client.keys() | floor.keys()}
    total = sum(seconds for _, seconds in more.values())
    rows = sorted(more.items(), key=lambda item: -item[1][1])[:lines]
    told = [f"{contest.title}: {total / contest.per * 1e6:.2f} µs more than the floor\n{'more calls':>12} {'µs':>9}"]
    told += [
        f"{calls / contest.per:12.2f} {seconds / contest.per * 1e6:9.3f}  {name}" for name, (calls, seconds) in rows
    ]
    return "\n".join(told)


def _minus(ours: tuple[float, float], theirs: tuple[float, float]) -> tuple[float, float]:
    return ours[0] - theirs[0], ours[1] - theirs[1]


def _profile(side: Side) -> Profile:
    side.run(side.prepare())
    profiler = cProfile.Profile()
    until = time.monotonic() + _SECONDS
    runs = 0
    while time.monotonic() < until:
        prepared = side.prepare()
        profiler.enable()
        side.run(prepared)
        profiler.disable()
        runs += 1
    found: Profile = {}
    for entry in profiler.getstats():
        calls, seconds = found.get(_name(entry.code), (0.0, 0.0))
        found[_name(entry.code)] = (calls + entry.callcount / runs, seconds + entry.inlinetime / runs)
    return found


def _name(code: object) -> str:
    if isinstance(code, str):
        return code
    path = PurePath(code.co_filename)  # type: ignore[attr-defined]
    return f"{'/'.join(path.parts[-2:])}:{code.co_firstlineno} {code.co_name}"  # type: ignore[attr-defined]
