"""The figures as a Markdown table and as JSON."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.harness import Figure

__all__ = ["as_json", "as_table", "filled"]

_HEAD = """\
| | floor | client | ratio | middle half | at most | |
|---|---:|---:|---:|---:|---:|---|
"""


def as_table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table, one row each; with two columns if nothing is compared."""
    if figures and not any(figure.client for figure in figures):
        return "| | |\n|---|---|\n" + "".join(f"| {figure.title} | {figure.note} |\n" for figure in figures)
    return _HEAD + "".join(map(_row, figures))


def filled(page: str, groups: Mapping[str, Sequence[Figure]]) -> str:
    """Return ``page`` with new rows in each table whose figures are all in ``groups``.

    A table is between ``<!-- figures: get post -->`` and ``<!-- end -->``.
    """

    def renewed(block: re.Match[str]) -> str:
        names = block["names"].split()
        if not all(name in groups for name in names):
            return block[0]
        figures = [figure for name in names for figure in groups[name]]
        return f"<!-- figures: {' '.join(names)} -->\n{as_table(figures)}<!-- end -->"

    return re.sub(r"<!-- figures: (?P<names>[\w -]+?) -->\n.*?<!-- end -->", renewed, page, flags=re.DOTALL)


def _row(figure: Figure) -> str:
    if not figure.client:
        return f"| {figure.title} | | | | | | {figure.note} |\n"
    low, high = figure.spread
    cells = [
        figure.title,
        f"{_short(median(figure.floor))} {figure.unit}",
        f"{_short(median(figure.client))} {figure.unit}",
        f"{figure.ratio:.2f} x",
        f"{low:.2f} to {high:.2f}",
        _most(figure),
        "; ".join(filter(None, (_verdict(figure), figure.note))),
    ]
    return f"| {' | '.join(cells)} |\n"


def _most(figure: Figure) -> str:
    if figure.limit is not None:
        return f"{_short(figure.limit)} {figure.unit}"
    return "" if figure.target is None else f"{figure.target:.2f} x"


def _verdict(figure: Figure) -> str:
    if figure.limit is not None:
        return "reached" if median(figure.client) <= figure.limit else "**missed**"
    if figure.target is None:
        return ""
    low, high = figure.spread
    verdict = "reached" if round(figure.ratio, 2) <= figure.target else "**missed**"
    return f"{verdict}, within the noise" if low <= figure.target < high else verdict


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def as_json(figures: Sequence[Figure]) -> str:
    """All samples in the order of measurement, and the environment."""
    where = {
        "python": platform.python_version(),
        "urllib3": version("urllib3"),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
    }
    rows = [{**asdict(figure), **_ratios(figure)} for figure in figures]
    return json.dumps({"where": where, "figures": rows}, indent=1, ensure_ascii=False) + "\n"


def _ratios(figure: Figure) -> dict[str, Any]:
    return {"ratio": figure.ratio, "spread": figure.spread} if figure.client and figure.floor else {}
