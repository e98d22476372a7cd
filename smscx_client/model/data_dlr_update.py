# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataDlrUpdate(Model):
    """Delivery report event; one callback request carries up to 200 such objects."""

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """Identifies the campaign in which the message was sent."""
    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the message that this delivery report is for."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report expressed as a numeric code."""
    status: Literal["ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status",
        required=True,
        enum=("ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"),
    )
    """Delivery status that the SMS has reached."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code detailing why delivery failed, from the API's list of error codes; any value other than ``null`` means
    the message could not be delivered."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True, nullable=True)
    """Client's own identifier for tracking the message; may be ``null``."""
