"""When each message of a send is due: now or at the requested time, but not in the recipient's quiet hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, NamedTuple

from ...spec.dates import moment, stamp
from ...spec.errors import ApiError
from ...state.context import Context
from ...telecom.numbers import Number, time_zone, to_utc, zone

__all__ = ["DueTime", "due_times"]

_MINUTE = timedelta(minutes=1)


class DueTime(NamedTuple):
    """When a message is due, in UTC; None for now."""

    at: str | None
    in_quiet_hours: bool = False


def due_times(
    context: Context, body: Mapping[str, Any], numbers: Sequence[Number], quiet_hours: Mapping[str, str] | None
) -> list[DueTime]:
    """The due time of the message to each number: moved to the end of the quiet hours if it is in them."""
    now = context.clock.seconds()
    try:
        scheduled = _scheduled_times(body, numbers)
        if scheduled and min(scheduled) < now:
            raise ApiError(1116)
        times = zip(scheduled or [now] * len(numbers), numbers)
        moved = [_end_of_quiet_hours(quiet_hours, due, number.e164) if quiet_hours else None for due, number in times]
    except OverflowError:
        raise ApiError(1108, detail="The date is out of range.") from None
    on_time = [DueTime(stamp(due)) for due in scheduled] or [DueTime(None)] * len(numbers)
    return [due if later is None else DueTime(stamp(later), in_quiet_hours=True) for due, later in zip(on_time, moved)]


def _scheduled_times(body: Mapping[str, Any], numbers: Sequence[Number]) -> list[float]:
    """The time in `scheduledDate` for each number; an empty list without it."""
    if "scheduledDate" not in body:
        return []
    time = moment(body["scheduledDate"])
    if body.get("isUtc", True):
        return [time.timestamp()] * len(numbers)
    return [to_utc(time, number.e164).timestamp() for number in numbers]


def _end_of_quiet_hours(quiet_hours: Mapping[str, str], due: float, e164: str) -> float | None:
    """The end of the quiet hours as a Unix timestamp if the due time is in them, else None.

    They are in the local time of the recipient. Quiet hours from 21:30 to 09:30 include all of 09:30: a message due at
    21:55 is sent at 09:31. With equal times there are none.
    """
    if quiet_hours["start"] == quiet_hours["stop"]:
        return None
    return _end_in_zone(quiet_hours["start"], quiet_hours["stop"], due, time_zone(e164))


@lru_cache(maxsize=4096)
def _end_in_zone(start: str, stop: str, due: float, zone_name: str) -> float | None:
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
