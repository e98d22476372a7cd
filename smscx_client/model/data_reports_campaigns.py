# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.group import Group
    from smscx_client.model.status import Status


class DataReportsCampaigns(Model):
    """A part of ``ReportsCampaignsRespone``."""

    id: str = field("id", type="uuid", required=True)
    """ID that uniquely identifies the campaign."""
    name: str = field("name", required=True)
    """Name under which the campaign was sent."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator."""
    groups: list[Group] = field("groups", type=["group.Group"], required=True)
    """Contact groups the campaign was addressed to."""
    total_phone_numers: int = field("totalPhoneNumers", type=int, required=True)
    """How many recipients the campaign had altogether."""
    parts: int = field("parts", type=int, required=True)
    """Sum of the message parts in the campaign."""
    cost: float = field("cost", type=float, required=True)
    """Overall price of the campaign."""
    text: str = field("text", required=True)
    """Body of the message or campaign."""
    source: Literal["api", "webapp", "smpp", "plugin", "alerts", "excel"] = field(
        "source", required=True, enum=("api", "webapp", "smpp", "plugin", "alerts", "excel")
    )
    """Where the message sending originated from."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Channel used for sending the message or campaign."""
    datetime_added: datetime = field("datetimeAdded", type=datetime, required=True)
    """When the campaign was added, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    datetime_scheduled: datetime | None = field("datetimeScheduled", type=datetime, required=True, nullable=True)
    """When the campaign is scheduled for, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    status: Status | None = field("status", type="status.Status", default=None, kw_only=True)
    """Message totals of the campaign per delivery status."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
