"""The answers that `openapi.yaml` shows, as the demo data: their ids and texts as they stand, their times moved."""

from __future__ import annotations

from typing import Any

from ..state.clock import moment, stamp
from ..state.context import Context

__all__ = ["at", "data"]

WRITTEN = moment("2026-11-02 10:00:00")
"""When the examples were written: the time in them that stands for now."""


def at(context: Context, time: str) -> str:
    """A time of an example, as far from the clock of this sandbox as it is from the time of the examples."""
    return stamp(context.clock.seconds() + (moment(time) - WRITTEN).total_seconds())


def data(context: Context, operation_id: str) -> Any:
    """`data` of the example answer of an operation."""
    return context.spec.operations[operation_id].answer_example["data"]
