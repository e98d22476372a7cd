"""What was sent in the months of the reports' examples; their `period` is fixed, and so are these times."""

from __future__ import annotations

import json
from typing import Any

from smscx_client.text.segments import GSM_7, UCS_2

from ...engine.examples import data
from ...state.context import Context
from ...state.money import as_number, millionths
from ...state.store import Row
from ..account import channels
from ..messages.delivery import DEFAULT_LIFE

_ON_ITS_WAY = 6
"""Seconds from sending a message of the Viber campaign to its delivery."""


def fill(context: Context) -> None:
    """Add the campaigns of the examples, and the single message that was sent after them."""
    by_sms, by_viber = data(context, "get_campaigns_list")
    to_contacts = data(context, "get_campaign_report")
    context.store.insert("campaigns", [_campaign(by_viber), _campaign(by_sms)])
    sent = [
        *(_message(_by_viber(context, report, by_viber), by_viber["id"]) for report in reversed(to_contacts)),
        *(_message(report, by_sms["id"]) for report in reversed(to_contacts)),
        _message(data(context, "get_single_report"), context.rng.uuid()),
    ]
    context.store.insert("messages", sent)


def _campaign(listed: dict[str, Any]) -> Row:
    """A campaign of the example of `get_campaigns_list`."""
    return {
        "campaign_id": listed["id"],
        "name": listed["name"],
        "channel": listed["channel"],
        "source": listed["source"],
        "originator": listed["from"],
        "text": listed["text"],
        "groups": json.dumps(listed["groups"]),
        "created_at": listed["datetimeAdded"],
        "scheduled_at": listed["datetimeScheduled"],
    }


def _by_viber(context: Context, report: dict[str, Any], campaign: dict[str, Any]) -> dict[str, Any]:
    """The message of a Viber campaign to a recipient of the SMS campaign: the examples show none of them."""
    added = campaign["datetimeAdded"]
    return {
        **report,
        **{name: campaign[name] for name in ("from", "text", "source", "channel")},
        "msgId": context.rng.uuid(),
        "status": "DELIVERED",
        "errorCode": None,
        "createdAt": added,
        "updatedAt": f"{added[:-2]}{_ON_ITS_WAY:02}",
        "cost": as_number(channels.prices(context, campaign["channel"])[report["countryIso"]]),
    }


def _message(report: dict[str, Any], campaign_id: str) -> Row:
    """A message as its report shows it."""
    analysis = report["textAnalysis"]
    return {
        "msg_id": report["msgId"],
        "campaign_id": campaign_id,
        "channel": report["channel"],
        "source": report["source"],
        "status": report["status"],
        "error_code": report["errorCode"],
        "life": DEFAULT_LIFE,
        "created_at": report["createdAt"],
        "updated_at": report["updatedAt"],
        "scheduled_at": report["scheduledAt"],
        "in_quiet_hours": report["inQuietHours"],
        "recipient": report["to"],
        "country_iso": report["countryIso"],
        "originator": report["from"],
        "text": report["text"],
        "encoding": UCS_2 if analysis["unicode"] else GSM_7,
        "parts": analysis["parts"],
        "cost": millionths(report["cost"]),
    }
