"""``python -m benchmarks [NAME ...]``: measure, print a table. ``python -m benchmarks profile NAME``: say where time goes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Union

from benchmarks import bulk, calls, exports, peers, plot, profiling, server, startup, table, threads
from benchmarks.harness import QUICK, Contest, Figure, Scale, measure

#: What to measure by name, in the order of the tables.
GROUPS: dict[str, Callable[[str, Scale], Iterator[Union[Contest, Figure]]]] = {
    "get": calls.small_get,
    "post": calls.small_post,
    "bulk": bulk.sending,
    "read": bulk.reading,
    "memory": bulk.memory,
    "import": startup.importing,
    "threads": threads.threads,
    "export": exports.exports,
    "growth": bulk.growth,
    "life": calls.life,
    "instructions": startup.instructions,
    "peers": peers.peers,
}
#: Those that need more than this machine's Python: valgrind, and the package index.
_ON_REQUEST = ("instructions", "peers")


def main() -> None:
    options = _options()
    scale = QUICK if options.quick else Scale()
    scale = replace(scale, **{k: v for k in ("pairs", "megabytes") if (v := getattr(options, k)) is not None})
    names = options.names or [name for name in GROUPS if name not in _ON_REQUEST]
    with server.running() as url:
        if names[0] == "profile":
            _profile(names[1:], url, scale)
            return
        figures = []
        for name in names:
            for found in GROUPS[name](url, scale):
                figure = found if isinstance(found, Figure) else measure(found, scale.pairs)
                print(f"{figure.name}: {figure.ratio:.3f}", file=sys.stderr)
                figures.append(figure)
    print(table.as_table(figures))
    if options.plot:
        plot.draw(figures, options.plot)
    if options.json:
        options.json.write_text(table.as_json(figures), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"out of {', '.join(GROUPS)}; without one, all but the last two"
    )
    parser.add_argument("--quick", action="store_true", help="a run that shows that it works; its figures say nothing")
    parser.add_argument("--pairs", type=int, help="pairs to measure of each contest (7 or more)")
    parser.add_argument("--megabytes", type=int, help="MiB of the export")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write all samples")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="where to draw the growth, as PNG (needs matplotlib)")
    options = parser.parse_args()
    wrong = [name for name in options.names if name not in GROUPS and name != "profile"]
    if wrong:
        parser.error(f"no figure is called {wrong[0]}; there are {', '.join(GROUPS)}")
    return options


def _profile(names: list[str], url: str, scale: Scale) -> None:
    for name in names:
        for contest in GROUPS[name](url, scale):
            if isinstance(contest, Contest):
                print(profiling.difference(contest))
                break


if __name__ == "__main__":
    main()
