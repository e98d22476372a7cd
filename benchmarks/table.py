"""The figures for people, as a Markdown table, and for programs, as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.harness import Figure

__all__ = ["as_json", "as_table"]

_HEAD = """\
| | floor | client | ratio | middle half | at most | |
|---|---:|---:|---:|---:|---:|---|
"""


def as_table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table, one row each."""
    return _HEAD + "".join(map(_row, figures))


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
        "" if figure.target is None else f"{figure.target:.2f} x",
        "; ".join(filter(None, (_verdict(figure), figure.note))),
    ]
    return f"| {' | '.join(cells)} |\n"


def _verdict(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return "reached" if round(figure.ratio, 2) <= figure.target else "**missed**"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def as_json(figures: Sequence[Figure]) -> str:
    """All samples, in the order in which they were taken, and where."""
    where = {
        "python": platform.python_version(),
        "urllib3": version("urllib3"),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
    }
    rows = [{**asdict(figure), **_ratios(figure)} for figure in figures]
    return json.dumps({"where": where, "figures": rows}, indent=1, ensure_ascii=False) + "\n"


def _ratios(figure: Figure) -> dict[str, Any]:
    return {"ratio": figure.ratio, "spread": figure.spread} if figure.client else {}
