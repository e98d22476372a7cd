# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataDlrUpdate(Model):
    """Delivery report event; one callback request carries up to 200 such objects.

    :param campaign_id: Identifies the campaign in which the message was sent. A UUID. Required.
    :param msg_id: Identifies the message that this delivery report is for. A UUID. Required.
    :param status_code: Delivery report expressed as a numeric code. Required.
    :param status: Delivery status that the message has reached. One of ``ACCEPTED``, ``SENT``, ``DELIVERED``,
        ``FAILED``, ``SCHEDULED``, ``REJECTED``, ``NO COVERAGE``. Required.
    :param error_code: Code detailing why delivery failed, from the API's list of error codes; any value other than
        ``None`` means the message could not be delivered. Required.
    :param datetime: When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param track_data: Client's own identifier for tracking the message; may be ``None``. A UUID.
    """

    campaign_id: str = field("campaignId", type="uuid", required=True)
    """Identifies the campaign in which the message was sent. A UUID."""
    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the message that this delivery report is for. A UUID."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report expressed as a numeric code."""
    status: Literal["ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status",
        required=True,
        enum=("ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"),
    )
    """Delivery status that the message has reached. One of ``ACCEPTED``, ``SENT``, ``DELIVERED``, ``FAILED``,
    ``SCHEDULED``, ``REJECTED``, ``NO COVERAGE``."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code detailing why delivery failed, from the API's list of error codes; any value other than ``None`` means
    the message could not be delivered."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True, nullable=True)
    """Client's own identifier for tracking the message; may be ``None``. A UUID."""
