# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataMultichannel(Model):
    """A part of ``SendMultichannelCampaignResponse`` and ``SendMultichannelMessageResponse``."""

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the message uniquely; needed to follow its delivery report."""
    status: Literal["ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status", required=True, enum=("ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE")
    )
    """Status at request time: ``ACCEPTED`` for delivery, ``SCHEDULED`` for the set date, ``REJECTED`` (opted out) or
    ``NO COVERAGE`` (no pricing set); the last two are free."""
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
    """Amount charged for the message, in whichever currency the account uses (``eur`` or ``usd``)."""
    to: str = field("to", required=True)
    """Recipient of the message, as an E.164 phone number."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator."""
    text: str = field("text", required=True)
    """Final text of the message, after any fields or variables in it were filled in."""
    parts: int = field("parts", type=int, required=True, minimum=1, maximum=1)
    """Part count of the message; always ``1`` for Viber, WhatsApp and multichannel."""
    channel: Literal["viber", "whatsapp", "sms"] = field("channel", required=True, enum=("viber", "whatsapp", "sms"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True)
    """UUID (v1 to v5) that the client supplied to track the message."""
    scheduled_at: datetime | None = field("scheduledAt", type=datetime, default=None, kw_only=True)
    """When the message is scheduled for, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Another name of ``_from``."""

        @from_.setter
        def from_(self, value: str) -> None: ...
