"""Quiet hours: when a recipient is not to be disturbed, by the clock on the recipient's wall."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from ...telecom.numbers import time_zone, zone

__all__ = ["due_after"]

_MINUTE = timedelta(minutes=1)


def due_after(window: Mapping[str, str], due: float, e164: str) -> float | None:
    """When a message due at a time inside the window is sent instead, as a Unix timestamp; None outside of it.

    From 21:30 to 09:30 lasts until 09:30 is over: what is due at 21:55 goes at 09:31. A window that stops when it
    starts is none.
    """
    if window["start"] == window["stop"]:
        return None
    return _due_after(window["start"], window["stop"], due, time_zone(e164))


@lru_cache(maxsize=4096)
def _due_after(start: str, stop: str, due: float, zone_name: str) -> float | None:
    local = datetime.fromtimestamp(due, timezone.utc).astimezone(zone(zone_name))
    now = f"{local:%H:%M}"
    over_midnight = start > stop
    is_inside = (now >= start or now <= stop) if over_midnight else start <= now <= stop
    if not is_inside:
        return None
    hour, minute = map(int, stop.split(":"))
    end = local.replace(hour=hour, minute=minute, second=0, microsecond=0) + _MINUTE
    if over_midnight and now >= start:
        end += timedelta(days=1)
    return end.timestamp()
