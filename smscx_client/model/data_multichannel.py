# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataMultichannel(Model):
    """A part of ``SendMultichannelCampaignResponse`` and ``SendMultichannelMessageResponse``.

    :param msg_id: Identifies the message uniquely; needed to follow its delivery report. A UUID. Example:
        ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``. Required.
    :param status: Status at request time: ``ACCEPTED`` for delivery, ``SCHEDULED`` for the set date, ``REJECTED``
        (opted out) or ``NO COVERAGE`` (no pricing set); the last two are free. The final ``DELIVERED`` or ``FAILED`` is
        sent to ``dlr_callback_url`` or read from GET ``/reports/single/{msgId}``. One of ``ACCEPTED``, ``SCHEDULED``,
        ``REJECTED``, ``NO COVERAGE``. Required.
    :param status_code: Delivery report status as a numeric code. Example: ``1``. Required.
    :param error_code: Code given when the delivery report is a failure; ``None`` otherwise. Required.
    :param created_at: When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. For a scheduled message, it is the
        time of the request (assumed). Required.
    :param in_quiet_hours: Set to ``True`` when the send or schedule time falls in the quiet hours of the destination
        number, and to ``False`` when it does not. Required.
    :param cost: Amount charged for the message, in whichever currency the account uses (``eur`` or ``usd``). Example:
        ``0.02``. Required.
    :param to: Recipient of the message, as an E.164 phone number. Example: ``"+31612469333"``. Required.
    :param country_iso: Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2
        characters. Example: ``"NL"``. Required.
    :param from_: Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
        ``"MyShop"``. Required.
    :param _from: another name of ``from_``.
    :param text: Final text of the message, after any fields or variables in it were filled in. Example: ``"This Friday
        our shop is open until 21:00. See you there!"``. Required.
    :param parts: Part count of the message; always ``_1`` for Viber, WhatsApp and multichannel. Example: ``1``.
        Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``viber``, ``whatsapp``,
        ``sms``. Required.
    :param track_data: UUID (v1 to v5) that the client supplied to track the message. A UUID. Example:
        ``"ea625bf5-3cc9-414e-8405-530dbf0f0e8c"``.
    :param scheduled_at: When the message is scheduled for, as ``YYYY-MM-DD HH:MM:SS`` in UTC. A time within quiet hours
        is moved to their end: with quiet hours from 21:30 to 09:30, a message sent at 21:55 is scheduled for 09:31 the
        next day.
    """

    msg_id: str = field("msgId", type="uuid", required=True)
    """Identifies the message uniquely; needed to follow its delivery report. A UUID. Example:
    ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``."""
    status: Literal["ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE"] = field(
        "status", required=True, enum=("ACCEPTED", "SCHEDULED", "REJECTED", "NO COVERAGE")
    )
    """Status at request time: ``ACCEPTED`` for delivery, ``SCHEDULED`` for the set date, ``REJECTED`` (opted out) or
    ``NO COVERAGE`` (no pricing set); the last two are free. The final ``DELIVERED`` or ``FAILED`` is sent to
    ``dlr_callback_url`` or read from GET ``/reports/single/{msgId}``. One of ``ACCEPTED``, ``SCHEDULED``,
    ``REJECTED``, ``NO COVERAGE``."""
    status_code: int = field("statusCode", type=int, required=True)
    """Delivery report status as a numeric code. Example: ``1``."""
    error_code: int | None = field("errorCode", type=int, required=True, nullable=True)
    """Code given when the delivery report is a failure; ``None`` otherwise."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """When the message was sent, as ``YYYY-MM-DD HH:MM:SS`` in UTC. For a scheduled message, it is the time of the
    request (assumed)."""
    in_quiet_hours: bool = field("inQuietHours", type=bool, required=True)
    """Set to ``True`` when the send or schedule time falls in the quiet hours of the destination number, and to
    ``False`` when it does not."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for the message, in whichever currency the account uses (``eur`` or ``usd``). Example:
    ``0.02``."""
    to: str = field("to", required=True)
    """Recipient of the message, as an E.164 phone number. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Destination country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
    ``"NL"``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator. 3 to 15 characters. Example: ``"MyShop"``."""
    text: str = field("text", required=True)
    """Final text of the message, after any fields or variables in it were filled in. Example: ``"This Friday our
    shop is open until 21:00. See you there!"``."""
    parts: int = field("parts", type=int, required=True, minimum=1, maximum=1)
    """Part count of the message; always ``_1`` for Viber, WhatsApp and multichannel. Example: ``1``."""
    channel: Literal["viber", "whatsapp", "sms"] = field("channel", required=True, enum=("viber", "whatsapp", "sms"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``viber``, ``whatsapp``, ``sms``."""
    track_data: str | None = field("trackData", type="uuid", default=None, kw_only=True)
    """UUID (v1 to v5) that the client supplied to track the message. A UUID. Example:
    ``"ea625bf5-3cc9-414e-8405-530dbf0f0e8c"``."""
    scheduled_at: datetime | None = field("scheduledAt", type=datetime, default=None, kw_only=True)
    """When the message is scheduled for, as ``YYYY-MM-DD HH:MM:SS`` in UTC. A time within quiet hours is moved to
    their end: with quiet hours from 21:30 to 09:30, a message sent at 21:55 is scheduled for 09:31 the next day."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""
