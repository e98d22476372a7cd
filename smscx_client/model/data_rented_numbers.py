# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.inbound_sms import InboundSms
    from smscx_client.model.outbound_sms import OutboundSms
    from smscx_client.model.renew_cost import RenewCost
    from smscx_client.model.rental_cost import RentalCost


class DataRentedNumbers(Model):
    """A part of ``RentedNumbersResponse``.

    :param rent_id: ID that uniquely identifies this number rental. A UUID. Example:
        ``"db3fcf54-ec79-4812-bb92-30bd15901c51"``. Required.
    :param number_id: ID that uniquely identifies the number. A UUID. Example:
        ``"dc6692f0-1882-46e9-a4ec-843e65f15b36"``. Required.
    :param phone_number: The rented number, written in international E.164 form. Example: ``"+46701740677"``. Required.
    :param country_iso: Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example:
        ``"SE"``. Required.
    :param network_operator: Operator whose network the phone number is on. Example: ``"TeliaSonera"``. Required.
    :param features: Capabilities of the number, added together: ``_1`` receives SMS (inbound), ``2`` sends SMS
        (outbound), ``4`` voice. So ``_1`` is receive-only, ``2`` is send-only and ``3`` (1 + 2) does both. Required.
    :param number_type: Kind of phone number that is rented. One of ``mobile``, ``landline``. Required.
    :param rent_cost: Price of the rental for the period now running. Example: ``3.5``. Required.
    :param setup_cost: One-off setup charge taken when the number was first rented, where one applies. Example: ``0.0``.
        Required.
    :param rent_period: Length in days of the rental period now running. One of ``1``, ``7``, ``30``. Required.
    :param rent_start: When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param rent_end: When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``). Required.
    :param inbound_sms_cost: Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free.
        Example: ``0.0``. Required.
    :param outbound_sms_cost: Price of each SMS sent from this number; ``None`` when outbound SMS is not among its
        features. Example: ``0.055``. Required.
    :param renew_cost: Renewal prices, one object per available period. A number with a 30-day minimum rental has just
        one entry, for 30 days. Required.
    :param inbound_sms: Count and cost of the SMS received on the rented number. Required.
    :param outbound_sms: Count and cost of the SMS sent from the rented number. Required.
    :param min_rent: Shortest term, in days, for which the number may be rented or renewed. One of ``1``, ``7``, ``30``.
        Required.
    :param callback_url: Webhook address to which SMS arriving on the rented number are delivered. May be ``None``. A
        URL. Example: ``"https://example.com/webhooks/inbound"``. Required.
    :param auto_renew: Whether the rental renews by itself, for a term equal to the present subscription. Required.
    :param active_rent: Whether the rental is in force, meaning neither cancelled nor expired. Required.
    :param approved: Registration outcome for numbers that need it: ``True`` once the number is approved, ``False``
        while it is still being processed. Required.
    :param datetime: Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param inbound_sms_sender: Whether SMS sent from an alphanumeric sender ID can reach this number.
    :param sms: SMS capabilities of the number, as a list of strings. One of ``inbound``, ``outbound``. Deprecated.
    :param voice: Voice capabilities of the number, as a list of strings. Deprecated.
    :param max_rent: Longest period for which the number can be rented; may be ``None``. One of ``1``, ``7``, ``30``.
        Deprecated.
    :param rental_cost: Cost of renting the number, by period in days: ``_1``, ``_7`` and ``_30``. Deprecated.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental. A UUID. Example: ``"db3fcf54-ec79-4812-bb92-30bd15901c51"``."""
    number_id: str = field("numberId", type="uuid", required=True)
    """ID that uniquely identifies the number. A UUID. Example: ``"dc6692f0-1882-46e9-a4ec-843e65f15b36"``."""
    phone_number: str = field("phoneNumber", required=True)
    """The rented number, written in international E.164 form. Example: ``"+46701740677"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``. 2 characters. Example: ``"SE"``."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on. Example: ``"TeliaSonera"``."""
    features: int = field("features", type=int, required=True)
    """Capabilities of the number, added together: ``_1`` receives SMS (inbound), ``2`` sends SMS (outbound), ``4``
    voice. So ``_1`` is receive-only, ``2`` is send-only and ``3`` (1 + 2) does both."""
    number_type: Literal["mobile", "landline"] = field("numberType", required=True, enum=("mobile", "landline"))
    """Kind of phone number that is rented. One of ``mobile``, ``landline``."""
    rent_cost: float = field("rentCost", type=float, required=True)
    """Price of the rental for the period now running. Example: ``3.5``."""
    setup_cost: float = field("setupCost", type=float, required=True)
    """One-off setup charge taken when the number was first rented, where one applies. Example: ``0.0``."""
    rent_period: Literal[1, 7, 30] = field("rentPeriod", type=int, required=True, enum=(1, 7, 30))
    """Length in days of the rental period now running. One of ``1``, ``7``, ``30``."""
    rent_start: datetime = field("rentStart", type=datetime, required=True)
    """When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_end: datetime = field("rentEnd", type=datetime, required=True)
    """When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    inbound_sms_cost: float = field("inboundSmsCost", type=float, required=True)
    """Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free. Example: ``0.0``."""
    outbound_sms_cost: float | None = field("outboundSmsCost", type=float, required=True, nullable=True)
    """Price of each SMS sent from this number; ``None`` when outbound SMS is not among its features. Example:
    ``0.055``."""
    renew_cost: list[RenewCost] = field("renewCost", type=["renew_cost.RenewCost"], required=True)
    """Renewal prices, one object per available period. A number with a 30-day minimum rental has just one entry, for
    30 days."""
    inbound_sms: InboundSms = field("inboundSms", type="inbound_sms.InboundSms", required=True)
    """Count and cost of the SMS received on the rented number."""
    outbound_sms: OutboundSms = field("outboundSms", type="outbound_sms.OutboundSms", required=True)
    """Count and cost of the SMS sent from the rented number."""
    min_rent: Literal[1, 7, 30] = field("minRent", type=int, required=True, enum=(1, 7, 30))
    """Shortest term, in days, for which the number may be rented or renewed. One of ``1``, ``7``, ``30``."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address to which SMS arriving on the rented number are delivered. May be ``None``. A URL. Example:
    ``"https://example.com/webhooks/inbound"``."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    active_rent: bool = field("activeRent", type=bool, required=True)
    """Whether the rental is in force, meaning neither cancelled nor expired."""
    approved: bool = field("approved", type=bool, required=True)
    """Registration outcome for numbers that need it: ``True`` once the number is approved, ``False`` while it is
    still being processed."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    inbound_sms_sender: bool | None = field("inboundSmsSender", type=bool, default=None, kw_only=True)
    """Whether SMS sent from an alphanumeric sender ID can reach this number."""
    sms: list[str] | None = field("sms", type=[str], default=None, kw_only=True, enum=("inbound", "outbound"))
    """SMS capabilities of the number, as a list of strings. One of ``inbound``, ``outbound``. Deprecated."""
    voice: list[str] | None = field("voice", type=[str], default=None, kw_only=True)
    """Voice capabilities of the number, as a list of strings. Deprecated."""
    max_rent: Literal["1", "7", "30"] | None = field(
        "maxRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Longest period for which the number can be rented; may be ``None``. One of ``1``, ``7``, ``30``. Deprecated."""
    rental_cost: RentalCost | None = field("rentalCost", type="rental_cost.RentalCost", default=None, kw_only=True)
    """Cost of renting the number, by period in days: ``_1``, ``_7`` and ``_30``. Deprecated."""
