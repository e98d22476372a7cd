# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoRenewNumber(Model):
    """A part of ``RenewNumberResponse``.

    :param rent_id: ID that uniquely identifies this number rental. A UUID. Example:
        ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``. Required.
    :param number_id: Identifier assigned uniquely to the phone number for rental. A UUID. Example:
        ``"afc3a9d4-30e3-4619-80b2-1bd59820ba97"``. Required.
    :param phone_number: E.164 number (international form) that the rental covers. Example: ``"+46701740633"``.
        Required.
    :param country_iso: Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
        ``"SE"``. Required.
    :param rent_start: When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param rent_end: When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param rent_cost: Price charged for the number rental. Example: ``9.0``. Required.
    :param auto_renew: Whether the rental renews by itself, for a term equal to the present subscription. Required.
    :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``. Required.
    :param datetime: Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental. A UUID. Example: ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``."""
    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental. A UUID. Example:
    ``"afc3a9d4-30e3-4619-80b2-1bd59820ba97"``."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that the rental covers. Example: ``"+46701740633"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example: ``"SE"``."""
    rent_start: datetime = field("rentStart", type=datetime, required=True)
    """When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_end: datetime = field("rentEnd", type=datetime, required=True)
    """When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_cost: float = field("rentCost", type=float, required=True)
    """Price charged for the number rental. Example: ``9.0``."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
