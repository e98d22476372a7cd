# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client._models.shapes import ScalarModel

if TYPE_CHECKING:
    from typing import Literal


class CallbackEventTypes(ScalarModel):
    """Types of event that can trigger a callback request."""

    value: Literal[
        "dlr_update",
        "receive_sms",
        "receive_viber",
        "receive_whatsapp",
        "shortlink_hit",
        "shortlink_hit_update",
        "attachment_hit",
        "attachment_hit_update",
        "new_optout",
    ] = field(
        "value",
        required=True,
        enum=(
            "dlr_update",
            "receive_sms",
            "receive_viber",
            "receive_whatsapp",
            "shortlink_hit",
            "shortlink_hit_update",
            "attachment_hit",
            "attachment_hit_update",
            "new_optout",
        ),
    )
    """Types of event that can trigger a callback request. One of ``dlr_update``, ``receive_sms``, ``receive_viber``,
    ``receive_whatsapp``, ``shortlink_hit``, ``shortlink_hit_update``, ``attachment_hit``, ``attachment_hit_update``,
    ``new_optout``."""
