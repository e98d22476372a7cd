"""Where the client spends more time than the floor: two profiles, and their difference by function."""

from __future__ import annotations

import cProfile
import time
from pathlib import PurePath

from benchmarks.harness import Contest, Side

__all__ = ["difference"]

#: By function: calls and seconds of one run, without the functions that it calls.
Profile = dict[str, tuple[float, float]]


def difference(contest: Contest, seconds: float = 2.0, lines: int = 30) -> str:
    """The functions in which the client spends the most time beyond the floor, in microseconds per unit of work.

    :param seconds: how long to run each side.
    :param lines: how many functions to list.

    A profiler slows down small functions more than large ones: use the order and the numbers of calls, not the times.
    """
    floor, client = _profile(contest.floor, seconds), _profile(contest.client, seconds)
    names = [name for name in client.keys() | floor.keys() if "_socket.socket" not in name]  # waiting for the server
    more = {name: _minus(client.get(name, (0, 0)), floor.get(name, (0, 0))) for name in names}
    total = sum(seconds for _, seconds in more.values())
    rows = sorted(more.items(), key=lambda item: -item[1][1])[:lines]
    report = [f"{contest.title}: {total / contest.per * 1e6:.2f} µs more than the floor\n{'more calls':>12} {'µs':>9}"]
    report += [
        f"{calls / contest.per:12.2f} {seconds / contest.per * 1e6:9.3f}  {name}" for name, (calls, seconds) in rows
    ]
    return "\n".join(report)


def _minus(ours: tuple[float, float], theirs: tuple[float, float]) -> tuple[float, float]:
    return ours[0] - theirs[0], ours[1] - theirs[1]


def _profile(side: Side, seconds: float) -> Profile:
    side.run(side.prepare())
    profiler = cProfile.Profile()
    until = time.monotonic() + seconds
    runs = 0
    while time.monotonic() < until:
        prepared = side.prepare()
        profiler.enable()
        side.run(prepared)
        profiler.disable()
        runs += 1
    found: Profile = {}
    for entry in profiler.getstats():
        calls, inside = found.get(_name(entry.code), (0.0, 0.0))
        found[_name(entry.code)] = (calls + entry.callcount / runs, inside + entry.inlinetime / runs)
    return found


def _name(code: object) -> str:
    if isinstance(code, str):
        return code
    path = PurePath(code.co_filename)  # type: ignore[attr-defined]
    return f"{'/'.join(path.parts[-2:])}:{code.co_firstlineno} {code.co_name}"  # type: ignore[attr-defined]
