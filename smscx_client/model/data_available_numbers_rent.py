# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rent_cost import RentCost
    from smscx_client.model.rental_cost import RentalCost


class DataAvailableNumbersRent(Model):
    """A part of ``RentNumbersResponse``.

    :param number_id: Identifier assigned uniquely to the phone number for rental. A UUID. Example:
        ``"8b134d16-2369-463b-984c-002dafd2a71e"``. Required.
    :param phone_number: Number on offer, in E.164 format; can be ``None`` where it will be picked at random from a
        pool. Example: ``"+46701740618"``. Required.
    :param country_iso: ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example:
        ``"SE"``. Required.
    :param network_operator: Operator whose network the phone number is on. Example: ``"TeliaSonera"``. Required.
    :param features: Capabilities of the number, added together: ``_1`` receives SMS (inbound), ``2`` sends SMS
        (outbound), ``4`` voice. So ``_1`` is receive-only, ``2`` is send-only and ``3`` (1 + 2) does both. Required.
    :param number_type: Kind of phone number on offer. One of ``mobile``, ``landline``. Required.
    :param inbound_sms_cost: Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free.
        Example: ``0.0``. Required.
    :param outbound_sms_cost: Price of each SMS sent from this number; ``None`` when outbound SMS is not among its
        features. Example: ``0.055``. Required.
    :param setup_cost: Setup charge paid once for renting the number, where one applies. Example: ``0.0``. Required.
    :param rent_cost: Prices by rental period in days, one object per period: just 30 when the minimum rent is 30 days,
        or 1, 7 and 30 when it is 1 day. Required.
    :param min_rent: Shortest period, in days, for which the number must be taken. One of ``1``, ``7``, ``30``.
        Required.
    :param setup_time: How soon the number can be used: ``instant`` means immediately, ``delayed`` means after a wait of
        10 minutes to a few days. One of ``instant``, ``delayed``. Required.
    :param registration: Whether the number has to be registered. Required.
    :param datetime: Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param inbound_sms_sender: Whether SMS sent from an alphanumeric sender ID can reach this number.
    :param sms: SMS capabilities of the number, as a list of strings. One of ``inbound``, ``outbound``. Deprecated.
    :param voice: Voice capabilities of the number, as a list of strings. Deprecated.
    :param max_rent: Longest period for which the number can be rented; may be ``None``. One of ``1``, ``7``, ``30``.
        Deprecated.
    :param rental_cost: Cost of renting the number, by period in days: ``_1``, ``_7`` and ``_30``. Deprecated.
    """

    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental. A UUID. Example:
    ``"8b134d16-2369-463b-984c-002dafd2a71e"``."""
    phone_number: str | None = field("phoneNumber", required=True, nullable=True)
    """Number on offer, in E.164 format; can be ``None`` where it will be picked at random from a pool. Example:
    ``"+46701740618"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to. 2 characters. Example: ``"SE"``."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on. Example: ``"TeliaSonera"``."""
    features: int = field("features", type=int, required=True)
    """Capabilities of the number, added together: ``_1`` receives SMS (inbound), ``2`` sends SMS (outbound), ``4``
    voice. So ``_1`` is receive-only, ``2`` is send-only and ``3`` (1 + 2) does both."""
    number_type: Literal["mobile", "landline"] = field("numberType", required=True, enum=("mobile", "landline"))
    """Kind of phone number on offer. One of ``mobile``, ``landline``."""
    inbound_sms_cost: float = field("inboundSmsCost", type=float, required=True)
    """Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free. Example: ``0.0``."""
    outbound_sms_cost: float | None = field("outboundSmsCost", type=float, required=True, nullable=True)
    """Price of each SMS sent from this number; ``None`` when outbound SMS is not among its features. Example:
    ``0.055``."""
    setup_cost: float = field("setupCost", type=float, required=True)
    """Setup charge paid once for renting the number, where one applies. Example: ``0.0``."""
    rent_cost: list[RentCost] = field("rentCost", type=["rent_cost.RentCost"], required=True)
    """Prices by rental period in days, one object per period: just 30 when the minimum rent is 30 days, or 1, 7 and
    30 when it is 1 day."""
    min_rent: Literal[1, 7, 30] = field("minRent", type=int, required=True, enum=(1, 7, 30))
    """Shortest period, in days, for which the number must be taken. One of ``1``, ``7``, ``30``."""
    setup_time: Literal["instant", "delayed"] = field("setupTime", required=True, enum=("instant", "delayed"))
    """How soon the number can be used: ``instant`` means immediately, ``delayed`` means after a wait of 10 minutes
    to a few days. One of ``instant``, ``delayed``."""
    registration: bool = field("registration", type=bool, required=True)
    """Whether the number has to be registered."""
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
