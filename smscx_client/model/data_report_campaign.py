# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.text_analysis import TextAnalysis


class DataReportCampaign(Model):
    """A part of ``ReportSingleResponse`` and ``ReportsCampaignResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """ID that uniquely identifies the message."""
    status: Literal["ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status",
        required=True,
        enum=("ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"),
    )
    """Delivery status reported for the message."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report status as a numeric code."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code given when the delivery report is a failure; ``null`` otherwise."""
    in_quiet_hours: bool = field("inQuietHours", type=bool, required=True)
    """Whether the message was sent during the configured quiet hours."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    updated_at: datetime | None = field("updatedAt", type=datetime, required=True, nullable=True)
    """Time of the latest delivery report change for the message, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    cost: float = field("cost", type=float, required=True)
    """Price of the message in EUR or USD, whichever the account uses: price per part multiplied by ``parts``, for
    instance 3 x 0.041 = 0.123."""
    to: str = field("to", required=True)
    """Recipient of the message, as an E.164 phone number."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator."""
    text: str = field("text", required=True)
    """Body of the message or campaign."""
    source: Literal["api", "webapp", "smpp", "plugin", "alerts", "excel"] = field(
        "source", required=True, enum=("api", "webapp", "smpp", "plugin", "alerts", "excel")
    )
    """Where the message sending originated from."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Channel used for sending the message or campaign."""
    text_analysis: TextAnalysis = field("textAnalysis", type="text_analysis.TextAnalysis", required=True)
    """Analysis of the message text: its length, part count and use of Unicode."""
    scheduled_at: datetime | None = field("scheduledAt", type=datetime, default=None, kw_only=True, nullable=True)
    """Scheduled time of the message, in UTC (``YYYY-MM-DD HH:MM:SS``)."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
