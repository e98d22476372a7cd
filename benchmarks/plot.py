"""The plot of docs/guides/performance.md: the cost of one recipient in requests of very different size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.harness import Figure

__all__ = ["draw", "draw_stored"]


def draw(figures: Sequence[Figure], file: Path) -> None:
    """Draw the figures called ``growth-N`` into a PNG. Needs ``pip install -r benchmarks/requirements.txt``."""
    from matplotlib.figure import Figure as Sheet

    grown = [figure for figure in figures if figure.name.startswith("growth-")]
    counts = [int(figure.name.partition("-")[2]) for figure in grown]
    sheet = Sheet(figsize=(9, 3.6), layout="constrained")
    cost, ratio = sheet.subplots(1, 2)
    cost.plot(counts, [median(figure.floor) for figure in grown], "o--", color="#888888", label="floor")
    cost.plot(counts, [median(figure.client) for figure in grown], "o-", color="#1764ab", label="client")
    cost.set(xscale="log", yscale="log", title="CPU per recipient", ylabel="µs")
    cost.legend()
    ratio.axhline(1, color="#888888", linestyle="--")
    ratio.plot(counts, [figure.ratio for figure in grown], "o-", color="#1764ab")
    ratio.fill_between(counts, *zip(*(figure.spread for figure in grown)), color="#1764ab", alpha=0.2)
    ratio.set(xscale="log", title="client / floor, and the middle half of the pairs", ylim=(0.8, 1.6))
    for side in (cost, ratio):
        side.set_xlabel("recipients in one request (the API takes up to 25,000)")
        side.axvline(25_000, color="#cccccc", linewidth=1)
        side.grid(alpha=0.3)
    sheet.savefig(file, dpi=110)


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
