# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.group import Group
    from smscx_client.model.status import Status


class DataReportsCampaigns(Model):
    """A part of ``ReportsCampaignsRespone``.

    :param id: ID that uniquely identifies the campaign. A UUID. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
        Required.
    :param name: Name under which the campaign was sent. Example: ``"Campaign 2026-10-16 10:00:00"``. Required.
    :param from_: Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
        ``"MyShop"``. Required.
    :param _from: another name of ``from_``.
    :param groups: Contact groups the campaign was addressed to. Required.
    :param total_phone_numers: How many recipients the campaign had altogether. Example: ``4``. Required.
    :param parts: Sum of the message parts in the campaign. Example: ``4``. Required.
    :param cost: Overall price of the campaign. Example: ``0.29``. Required.
    :param text: Body of the message or campaign. Required.
    :param source: Where the message sending originated from. One of ``api``, ``webapp``, ``smpp``, ``plugin``,
        ``alerts``, ``excel``. Required.
    :param channel: Channel used for sending the message or campaign. One of ``sms``, ``viber``, ``whatsapp``. Required.
    :param datetime_added: When the campaign was added, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param datetime_scheduled: When the campaign is scheduled for, in UTC (``YYYY-MM-DD HH:MM:SS``). May be ``None``.
        Required.
    :param status: Message totals of the campaign per delivery status.
    """

    id: str = field("id", type="uuid", required=True)
    """ID that uniquely identifies the campaign. A UUID. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``."""
    name: str = field("name", required=True)
    """Name under which the campaign was sent. Example: ``"Campaign 2026-10-16 10:00:00"``."""
    _from: str = field("from", required=True, min_length=3, max_length=15)
    """Sender name that the message carries, also called the originator. 3 to 15 characters. Example: ``"MyShop"``."""
    groups: list[Group] = field("groups", type=["group.Group"], required=True)
    """Contact groups the campaign was addressed to."""
    total_phone_numers: int = field("totalPhoneNumers", type=int, required=True)
    """How many recipients the campaign had altogether. Example: ``4``."""
    parts: int = field("parts", type=int, required=True)
    """Sum of the message parts in the campaign. Example: ``4``."""
    cost: float = field("cost", type=float, required=True)
    """Overall price of the campaign. Example: ``0.29``."""
    text: str = field("text", required=True)
    """Body of the message or campaign."""
    source: Literal["api", "webapp", "smpp", "plugin", "alerts", "excel"] = field(
        "source", required=True, enum=("api", "webapp", "smpp", "plugin", "alerts", "excel")
    )
    """Where the message sending originated from. One of ``api``, ``webapp``, ``smpp``, ``plugin``, ``alerts``,
    ``excel``."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Channel used for sending the message or campaign. One of ``sms``, ``viber``, ``whatsapp``."""
    datetime_added: datetime = field("datetimeAdded", type=datetime, required=True)
    """When the campaign was added, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    datetime_scheduled: datetime | None = field("datetimeScheduled", type=datetime, required=True, nullable=True)
    """When the campaign is scheduled for, in UTC (``YYYY-MM-DD HH:MM:SS``). May be ``None``."""
    status: Status | None = field("status", type="status.Status", default=None, kw_only=True)
    """Message totals of the campaign per delivery status."""

    if TYPE_CHECKING:

        @property
        def from_(self) -> str:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""

        @from_.setter
        def from_(self, value: str) -> None:
            """Sender name that the message carries, also called the originator. 3 to 15 characters. Example:
            ``"MyShop"``."""
