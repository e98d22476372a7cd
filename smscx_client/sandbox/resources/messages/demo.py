"""Example data: scheduled messages and campaigns on every channel, for the examples that delete them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...engine.examples import at
from ...engine.steps import at_once
from ...state.context import Context
from ..account.service import MULTICHANNEL, SMS, VIBER, WHATSAPP
from .service import quote_in_steps, send

_SENDS = (
    ("send_sms", "delete_scheduled_sms", SMS),
    ("send_viber_message", "delete_scheduled_viber_message", VIBER),
    ("send_whatsapp_message", "delete_scheduled_whatsapp_message", WHATSAPP),
    ("send_multichannel_message", "delete_scheduled_multichannel_message", MULTICHANNEL),
    ("send_sms_campaign", "delete_scheduled_sms_campaign", SMS),
    ("send_viber_campaign", "delete_scheduled_viber_campaign", VIBER),
    ("send_multichannel_campaign", "delete_scheduled_multichannel_campaign", MULTICHANNEL),
)
"""The operation whose example is sent, the operation whose example deletes it, and the channel."""

_DUE = "2035-06-01 09:00:00"


def fill(context: Context) -> None:
    """Schedule the example of each send, to one number or to groups, under the id in the example of its delete."""
    operations = context.spec.operations
    for send_id, delete_id, channel in _SENDS:
        example = operations[send_id].body_example
        to_groups = "groups" in example
        body = {**example, "scheduledDate": at(context, _DUE)}
        if to_groups:
            ids = {"campaign_id": operations[delete_id].example("campaignId")}
        else:
            body["to"] = example["to"][:1]
            ids = {"msg_id": operations[delete_id].example("msgId")}
        _send_free(context, body, channel, to_groups, ids)


def _send_free(
    context: Context, body: Mapping[str, Any], channel: str, to_groups: bool, ids: Mapping[str, str]
) -> None:
    """Send with these ids, without a charge and a reserve: the balance of a new account has no earlier costs."""
    quoted = at_once(quote_in_steps(context, body, channel, to_groups=to_groups, apply_quiet_hours=False))
    for row in (quoted.campaign, *quoted.messages):
        row.update({name: value for name, value in {**ids, "reserve": 0}.items() if name in row})
    send(context, quoted)
