# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.data_shortlink_hit import DataShortlinkHit


class CallBackRequestAttachmentHit(Model):
    """What the API posts to a webhook.

    :param event: Type of event that the callback request reports. One of ``attachment_hit``, ``attachment_hit_update``.
        Required.
    :param data: Hits that the event reports, one object each, with at most 200 per request. Required.
    """

    event: Literal["attachment_hit", "attachment_hit_update"] = field(
        "event", required=True, enum=("attachment_hit", "attachment_hit_update")
    )
    """Type of event that the callback request reports. One of ``attachment_hit``, ``attachment_hit_update``."""
    data: list[DataShortlinkHit] = field("data", type=["data_shortlink_hit.DataShortlinkHit"], required=True)
    """Hits that the event reports, one object each, with at most 200 per request."""
