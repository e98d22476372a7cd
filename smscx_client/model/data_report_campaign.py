# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.text_analysis import TextAnalysis


class DataReportCampaign(Model):
    """A part of ``ReportSingleResponse`` and ``ReportsCampaignResponse``.

    :param msg_id: ID that uniquely identifies the message. A UUID. Example: ``"3caffc3e-50fa-4bb5-aaf6-15ecf0e6315f"``.
        Required.
    :param status: Delivery status reported for the message. One of ``ACCEPTED``, ``SENT``, ``DELIVERED``, ``FAILED``,
        ``SCHEDULED``, ``REJECTED``, ``NO COVERAGE``. Required.
    :param status_code: Delivery report status as a numeric code. Example: ``3``. Required.
    :param error_code: Code given when the delivery report is a failure; ``None`` otherwise. Example: ``27``. Required.
    :param in_quiet_hours: Whether the message was due in the quiet hours of its recipient. Such a message is sent right
        after they end. Required.
    :param created_at: When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. For a scheduled message, it is the
        time of the request (assumed). Required.
    :param updated_at: Time of the latest delivery report change for the message, in UTC (``YYYY-MM-DD HH:MM:SS``). May
        be ``None``. Required.
    :param cost: Price of the message in EUR or USD, whichever the account uses: price per part multiplied by ``parts``,
        for instance 3 x 0.041 = 0.123. It is ``0`` for messages with status ``REJECTED`` or ``NO COVERAGE``. Example:
        ``0.055``. Required.
    :param to: Recipient of the message, as an E.164 phone number. Example: ``"+46701740605"``. Required.
    :param country_iso: Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2
        characters. Example: ``"SE"``. Required.
    :param from_: Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
        ``"MyShop"``. Required.
    :param _from: another name of ``from_``.
    :param text: Body of the message or campaign. Required.
    :param source: Where the message sending originated from. One of ``api``, ``webapp``, ``smpp``, ``plugin``,
        ``alerts``, ``excel``. Required.
    :param channel: Channel used for sending the message or campaign. One of ``sms``, ``viber``, ``whatsapp``. Required.
    :param text_analysis: Analysis of the message text: its length, part count and use of Unicode. Required.
    :param scheduled_at: Scheduled time of the message, in UTC (``YYYY-MM-DD HH:MM:SS``). May be ``None``.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """ID that uniquely identifies the message. A UUID. Example: ``"3caffc3e-50fa-4bb5-aaf6-15ecf0e6315f"``."""
    status: Literal["ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status",
        required=True,
        enum=("ACCEPTED", "SENT", "DELIVERED", "FAILED", "SCHEDULED", "REJECTED", "NO COVERAGE"),
    )
    """Delivery status reported for the message. One of ``ACCEPTED``, ``SENT``, ``DELIVERED``, ``FAILED``,
    ``SCHEDULED``, ``REJECTED``, ``NO COVERAGE``."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report status as a numeric code. Example: ``3``."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code given when the delivery report is a failure; ``None`` otherwise. Example: ``27``."""
    in_quiet_hours: bool = field("inQuietHours", type=bool, required=True)
    """Whether the message was due in the quiet hours of its recipient. Such a message is sent right after they end."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. For a scheduled message, it is the time of the
    request (assumed)."""
    updated_at: datetime | None = field("updatedAt", type=datetime, required=True, nullable=True)
    """Time of the latest delivery report change for the message, in UTC (``YYYY-MM-DD HH:MM:SS``). May be ``None``."""
    cost: float = field("cost", type=float, required=True)
    """Price of the message in EUR or USD, whichever the account uses: price per part multiplied by ``parts``, for
    instance 3 x 0.041 = 0.123. It is ``0`` for messages with status ``REJECTED`` or ``NO COVERAGE``. Example:
    ``0.055``."""
    to: str = field("to", required=True)
    """Recipient of the message, as an E.164 phone number. Example: ``"+46701740605"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
    ``"SE"``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator. 3 to 15 characters. Example: ``"MyShop"``."""
    text: str = field("text", required=True)
    """Body of the message or campaign."""
    source: Literal["api", "webapp", "smpp", "plugin", "alerts", "excel"] = field(
        "source", required=True, enum=("api", "webapp", "smpp", "plugin", "alerts", "excel")
    )
    """Where the message sending originated from. One of ``api``, ``webapp``, ``smpp``, ``plugin``, ``alerts``,
    ``excel``."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Channel used for sending the message or campaign. One of ``sms``, ``viber``, ``whatsapp``."""
    text_analysis: TextAnalysis = field("textAnalysis", type="text_analysis.TextAnalysis", required=True)
    """Analysis of the message text: its length, part count and use of Unicode."""
    scheduled_at: datetime | None = field("scheduledAt", type=datetime, default=None, kw_only=True, nullable=True)
    """Scheduled time of the message, in UTC (``YYYY-MM-DD HH:MM:SS``). May be ``None``."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""
