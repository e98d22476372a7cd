"""The plot of docs/guides/performance.md: the cost of one recipient, and of one page, from few to very many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.harness import Figure

__all__ = ["GROWTH", "draw", "draw_stored"]


class _Panel(NamedTuple):
    title: str
    across: str
    """The unit of the horizontal axis."""
    mark: int | None = None
    """Where to draw a vertical line."""


#: By group: what its figures show, which are called ``GROUP-N``.
GROWTH = {
    "growth": _Panel("CPU per recipient", "recipients in one request (the API takes up to 25,000)", 25_000),
    "jobs-growth": _Panel("CPU per recipient of a bulk job", "recipients of a job"),
    "pages-growth": _Panel("CPU per page", "pages of a report"),
}


def draw(figures: Sequence[Figure], file: Path) -> None:
    """Draw the figures of `GROWTH` into a PNG. Needs ``pip install -r benchmarks/requirements.txt``."""
    from matplotlib.figure import Figure as Sheet

    found = {group: _grown(group, figures) for group in GROWTH}
    drawn = [group for group in GROWTH if found[group]]
    sheet = Sheet(figsize=(9, 3.4 * len(drawn)), layout="constrained")
    axes = sheet.subplots(len(drawn), 2, squeeze=False)
    for group, (cost, ratio) in zip(drawn, axes):
        _draw_panel(GROWTH[group], found[group], cost, ratio)
    sheet.savefig(file, dpi=110)


def _grown(group: str, figures: Sequence[Figure]) -> list[tuple[int, Figure]]:
    named = [(figure.name.rpartition("-"), figure) for figure in figures]
    return [(int(count), figure) for (name, _, count), figure in named if name == group]


def _draw_panel(panel: _Panel, grown: list[tuple[int, Figure]], cost: Any, ratio: Any) -> None:
    counts = [count for count, _ in grown]
    cost.plot(counts, [median(figure.floor) for _, figure in grown], "o--", color="#888888", label="floor")
    cost.plot(counts, [median(figure.client) for _, figure in grown], "o-", color="#1764ab", label="client")
    cost.set(xscale="log", yscale="log", title=panel.title, ylabel="µs")
    cost.legend()
    ratio.axhline(1, color="#888888", linestyle="--")
    ratio.plot(counts, [figure.ratio for _, figure in grown], "o-", color="#1764ab")
    ratio.fill_between(counts, *zip(*(figure.spread for _, figure in grown)), color="#1764ab", alpha=0.2)
    highest = max(1.6, *(1.05 * figure.spread[1] for _, figure in grown))
    ratio.set(xscale="log", title="client / floor, and the middle half of the pairs", ylim=(0.8, highest))
    for side in (cost, ratio):
        side.set_xlabel(panel.across)
        if panel.mark is not None:
            side.axvline(panel.mark, color="#cccccc", linewidth=1)
        side.grid(alpha=0.3)


def draw_stored(figures: Sequence[Figure], file: Path) -> None:
    """Draw the figures called ``stored-N``, the cost of a message in the sandbox, into a PNG."""
    from matplotlib.figure import Figure as Sheet

    counts = [int(figure.name.partition("-")[2]) for figure in figures]
    sheet = Sheet(figsize=(9, 3.0), layout="constrained")
    cost = sheet.subplots()
    cost.plot(counts, [median(figure.client) for figure in figures], "o-", color="#1764ab")
    cost.set(title="Sandbox: CPU per message", ylabel="µs", ylim=(0, None), xlabel="messages stored")
    cost.xaxis.set_major_formatter("{x:,.0f}")
    cost.grid(alpha=0.3)
    sheet.savefig(file, dpi=110)
