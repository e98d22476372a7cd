"""The example responses in `openapi.yaml` as demo data: ids and texts unchanged, times shifted to the clock."""

from __future__ import annotations

from typing import Any

from ..spec.dates import moment, stamp
from ..state.context import Context

__all__ = ["WRITTEN_AT", "at", "data"]

WRITTEN_AT = moment("2026-11-02 10:00:00")
"""The time in the examples that stands for now."""


def at(context: Context, time: str) -> str:
    """Return the time of an example, shifted by the difference between this sandbox's clock and `WRITTEN_AT`."""
    return stamp(context.clock.seconds() + (moment(time) - WRITTEN_AT).total_seconds())


def data(context: Context, operation_id: str) -> Any:
    """Return `data` of an operation's example response."""
    return context.spec.operations[operation_id].response_example["data"]
