"""Delivery reports: one message, a campaign, all that match a filter, and their sums."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

from phonenumbers import SUPPORTED_REGIONS

from ...engine.exports import as_csv, as_xlsx
from ...engine.paging import limit_of, page_of
from ...engine.registry import Call, Success, operation
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ..messages.message_json import basics, text_analysis
from .periods import Period, read_period

_CAMPAIGN_COLUMNS = (
    *("msgId", "status", "statusCode", "errorCode", "inQuietHours", "createdAt", "updatedAt", "cost", "to"),
    *("countryIso", "from", "text", "source", "channel", "scheduledAt"),
)
_ADVANCED_COLUMNS = (
    *("msgId", "status", "statusCode", "errorCode", "inQuietHours", "createdAt", "updatedAt", "cost", "to"),
    *("countryIso", "from", "source", "channel", "text", "scheduledAt"),
)

_CHANNEL = "CASE WHEN fallbacks IS NULL THEN channel ELSE 'multichannel' END"
"""The channel as filters and sums know it; a report of a message shows the one that the message took."""

_GROUPINGS = {"source": "source", "channel": _CHANNEL, "country": "country_iso"}
"""What each dimension of a summary goes by; the other dimensions go by date."""

_COUNTED_AS = {
    "ACCEPTED": "accepted",
    "SENT": "accepted",
    "DELIVERED": "delivered",
    "FAILED": "failed",
    "REJECTED": "failed",
    "SCHEDULED": "scheduled",
    "NO COVERAGE": "noCoverage",
}
"""Which of the five sums by delivery a status belongs to (that of SENT and of REJECTED is assumed)."""

_HAS_BEEN_SENT = "name != '' AND ifnull(scheduled_at <= ?, TRUE)"
"""What the list of campaigns holds: neither sends to numbers, which have no name, nor what is still scheduled."""

_SUMS = "count(*) AS messages, ifnull(sum(parts), 0) AS parts, ifnull(sum(cost), 0) AS cost"


class Selection(NamedTuple):
    """Messages by a condition of SQL."""

    condition: str
    values: tuple[Any, ...]

    @property
    def query(self) -> str:
        """All of them, in no order."""
        return f"SELECT * FROM messages WHERE {self.condition}"


@operation("get_single_report")
def get_single_report(context: Context, call: Call) -> dict[str, Any]:
    """Show what became of one message of any channel."""
    row = context.store.one("SELECT * FROM messages WHERE msg_id = ?", call.parameters["msgId"].lower())
    if row is None:
        raise ApiError(1160)
    return {"data": _report(row)}


@operation("get_campaign_report")
def get_campaign_report(context: Context, call: Call) -> dict[str, Any]:
    """Show what became of the messages of one send, whether it has a name or not."""
    campaign = _campaign(context, call, missing=1150)
    selection = _of_campaign(campaign)
    page = page_of(context, call.parameters, selection.query, *selection.values)
    info = {
        "campaignId": campaign["campaign_id"],
        "campaignName": campaign["name"] or f"Campaign {campaign['created_at']}",
        **_totals(context, selection),
        "channel": campaign["channel"],
    }
    return {"info": info, "data": [_report(row) for row in page.rows], "paging": page.paging}


@operation("export_campaign_report_to_csv")
def export_campaign_report_to_csv(context: Context, call: Call) -> Success:
    """All messages of one send as CSV."""
    return as_csv(*_campaign_file(context, call))


@operation("export_campaign_report_to_xlsx")
def export_campaign_report_to_xlsx(context: Context, call: Call) -> Success:
    """All messages of one send as a workbook."""
    return as_xlsx(*_campaign_file(context, call))


@operation("get_campaigns_list")
def get_campaigns_list(context: Context, call: Call) -> dict[str, Any]:
    """List the campaigns that have a name and whose time has come, newest first."""
    query = f"SELECT * FROM campaigns WHERE {_HAS_BEEN_SENT} AND ifnull(source = ?, TRUE)"
    values = (context.stamp(), call.parameters.get("source"))
    (total,) = context.store.all(f"SELECT count(*) AS campaigns FROM ({query})", *values)
    page = page_of(context, call.parameters, query, *values)
    sums = _sums_by_campaign(context, [row["campaign_id"] for row in page.rows])
    data = [_listed(row, sums.get(row["campaign_id"], [])) for row in page.rows]
    if not call.parameters.get("delivery_reports"):
        for listed in data:
            del listed["status"]
    return {"info": {"totalCampaigns": total["campaigns"]}, "data": data, "paging": page.paging}


@operation("get_advanced_report")
def get_advanced_report(context: Context, call: Call) -> dict[str, Any]:
    """Show the messages that match the filters, and the sums of all of them."""
    selection = _filtered(call.parameters)
    page = page_of(context, call.parameters, selection.query, *selection.values)
    return {
        "info": _totals(context, selection),
        "data": [_report(row) for row in page.rows],
        "paging": page.paging,
    }


@operation("export_advanced_report_to_csv")
def export_advanced_report_to_csv(context: Context, call: Call) -> Success:
    """The newest messages that match the filters as CSV."""
    return as_csv(*_advanced_file(context, call))


@operation("export_advanced_report_to_xlsx")
def export_advanced_report_to_xlsx(context: Context, call: Call) -> Success:
    """The newest messages that match the filters as a workbook."""
    return as_xlsx(*_advanced_file(context, call))


@operation("get_summary_reports")
def get_summary_reports(context: Context, call: Call) -> dict[str, Any]:
    """Add up messages by one dimension."""
    dimension = call.parameters["dimension"]
    period = read_period(call.parameters)
    limit = limit_of(call.parameters)
    selection = _sent_in(period)
    if dimension in _GROUPINGS:
        return {"data": _by_value(context, selection, _GROUPINGS[dimension], limit)}
    days = _by_date(context, selection, period)
    if not days:
        return {"data": {}}
    show = _traffic if dimension == "traffic" else _delivery
    return {"data": {date: show(days.get(date, [])) for date in islice(period.dates(), limit)}}


def _report(row: Row) -> dict[str, Any]:
    return {
        **basics(row),
        "updatedAt": row["updated_at"],
        "scheduledAt": row["scheduled_at"],
        "text": row["text"],
        "textAnalysis": text_analysis(row),
        "source": row["source"],
        "channel": row["channel"],
    }


def _campaign(context: Context, call: Call, missing: int) -> Row:
    """What is known of the send that the call names; `missing` is the error if there is none."""
    row = context.store.one(
        "SELECT campaign_id, name, channel, created_at FROM campaigns WHERE campaign_id = ?1 UNION ALL "
        "SELECT campaign_id, '', channel, created_at FROM messages WHERE campaign_id = ?1 LIMIT 1",
        call.parameters["campaignId"].lower(),
    )
    if row is None:
        raise ApiError(missing)
    return row


def _of_campaign(campaign: Row) -> Selection:
    return Selection("campaign_id = ?", (campaign["campaign_id"],))


def _campaign_file(context: Context, call: Call) -> tuple[str, tuple[str, ...], Iterable[dict[str, Any]]]:
    campaign = _campaign(context, call, missing=1160)
    selection = _of_campaign(campaign)
    rows = context.store.all(f"{selection.query} ORDER BY id DESC", *selection.values)
    return f"campaign-{campaign['campaign_id']}", _CAMPAIGN_COLUMNS, map(_report, rows)


def _advanced_file(context: Context, call: Call) -> tuple[str, tuple[str, ...], Iterable[dict[str, Any]]]:
    selection = _filtered(call.parameters)
    page = page_of(context, call.parameters, selection.query, *selection.values)
    return "report", _ADVANCED_COLUMNS, map(_report, page.rows)


def _sent_in(period: Period) -> Selection:
    return Selection("created_at >= ? AND created_at < ?", (period.start, period.end))


def _filtered(parameters: dict[str, Any]) -> Selection:
    """The messages that the filters of an advanced report leave."""
    selection = _sent_in(read_period(parameters))
    country = parameters.get("country_iso", "").upper()
    if country and country not in SUPPORTED_REGIONS:
        raise ApiError(1827)
    wanted = {
        _CHANNEL: parameters.get("channel"),
        "source": parameters.get("source"),
        "status": parameters.get("delivery_report", "").upper(),
        "country_iso": country,
    }
    columns = [column for column, value in wanted.items() if value]
    return Selection(
        " AND ".join([selection.condition, *(f"{column} = ?" for column in columns)]),
        (*selection.values, *(wanted[column] for column in columns)),
    )


def _totals(context: Context, selection: Selection) -> dict[str, Any]:
    (sums,) = context.store.all(f"SELECT {_SUMS} FROM messages WHERE {selection.condition}", *selection.values)
    return {
        "totalPhoneNumbers": sums["messages"],
        "totalCost": as_number(sums["cost"]),
        "totalParts": sums["parts"],
    }


def _sums_by_campaign(context: Context, campaign_ids: list[str]) -> dict[str, list[Row]]:
    """The sums of each campaign by status and channel."""
    rows = context.store.all(
        f"SELECT campaign_id, status, channel, {_SUMS} FROM messages "
        "WHERE campaign_id IN (SELECT value FROM json_each(?)) GROUP BY campaign_id, status, channel",
        json.dumps(campaign_ids),
    )
    return _gathered(rows, "campaign_id")


def _listed(campaign: Row, sums: list[Row]) -> dict[str, Any]:
    """A campaign as the list shows it."""
    counted = dict.fromkeys(_COUNTED_AS.values(), 0)
    for row in sums:
        counted[_COUNTED_AS[row["status"]]] += row["messages"]
    return {
        "id": campaign["campaign_id"],
        "name": campaign["name"],
        "from": campaign["originator"],
        "groups": json.loads(campaign["groups"]),
        "totalPhoneNumers": sum(row["messages"] for row in sums),
        "parts": sum(row["parts"] for row in sums),
        "cost": as_number(sum(row["cost"] for row in sums)),
        "text": campaign["text"],
        "source": campaign["source"],
        "channel": _main_channel(campaign, sums),
        "datetimeAdded": campaign["created_at"],
        "datetimeScheduled": campaign["scheduled_at"],
        "status": counted,
    }


def _main_channel(campaign: Row, sums: list[Row]) -> str:
    """A campaign's channel; of several, the one that most of its messages took: the list knows no `multichannel`."""
    channel: str = campaign["channel"]
    if channel != "multichannel":
        return channel
    taken: Counter[str] = Counter()
    for row in sums:
        taken[row["channel"]] += row["messages"]
    return max(taken, key=lambda each: taken[each], default="sms")


def _by_value(context: Context, selection: Selection, expression: str, limit: int) -> dict[str, Any]:
    """Sums by the values of an expression: the largest number of messages first (assumed)."""
    rows = context.store.all(
        f"SELECT {expression} AS value, {_SUMS} FROM messages WHERE {selection.condition} "
        "GROUP BY value ORDER BY messages DESC, max(id) DESC LIMIT ?",
        *(*selection.values, limit),
    )
    return {row["value"]: _traffic([row]) for row in rows}


def _by_date(context: Context, selection: Selection, period: Period) -> dict[str, list[Row]]:
    """Sums by day or month, and in it by status."""
    rows = context.store.all(
        f"SELECT substr(created_at, 1, ?) AS date, status, {_SUMS} FROM messages WHERE {selection.condition} "
        "GROUP BY date, status",
        *(period.width, *selection.values),
    )
    return _gathered(rows, "date")


def _gathered(rows: list[Row], column: str) -> dict[str, list[Row]]:
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(row[column], []).append(row)
    return gathered


def _traffic(sums: list[Row]) -> dict[str, Any]:
    return {"phoneNumbers": sum(row["messages"] for row in sums), **_costs(sums)}


def _delivery(sums: list[Row]) -> dict[str, Any]:
    return {
        name: _costs([row for row in sums if _COUNTED_AS[row["status"]] == name])
        for name in dict.fromkeys(_COUNTED_AS.values())
    }


def _costs(sums: list[Row]) -> dict[str, Any]:
    return {
        "parts": sum(row["parts"] for row in sums),
        "costParts": as_number(sum(row["cost"] for row in sums)),
    }
