# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rent_cost import RentCost
    from smscx_client.model.rental_cost import RentalCost


class DataAvailableNumbersRent(Model):
    """A part of ``RentNumbersResponse``."""

    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental."""
    phone_number: str | None = field("phoneNumber", required=True, nullable=True)
    """Number on offer, in E.164 format; can be ``null`` where it will be picked at random from a pool."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """ISO 3166-1 alpha-2 code of the country the phone number belongs to."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on."""
    features: int = field("features", type=int, required=True)
    """Capabilities of the number, added together: ``1`` receives SMS (inbound), ``2`` sends SMS (outbound), ``4``
    voice."""
    number_type: Literal["mobile", "landline"] = field("numberType", required=True, enum=("mobile", "landline"))
    """Kind of phone number on offer."""
    inbound_sms_cost: float = field("inboundSmsCost", type=float, required=True)
    """Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free."""
    outbound_sms_cost: float | None = field("outboundSmsCost", type=float, required=True, nullable=True)
    """Price of each SMS sent from this number; ``null`` when outbound SMS is not among its features."""
    setup_cost: float = field("setupCost", type=float, required=True)
    """Setup charge paid once for renting the number, where one applies."""
    rent_cost: list[RentCost] = field("rentCost", type=["rent_cost.RentCost"], required=True)
    """Prices by rental period in days, one object per period: just 30 when the minimum rent is 30 days, or 1, 7 and
    30 when it is 1 day."""
    min_rent: Literal[1, 7, 30] = field("minRent", type=int, required=True, enum=(1, 7, 30))
    """Shortest period, in days, for which the number must be taken."""
    setup_time: Literal["instant", "delayed"] = field("setupTime", required=True, enum=("instant", "delayed"))
    """How soon the number can be used: ``instant`` means immediately, ``delayed`` means after a wait of 10 minutes
    to a few days."""
    registration: bool = field("registration", type=bool, required=True)
    """Whether the number has to be registered."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    inbound_sms_sender: bool | None = field("inboundSmsSender", type=bool, default=None, kw_only=True)
    """Whether SMS sent from an alphanumeric sender ID can reach this number."""
    sms: list[str] | None = field("sms", type=[str], default=None, kw_only=True, enum=("inbound", "outbound"))
    """SMS capabilities of the number, as a list of strings. Deprecated."""
    voice: list[str] | None = field("voice", type=[str], default=None, kw_only=True)
    """Voice capabilities of the number, as a list of strings. Deprecated."""
    max_rent: Literal["1", "7", "30"] | None = field(
        "maxRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Longest period for which the number can be rented; may be ``null``. Deprecated."""
    rental_cost: RentalCost | None = field("rentalCost", type="rental_cost.RentalCost", default=None, kw_only=True)
    """Cost of renting the number, by period in days: ``1``, ``7`` and ``30``. Deprecated."""
