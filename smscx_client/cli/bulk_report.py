"""The report of a bulk job by country, and as a picture."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from smscx_client._money import amount_text
from smscx_client.cli.exit_codes import CommandError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smscx_client.bulk import Result

__all__ = ["Country", "countries_of", "draw", "outcomes_of"]

_FORMATS = (".png", ".svg", ".pdf")
#: Countries that the picture shows by name; the others are one bar.
_MOST_COUNTRIES = 12
_COLOR = "#4393c3"
#: The colors of the statuses, which are distinct for people who see no red and green too.
_COLORS = {
    "DELIVERED": "#1b7837",
    "accepted": "#5aae61",
    "SENT": "#a6dba0",
    "ACCEPTED": "#a6dba0",
    "SCHEDULED": "#d9f0d3",
    "FAILED": "#b2182b",
    "rejected": "#d6604d",
    "invalid": "#f4a582",
    "no coverage": "#fddbc7",
    "unknown": "#762a83",
    "duplicate": "#bababa",
    "pending": "#e0e0e0",
}


#: Delivery reports of recipients that have another status in the job.
_NOT_ACCEPTED = ("REJECTED", "NO COVERAGE")


class Country(NamedTuple):
    """The recipients of a country, and what they cost."""

    country: str
    recipients: int
    accepted: int
    delivered: int
    failed: int
    cost: Decimal


def countries_of(result: Result) -> list[Country]:
    """The recipients by country, the most expensive first. Memory: one batch."""
    found: dict[str, list[Any]] = {}
    for row in result.rows():
        if row.country is None:
            continue
        counts = found.setdefault(row.country, [0, 0, 0, 0, Decimal(0)])
        counts[0] += 1
        counts[1] += row.status == "accepted"
        counts[2] += row.delivery == "DELIVERED"
        counts[3] += row.delivery == "FAILED"
        counts[4] += row.cost
    rows = [Country(country, *counts) for country, counts in found.items()]
    return sorted(rows, key=lambda row: (-row.cost, row.country))


def outcomes_of(result: Result) -> dict[str, int]:
    """The recipients by their last known status: the delivery of those who have one, else the status in the job."""
    counts = result.counts
    found = {name: count for name, count in result.deliveries.items() if name not in _NOT_ACCEPTED}
    accepted = counts.pop("accepted", 0) - sum(found.values())
    found = {**found, **({"accepted": accepted} if accepted > 0 else {}), **counts}
    return {name: found[name] for name in [*filter(found.__contains__, _COLORS), *(found.keys() - _COLORS.keys())]}


def draw(result: Result, countries: Sequence[Country], path: Path) -> None:
    """Draw the report into a file.

    :raises CommandError: the file has another ending, or matplotlib is not installed.
    """
    if path.suffix.lower() not in _FORMATS:
        raise CommandError(f"--plot: the name of the file must end in {', '.join(_FORMATS)}, not {path.name!r}")
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise CommandError("--plot needs matplotlib; install it: pip install matplotlib") from None
    outcomes, bars = outcomes_of(result), _bars(countries)
    figure = Figure(figsize=(10, 2.2 + 0.3 * max(len(outcomes), len(bars), 4)), layout="constrained")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2)
    figure.suptitle(f"{result.name}: {result.total:,} recipients, cost {amount_text(result.cost)}", fontweight="bold")
    colors = [_COLORS.get(name, _COLOR) for name in outcomes]
    _draw_bars(left, "Recipients", outcomes, [f"{count:,}" for count in outcomes.values()], colors)
    _draw_bars(right, "Cost by country", bars, list(map(amount_text, bars.values())), [_COLOR] * len(bars))
    figure.savefig(path, dpi=150)


def _bars(countries: Sequence[Country]) -> dict[str, Decimal]:
    bars = {row.country: row.cost for row in countries[:_MOST_COUNTRIES] if row.cost}
    others = countries[_MOST_COUNTRIES:]
    if others:
        bars[f"{len(others)} others"] = sum((row.cost for row in others), Decimal(0))
    return bars


def _draw_bars(axes: Any, title: str, values: dict[str, Any], labels: Sequence[str], colors: Sequence[str]) -> None:
    axes.set_title(title, loc="left", fontsize=11)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    if not values:
        axes.text(0.5, 0.5, "none", transform=axes.transAxes, ha="center", color="#777777")
        axes.set_yticks([])
        return
    drawn = axes.barh(list(values), list(map(float, values.values())), color=colors)
    axes.bar_label(drawn, labels, padding=4)
    axes.invert_yaxis()
    axes.margins(x=0.18)
