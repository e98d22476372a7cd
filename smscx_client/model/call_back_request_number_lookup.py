# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.data_number_lookup_webhook import DataNumberLookupWebhook


class CallBackRequestNumberLookup(Model):
    """What the API posts to a webhook.

    :param data: Objects holding the event data, with at most 200 per request. Required.
    :param event: Type of event that the callback request reports. Always ``otp_update``.
    """

    data: list[DataNumberLookupWebhook] = field(
        "data", type=["data_number_lookup_webhook.DataNumberLookupWebhook"], required=True
    )
    """Objects holding the event data, with at most 200 per request."""
    event: Literal["otp_update"] | None = field("event", default=None, kw_only=True, enum=("otp_update",))
    """Type of event that the callback request reports. Always ``otp_update``."""
