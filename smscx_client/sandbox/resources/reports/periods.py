"""The time that a report covers: a year, a month, or the days from one to another, all in UTC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from ...spec.errors import ApiError

__all__ = ["Period", "read_period"]

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """From the first day to the last, both included; `is_year` if it was asked for as a year."""

    first: date
    last: date
    is_year: bool = False

    @property
    def start(self) -> str:
        """What no time of the period sorts before."""
        return self.first.isoformat()

    @property
    def end(self) -> str:
        """What every time of the period sorts before."""
        return f"{self.last.isoformat()} 24"

    @property
    def width(self) -> int:
        """How many characters of a time tell to which entry of a summary by date it belongs: month or day."""
        return len("2026-10") if self.is_year else len("2026-10-31")

    def dates(self) -> Iterator[str]:
        """The entries of a summary by date: the months of a year, the days of anything else."""
        if self.is_year:
            yield from (f"{self.first.year:04}-{month:02}" for month in range(1, 13))
            return
        for number in range((self.last - self.first).days + 1):
            yield (self.first + number * _ONE_DAY).isoformat()


def read_period(parameters: Mapping[str, Any]) -> Period:
    """The period that a report is asked for; `period` goes before `start_date` and `end_date` (assumed)."""
    if "period" in parameters:
        return _year_or_month(parameters["period"])
    first = _day(parameters, "start_date", 1821)
    last = _day(parameters, "end_date", 1822)
    if first is None or last is None:
        raise ApiError(1824)
    if last < first:
        raise ApiError(1823)
    return Period(first, last)


def _year_or_month(text: str) -> Period:
    found = _PERIOD.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month = int(found[1]), found[2]
        if month is None:
            return Period(date(year, 1, 1), date(year, 12, 31), is_year=True)
        first = date(year, int(month), 1)
        return Period(first, _last_of_month(first))
    except ValueError:
        raise ApiError(1820) from None


def _last_of_month(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - _ONE_DAY


def _day(parameters: Mapping[str, Any], name: str, code: int) -> date | None:
    """The day that a parameter names, if it is there; an error with this code if it is none."""
    if name not in parameters:
        return None
    found = _DAY.fullmatch(parameters[name])
    try:
        if found is None:
            raise ValueError(parameters[name])
        return date(*map(int, found.groups()))
    except ValueError:
        raise ApiError(code) from None
