"""Which messages a report covers (period and filters), and sums of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from phonenumbers import SUPPORTED_REGIONS

from ...engine.paging import Page, page_of
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.store import Row

__all__ = [
    "Period",
    "Selection",
    "campaign_sums",
    "filtered",
    "page_of_messages",
    "read_period",
    "sent_in",
    "sums_by_campaign",
    "sums_by_date",
    "sums_by_value",
    "total_sums",
]

_SUMS = "ifnull(sum(messages), 0) AS messages, ifnull(sum(parts), 0) AS parts, ifnull(sum(cost), 0) AS cost"
"""Sums of rows of the table `message_totals`, of which there are few: reports of a million messages cost no more."""
_VARIANT_SUMS = _SUMS.replace("sum(parts)", "sum(messages * parts)").replace("sum(cost)", "sum(messages * cost)")

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """The days from first to last, both included, in UTC; `is_year` if the request has a year."""

    first: date
    last: date
    is_year: bool = False

    @property
    def start(self) -> str:
        """A text that sorts before every time of the period."""
        return self.first.isoformat()

    @property
    def end(self) -> str:
        """A text that sorts after every time of the period."""
        return f"{self.last.isoformat()} 24"

    @property
    def width(self) -> int:
        """The length of a date in a summary: of a month for a year, else of a day."""
        return len("2026-10") if self.is_year else len("2026-10-31")

    def dates(self) -> Iterator[str]:
        """The dates of a summary: the months of a year, else the days."""
        if self.is_year:
            yield from (f"{self.first.year:04}-{month:02}" for month in range(1, 13))
            return
        for number in range((self.last - self.first).days + 1):
            yield (self.first + number * _ONE_DAY).isoformat()


class Selection(NamedTuple):
    """A set of messages, as an SQL condition and its values; for `messages` and for `message_totals`.

    `report_channel` in it is `multichannel` for messages of such a send; their single reports have the channel that
    delivers them.
    """

    condition: str
    values: tuple[Any, ...]


def read_period(parameters: Mapping[str, Any]) -> Period:
    """The period of a report; `period` takes precedence over `start_date` and `end_date` (assumed)."""
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
    match = _PERIOD.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year, month = int(match[1]), match[2]
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
    """The day in a parameter, or None without it; an `ApiError` with this code if it is not a day."""
    if name not in parameters:
        return None
    match = _DAY.fullmatch(parameters[name])
    try:
        if match is None:
            raise ValueError(parameters[name])
        return date(*map(int, match.groups()))
    except ValueError:
        raise ApiError(code) from None


def sent_in(period: Period) -> Selection:
    """The messages of a period."""
    return Selection("created_at >= ? AND created_at < ?", (period.start, period.end))


def filtered(parameters: Mapping[str, Any]) -> Selection:
    """The messages that match the filters of an advanced report."""
    selection = sent_in(read_period(parameters))
    country = parameters.get("country_iso", "").upper()
    if country and country not in SUPPORTED_REGIONS:
        raise ApiError(1827)
    filters = {
        "report_channel": parameters.get("channel"),
        "source": parameters.get("source"),
        "status": parameters.get("delivery_report", "").upper(),
        "country_iso": country,
    }
    used = {column: value for column, value in filters.items() if value}
    return Selection(
        " AND ".join([selection.condition, *(f"{column} = ?" for column in used)]),
        (*selection.values, *used.values()),
    )


def total_sums(context: Context, selection: Selection) -> Row:
    """`messages`, `parts` and `cost` of the selected messages, and `first` and `last`: their ids are not beyond."""
    (sums,) = context.store.all(
        f"SELECT {_SUMS}, ifnull(min(first_message), 0) AS first, ifnull(max(last_message), 0) AS last "
        f"FROM message_totals WHERE {selection.condition}",
        *selection.values,
    )
    return sums


def page_of_messages(context: Context, parameters: dict[str, Any], selection: Selection, sums: Row) -> Page:
    """A page of the selected messages."""
    query = f"SELECT * FROM messages WHERE {selection.condition}"
    return page_of(context, parameters, query, *selection.values, within=(sums["first"], sums["last"]))


def campaign_sums(context: Context, campaign: int) -> Row:
    """`messages`, `parts` and `cost` of all messages of a campaign, given by its key."""
    (sums,) = context.store.all(f"SELECT {_VARIANT_SUMS} FROM message_variants WHERE campaign = ?", campaign)
    return sums


def sums_by_campaign(context: Context, campaigns: list[int]) -> dict[int, list[Row]]:
    """The sums of each campaign by status and channel."""
    rows = context.store.all(
        f"SELECT campaign, status, channel, {_VARIANT_SUMS} FROM message_variants "
        "WHERE campaign IN (SELECT value FROM json_each(?)) GROUP BY campaign, status, channel",
        json.dumps(campaigns),
    )
    return _grouped(rows, "campaign")


def sums_by_value(context: Context, selection: Selection, expression: str, limit: int) -> list[Row]:
    """The sums by each value of an SQL expression: most messages first, then the latest day (assumed)."""
    return context.store.all(
        f"SELECT {expression} AS value, {_SUMS} FROM message_totals WHERE {selection.condition} AND messages > 0 "
        "GROUP BY value ORDER BY sum(messages) DESC, max(created_at) DESC, value LIMIT ?",
        *(*selection.values, limit),
    )


def sums_by_date(context: Context, selection: Selection, period: Period) -> dict[str, list[Row]]:
    """The sums of each day or month by status."""
    rows = context.store.all(
        f"SELECT substr(created_at, 1, ?) AS date, status, {_SUMS} FROM message_totals "
        f"WHERE {selection.condition} GROUP BY date, status HAVING sum(messages) > 0",
        *(period.width, *selection.values),
    )
    return _grouped(rows, "date")


def _grouped(rows: list[Row], column: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
