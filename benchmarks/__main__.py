"""Measure and print a table: ``python -m benchmarks [NAME ...]``.

``python -m benchmarks profile NAME`` shows where the client spends more time than the floor.
``python -m benchmarks chaos`` measures no time: it shows that nothing is sent twice or lost while 20% of all attempts
fail. ``python -m benchmarks jobs`` does that with bulk jobs that are killed, and measures their memory and CPU time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import (
    async_calls,
    async_peers,
    bulk,
    callbacks,
    calls,
    celery_jobs,
    clients,
    exports,
    job_calls,
    pages,
    peers,
    plot,
    profiling,
    server,
    startup,
    table,
    texts,
    threads,
)
from benchmarks.harness import QUICK, Contest, Figure, Scale, measure

#: Makes contests that are still to be measured, or finished figures.
Group = Callable[[str, Scale], "Iterator[Contest] | Iterator[Figure]"]

#: What to measure by name, in the order of the tables.
GROUPS: dict[str, Group] = {
    "get": calls.small_get,
    "post": calls.small_post,
    "events": calls.events,
    "bulk": bulk.sending,
    "read": bulk.reading,
    "memory": bulk.memory,
    "pages": pages.paging,
    "pages-growth": pages.growth,
    "client": clients.making,
    "webhooks": callbacks.parsing,
    "text": texts.analyzing,
    "import": startup.importing,
    "threads": threads.threads,
    "export": exports.exports,
    "growth": bulk.growth,
    "life": calls.life,
    "async": async_calls.calls,
    "async-peers": async_peers.calls,
    "heartbeat": async_calls.heartbeat,
    "job": job_calls.sending,
    "campaign": job_calls.campaign,
    "jobs-growth": job_calls.growth,
    "celery": celery_jobs.celery,
    "instructions": startup.instructions,
    "peers": peers.peers,
    "pages-sandbox": pages.sandbox,
}
#: Measured on request only: they need minutes, valgrind, Redis, other packages, or a full sandbox.
_ON_REQUEST = ("async-peers", "jobs-growth", "heartbeat", "celery", "instructions", "peers", "pages-sandbox")


def main() -> None:
    if sys.argv[1:2] == ["jobs"]:
        from benchmarks import jobs

        sys.exit(jobs.main(sys.argv[2:]))
    if sys.argv[1:2] == ["chaos"]:
        from benchmarks import chaos  # only this one needs the sandbox

        sys.exit(chaos.main(sys.argv[2:]))
    options = _options()
    scale = QUICK if options.quick else Scale()
    scale = replace(scale, **{k: v for k in ("pairs", "megabytes", "listed") if (v := getattr(options, k)) is not None})
    with server.running() as url:
        if options.profile:
            _profile(options, url, scale)
            return
        groups = {name: list(_figures(name, url, scale)) for name in options.names}
    figures = [figure for group in groups.values() for figure in group]
    print(table.as_table(figures))
    if options.json:
        options.json.write_text(table.as_json(figures), encoding="utf-8")
    if options.guide:
        options.guide.write_text(table.filled(options.guide.read_text(encoding="utf-8"), groups), encoding="utf-8")
    if options.plot:
        plot.draw(figures, options.plot)


def _figures(name: str, url: str, scale: Scale) -> Iterator[Figure]:
    for found in GROUPS[name](url, scale):
        figure = found if isinstance(found, Figure) else measure(found, scale.pairs)
        print(f"{figure.name}: {figure.ratio:.3f}", file=sys.stderr)
        yield figure


def _profile(options: argparse.Namespace, url: str, scale: Scale) -> None:
    for name in options.names:
        for contest in GROUPS[name](url, scale):
            if isinstance(contest, Contest):
                print(profiling.difference(contest, seconds=0.1 if options.quick else 2.0))
                break


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"out of {', '.join(GROUPS)}; by default all but {', '.join(_ON_REQUEST)}",
    )
    parser.add_argument("--quick", action="store_true", help="a short run that only checks that everything works")
    parser.add_argument("--pairs", type=int, help="number of pairs of each contest (7 or more)")
    parser.add_argument("--megabytes", type=int, help="size of the export in MiB")
    parser.add_argument("--listed", type=int, metavar="ROWS", help="number of rows that are read page by page")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all samples to this file")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the growth as PNG (needs matplotlib)")
    parser.add_argument(
        "--guide", type=Path, metavar="FILE", help="update the tables of these figures in this guide page"
    )
    options = parser.parse_args()
    options.profile = options.names[:1] == ["profile"]
    options.names = options.names[options.profile :] or [name for name in GROUPS if name not in _ON_REQUEST]
    for name in options.names:
        if name not in GROUPS:
            parser.error(f"unknown figure {name}; choose from {', '.join(GROUPS)}")
    if options.pairs is not None and options.pairs < 2:
        parser.error("--pairs must be at least 2, since the spread needs two pairs")
    if options.plot and plot.GROWTH.keys().isdisjoint(options.names):
        parser.error(f"--plot needs one of the figures {', '.join(plot.GROWTH)}; add it to the names")
    return options


if __name__ == "__main__":
    main()
