# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rental_cost import RentalCost


class InfoRentNumber(Model):
    """A part of ``RentNumberResponse``.

    :param rent_id: ID that uniquely identifies this number rental. A UUID. Example:
        ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``. Required.
    :param number_id: Identifier assigned uniquely to the phone number for rental. A UUID. Example:
        ``"8b134d16-2369-463b-984c-002dafd2a71e"``. Required.
    :param phone_number: E.164 number (international form) that the rental covers. Example: ``"+46701740618"``.
        Required.
    :param country_iso: Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
        ``"SE"``. Required.
    :param rent_start: When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param rent_end: When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param rent_cost: Price charged for the number rental. Example: ``9.0``. Required.
    :param setup_cost: One-off setup charge for the first rental of the number, where one applies. Example: ``0.0``.
        Required.
    :param auto_renew: Whether the rental renews by itself, for a term equal to the present subscription. Required.
    :param callback_url: Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``. Required.
    :param approved: Registration outcome for numbers that need it: ``True`` once the number is approved, ``False``
        while it is still being processed. Required.
    :param datetime: Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param rent_period: Length of the rental period in days. One of ``1``, ``7``, ``30``. Deprecated.
    :param network_operator: Network operator to which the phone number belongs. Deprecated.
    :param sms: SMS capabilities of the number, as a list of strings. One of ``inbound``, ``outbound``. Deprecated.
    :param voice: Voice capabilities of the number, as a list of strings. Deprecated.
    :param min_rent: Minimum rental period of the number. May be ``None``. One of ``1``, ``7``, ``30``. Deprecated.
    :param max_rent: Longest period for which the number can be rented; may be ``None``. One of ``1``, ``7``, ``30``.
        Deprecated.
    :param rental_cost: Cost of renting the number, by period in days: ``_1``, ``_7`` and ``_30``. Deprecated.
    :param inbound_sms_cost: Price of receiving one SMS on the number. Deprecated.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental. A UUID. Example: ``"67c36a29-6fb3-4d46-bf03-c9a75684a211"``."""
    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental. A UUID. Example:
    ``"8b134d16-2369-463b-984c-002dafd2a71e"``."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that the rental covers. Example: ``"+46701740618"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example: ``"SE"``."""
    rent_start: datetime = field("rentStart", type=datetime, required=True)
    """When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_end: datetime = field("rentEnd", type=datetime, required=True)
    """When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_cost: float = field("rentCost", type=float, required=True)
    """Price charged for the number rental. Example: ``9.0``."""
    setup_cost: float = field("setupCost", type=float, required=True)
    """One-off setup charge for the first rental of the number, where one applies. Example: ``0.0``."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""
    approved: bool = field("approved", type=bool, required=True)
    """Registration outcome for numbers that need it: ``True`` once the number is approved, ``False`` while it is
    still being processed."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    rent_period: Literal[1, 7, 30] | None = field("rentPeriod", type=int, default=None, kw_only=True, enum=(1, 7, 30))
    """Length of the rental period in days. One of ``1``, ``7``, ``30``. Deprecated."""
    network_operator: str | None = field("networkOperator", default=None, kw_only=True)
    """Network operator to which the phone number belongs. Deprecated."""
    sms: list[str] | None = field("sms", type=[str], default=None, kw_only=True, enum=("inbound", "outbound"))
    """SMS capabilities of the number, as a list of strings. One of ``inbound``, ``outbound``. Deprecated."""
    voice: list[str] | None = field("voice", type=[str], default=None, kw_only=True)
    """Voice capabilities of the number, as a list of strings. Deprecated."""
    min_rent: Literal["1", "7", "30"] | None = field(
        "minRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Minimum rental period of the number. May be ``None``. One of ``1``, ``7``, ``30``. Deprecated."""
    max_rent: Literal["1", "7", "30"] | None = field(
        "maxRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Longest period for which the number can be rented; may be ``None``. One of ``1``, ``7``, ``30``. Deprecated."""
    rental_cost: RentalCost | None = field("rentalCost", type="rental_cost.RentalCost", default=None, kw_only=True)
    """Cost of renting the number, by period in days: ``_1``, ``_7`` and ``_30``. Deprecated."""
    inbound_sms_cost: float | None = field("inboundSmsCost", type=float, default=None, kw_only=True)
    """Price of receiving one SMS on the number. Deprecated."""
