# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client.model_utils import Model, field


class InfoRenewNumber(Model):
    """A part of ``RenewNumberResponse``."""

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental."""
    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that the rental covers."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``."""
    rent_start: datetime = field("rentStart", type=datetime, required=True)
    """When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_end: datetime = field("rentEnd", type=datetime, required=True)
    """When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_cost: float = field("rentCost", type=float, required=True)
    """Price charged for the number rental."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
