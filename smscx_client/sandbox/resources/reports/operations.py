"""Operations of delivery reports: one message, a campaign, filtered messages, sums."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any

from ...engine.exports import ToFile, as_csv, as_csv_later, as_xlsx, read_in_steps
from ...engine.http import Response
from ...engine.paging import limit_of, page_of
from ...engine.registry import Call, Finish, Success, operation, operation_in_steps
from ...engine.steps import Steps
from ...spec.errors import ApiError
from ...state.context import Context
from ...state.money import as_number
from ...state.store import Row
from ..account.service import MULTICHANNEL, SMS
from ..messages.service import basics, msg_id_value, text_analysis
from . import service as reports

_CAMPAIGN_COLUMNS = (
    *("msgId", "status", "statusCode", "errorCode", "inQuietHours", "createdAt", "updatedAt", "cost", "to"),
    *("countryIso", "from", "text", "source", "channel", "scheduledAt"),
)
_ADVANCED_COLUMNS = (
    *("msgId", "status", "statusCode", "errorCode", "inQuietHours", "createdAt", "updatedAt", "cost", "to"),
    *("countryIso", "from", "source", "channel", "text", "scheduledAt"),
)

_GROUPINGS = {"source": "source", "channel": "report_channel", "country": "country_iso"}
"""The SQL expression of each dimension of a summary; the other dimensions are dates."""

_STATUS_GROUPS = {
    "ACCEPTED": "accepted",
    "SENT": "accepted",
    "DELIVERED": "delivered",
    "FAILED": "failed",
    "REJECTED": "failed",
    "SCHEDULED": "scheduled",
    "NO COVERAGE": "noCoverage",
}
"""The sum that counts each status (assumed for SENT and REJECTED)."""

_IS_LISTED = "name != '' AND ifnull(scheduled_at <= ?, TRUE)"
"""Condition of the campaign list: sends to numbers have no name and are left out, as are scheduled campaigns."""

_CAMPAIGN_MESSAGES = "SELECT * FROM messages WHERE campaign = ?"


@operation("get_single_report")
def get_single_report(context: Context, call: Call) -> dict[str, Any]:
    """Return the report of one message on any channel."""
    row = context.store.one(
        "SELECT * FROM messages WHERE id = (SELECT id FROM sent_messages WHERE msg_id = ?)",
        msg_id_value(call.parameters["msgId"]),
    )
    if row is None:
        raise ApiError(1160)
    return {"data": _report_json(row)}


@operation("get_campaign_report")
def get_campaign_report(context: Context, call: Call) -> dict[str, Any]:
    """Return the reports of the messages of one send, with or without a name."""
    campaign = _campaign(context, call, missing=1150)
    page = page_of(context, call.parameters, _CAMPAIGN_MESSAGES, campaign["id"])
    info = {
        "campaignId": campaign["campaign_id"],
        "campaignName": campaign["name"] or f"Campaign {campaign['created_at']}",
        **_totals_json(reports.campaign_sums(context, campaign["id"])),
        "channel": campaign["channel"],
    }
    return {"info": info, "data": [_report_json(row) for row in page.rows], "paging": page.paging}


def _export_campaign(context: Context, call: Call, finish: Finish, to_file: ToFile) -> Steps[Response]:
    """Export all messages of one send."""
    campaign = _campaign(context, call, missing=1160)
    rows = yield from read_in_steps(context, _CAMPAIGN_MESSAGES, campaign["id"])
    return finish(to_file(f"campaign-{campaign['campaign_id']}", _CAMPAIGN_COLUMNS, map(_report_json, rows)))


operation_in_steps("export_campaign_report_to_csv")(partial(_export_campaign, to_file=as_csv_later))
operation_in_steps("export_campaign_report_to_xlsx")(partial(_export_campaign, to_file=as_xlsx))


@operation("get_campaigns_list")
def get_campaigns_list(context: Context, call: Call) -> dict[str, Any]:
    """List the campaigns that have a name and are no longer scheduled, newest first."""
    query = f"SELECT * FROM campaigns WHERE {_IS_LISTED} AND ifnull(source = ?, TRUE)"
    values = (context.stamp(), call.parameters.get("source"))
    (total,) = context.store.all(f"SELECT count(*) AS campaigns FROM ({query})", *values)
    page = page_of(context, call.parameters, query, *values)
    sums = reports.sums_by_campaign(context, [row["id"] for row in page.rows])
    data = [_campaign_json(row, sums.get(row["id"], [])) for row in page.rows]
    if not call.parameters.get("delivery_reports"):
        for campaign in data:
            del campaign["status"]
    return {"info": {"totalCampaigns": total["campaigns"]}, "data": data, "paging": page.paging}


@operation("get_advanced_report")
def get_advanced_report(context: Context, call: Call) -> dict[str, Any]:
    """Return the messages that match the filters, and the sums of all of them."""
    selection = reports.filtered(call.parameters)
    sums = reports.total_sums(context, selection)
    page = reports.page_of_messages(context, call.parameters, selection, sums)
    return {
        "info": _totals_json(sums),
        "data": [_report_json(row) for row in page.rows],
        "paging": page.paging,
    }


@operation("export_advanced_report_to_csv")
def export_advanced_report_to_csv(context: Context, call: Call) -> Success:
    """Export the newest messages that match the filters as CSV."""
    return as_csv(*_advanced_file(context, call))


@operation("export_advanced_report_to_xlsx")
def export_advanced_report_to_xlsx(context: Context, call: Call) -> Success:
    """Export the newest messages that match the filters as XLSX."""
    return as_xlsx(*_advanced_file(context, call))


@operation("get_summary_reports")
def get_summary_reports(context: Context, call: Call) -> dict[str, Any]:
    """Return the sums of messages by one dimension."""
    dimension = call.parameters["dimension"]
    period = reports.read_period(call.parameters)
    limit = limit_of(call.parameters)
    selection = reports.sent_in(period)
    if dimension in _GROUPINGS:
        rows = reports.sums_by_value(context, selection, _GROUPINGS[dimension], limit)
        return {"data": {row["value"]: _traffic_json([row]) for row in rows}}
    sums = reports.sums_by_date(context, selection, period)
    if not sums:
        return {"data": {}}
    to_json = _traffic_json if dimension == "traffic" else _delivery_json
    return {"data": {date: to_json(sums.get(date, [])) for date in islice(period.dates(), limit)}}


def _report_json(row: Row) -> dict[str, Any]:
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
    """The send with the id in the call; `missing` is the error code if there is none."""
    campaign_id = call.parameters["campaignId"].lower()
    row = context.store.one("SELECT * FROM campaigns WHERE campaign_id = ?", campaign_id)
    if row is None:
        raise ApiError(missing)
    return row


def _advanced_file(context: Context, call: Call) -> tuple[str, tuple[str, ...], Iterable[dict[str, Any]]]:
    selection = reports.filtered(call.parameters)
    sums = reports.total_sums(context, selection)
    page = reports.page_of_messages(context, call.parameters, selection, sums)
    return "report", _ADVANCED_COLUMNS, map(_report_json, page.rows)


def _totals_json(sums: Row) -> dict[str, Any]:
    return {
        "totalPhoneNumbers": sums["messages"],
        "totalCost": as_number(sums["cost"]),
        "totalParts": sums["parts"],
    }


def _campaign_json(campaign: Row, sums: list[Row]) -> dict[str, Any]:
    """A campaign of the campaign list."""
    counts = dict.fromkeys(_STATUS_GROUPS.values(), 0)
    for row in sums:
        counts[_STATUS_GROUPS[row["status"]]] += row["messages"]
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
        "status": counts,
    }


def _main_channel(campaign: Row, sums: list[Row]) -> str:
    """The channel of a campaign; of a multichannel campaign the most used one, as the list has no `multichannel`."""
    channel: str = campaign["channel"]
    if channel != MULTICHANNEL:
        return channel
    messages_by_channel: Counter[str] = Counter()
    for row in sums:
        messages_by_channel[row["channel"]] += row["messages"]
    return max(messages_by_channel, key=lambda name: messages_by_channel[name], default=SMS)


def _traffic_json(sums: list[Row]) -> dict[str, Any]:
    return {"phoneNumbers": sum(row["messages"] for row in sums), **_costs_json(sums)}


def _delivery_json(sums: list[Row]) -> dict[str, Any]:
    return {
        name: _costs_json([row for row in sums if _STATUS_GROUPS[row["status"]] == name])
        for name in dict.fromkeys(_STATUS_GROUPS.values())
    }


def _costs_json(sums: list[Row]) -> dict[str, Any]:
    return {
        "parts": sum(row["parts"] for row in sums),
        "costParts": as_number(sum(row["cost"] for row in sums)),
    }
