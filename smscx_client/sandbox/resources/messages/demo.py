"""Messages and campaigns that are still scheduled, on every channel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...engine.examples import at
from ...state.context import Context
from ..account.channels import MULTICHANNEL, SMS
from .service import launch, quote

_SENDS = (
    ("sms", SMS),
    ("viber_message", "viber"),
    ("whatsapp_message", "whatsapp"),
    ("multichannel_message", MULTICHANNEL),
    ("sms_campaign", SMS),
    ("viber_campaign", "viber"),
    ("multichannel_campaign", MULTICHANNEL),
)
"""What the operations are called that send and that delete, and their channels."""

_DUE = "2035-06-01 09:00:00"


def fill(context: Context) -> None:
    """Add what the examples of deletes call off, sent as in the examples of sends, to one number or to groups."""
    for name, channel in _SENDS:
        body = context.spec.operations[f"send_{name}"].body_example
        deleted = context.spec.operations[f"delete_scheduled_{name}"]
        to_groups = "groups" in body
        asked = {**body, "scheduledDate": at(context, _DUE)}
        if to_groups:
            own = {"campaign_id": deleted.example("campaignId")}
        else:
            asked["to"] = body["to"][:1]
            own = {"msg_id": deleted.example("msgId")}
        _launch(context, asked, channel, to_groups, own)


def _launch(context: Context, body: Mapping[str, Any], channel: str, to_groups: bool, own: Mapping[str, str]) -> None:
    """Send with the ids of the example, and without a charge: what the account had paid is not in its balance."""
    quoted = quote(context, body, channel, to_groups=to_groups, heeds_quiet_hours=False)
    for row in (quoted.campaign, *quoted.messages):
        row.update({name: value for name, value in own.items() if name in row})
    launch(context, quoted)
