# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.text_analysis import TextAnalysis


class DataSms(Model):
    """A part of ``SendSmsCampaignResponse`` and ``SendSmsMessageResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the message uniquely; needed to follow its delivery report."""
    status: Literal["ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status", required=True, enum=("ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE")
    )
    """State at request time: ``ACCEPTED`` (taken for delivery), ``SCHEDULED`` (set for the given time), ``REJECTED``
    (recipient opted out) or ``NO COVERAGE`` (no route or price); the last two cost 0."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report status as a numeric code."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code given when the delivery report is a failure; ``null`` otherwise."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    in_quiet_hours: bool = field("inQuietHours", type=bool, required=True)
    """Set to ``true`` when the send or schedule time falls in the quiet hours of the destination number, and to
    ``false`` when it does not."""
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
    """Final text of the message, after any fields or variables in it were filled in."""
    parts: int = field("parts", type=int, required=True, minimum=1)
    """Number of parts that the message takes up."""
    text_analysis: TextAnalysis = field("textAnalysis", type="text_analysis.TextAnalysis", required=True)
    """Analysis of the message text: its length, part count and use of Unicode."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True)
    """UUID (v1 to v5) that the client supplied to track the message."""
    scheduled_at: datetime | None = field("scheduledAt", type=datetime, default=None, kw_only=True)
    """Scheduled time of the SMS in UTC (``YYYY-MM-DD HH:MM:SS``)."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
