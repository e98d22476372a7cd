"""Example data: the messages of the reports. The examples have a fixed `period`, so the times are fixed too."""

from __future__ import annotations

from typing import Any

from smscx_client.text import GSM_7, UCS_2

from ...engine.examples import data
from ...state.context import Context
from ...state.money import as_number, millionths
from ...state.store import Row
from ...telecom.numbers import Number
from ..account.service import channel_prices
from ..messages.service import campaign_row, insert_messages, message_row

_DELIVERY_TIME = 6
"""Seconds until a message of the Viber campaign is delivered."""


def fill(context: Context) -> None:
    """Add the campaigns of the examples, and the single message sent after them."""
    sms_campaign, viber_campaign = data(context, "get_campaigns_list")
    sms_reports = data(context, "get_campaign_report")
    context.store.insert("campaigns", [_campaign(viber_campaign), _campaign(sms_campaign)])
    messages = [
        *(
            _message(_viber_report(context, report, viber_campaign), viber_campaign["id"])
            for report in reversed(sms_reports)
        ),
        *(_message(report, sms_campaign["id"]) for report in reversed(sms_reports)),
        _message(data(context, "get_single_report"), context.rng.uuid()),
    ]
    insert_messages(context, messages)


def _campaign(campaign: dict[str, Any]) -> Row:
    return campaign_row(
        campaign_id=campaign["id"],
        name=campaign["name"],
        channel=campaign["channel"],
        source=campaign["source"],
        originator=campaign["from"],
        text=campaign["text"],
        groups=campaign["groups"],
        created_at=campaign["datetimeAdded"],
        scheduled_at=campaign["datetimeScheduled"],
    )


def _viber_report(context: Context, report: dict[str, Any], campaign: dict[str, Any]) -> dict[str, Any]:
    """The report of a Viber message to a recipient of the SMS campaign; the examples have none."""
    added = campaign["datetimeAdded"]
    return {
        **report,
        **{name: campaign[name] for name in ("from", "text", "source", "channel")},
        "msgId": context.rng.uuid(),
        "status": "DELIVERED",
        "errorCode": None,
        "createdAt": added,
        "updatedAt": f"{added[:-2]}{_DELIVERY_TIME:02}",
        "cost": as_number(channel_prices(context, campaign["channel"])[report["countryIso"]]),
    }


def _message(report: dict[str, Any], campaign_id: str) -> Row:
    analysis = report["textAnalysis"]
    return message_row(
        Number(report["to"], report["countryIso"]),
        msg_id=report["msgId"],
        campaign_id=campaign_id,
        channel=report["channel"],
        source=report["source"],
        status=report["status"],
        error_code=report["errorCode"],
        created_at=report["createdAt"],
        updated_at=report["updatedAt"],
        scheduled_at=report["scheduledAt"],
        in_quiet_hours=report["inQuietHours"],
        originator=report["from"],
        text=report["text"],
        encoding=UCS_2 if analysis["unicode"] else GSM_7,
        parts=analysis["parts"],
        cost=millionths(report["cost"]),
    )
