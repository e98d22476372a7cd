# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rental_cost import RentalCost


class InfoRentNumber(Model):
    """A part of ``RentNumberResponse``."""

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
    setup_cost: float = field("setupCost", type=float, required=True)
    """One-off setup charge for the first rental of the number, where one applies."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address for inbound SMS, that is, SMS arriving on the rented number."""
    approved: bool = field("approved", type=bool, required=True)
    """Registration outcome for numbers that need it: ``true`` once the number is approved, ``false`` while it is
    still being processed."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    rent_period: Literal[1, 7, 30] | None = field("rentPeriod", type=int, default=None, kw_only=True, enum=(1, 7, 30))
    """Length of the rental period in days. Deprecated."""
    network_operator: str | None = field("networkOperator", default=None, kw_only=True)
    """Network operator to which the phone number belongs. Deprecated."""
    sms: list[str] | None = field("sms", type=[str], default=None, kw_only=True, enum=("inbound", "outbound"))
    """SMS capabilities of the number, as a list of strings. Deprecated."""
    voice: list[str] | None = field("voice", type=[str], default=None, kw_only=True)
    """Voice capabilities of the number, as a list of strings. Deprecated."""
    min_rent: Literal["1", "7", "30"] | None = field(
        "minRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Minimum rental period of the number. Deprecated."""
    max_rent: Literal["1", "7", "30"] | None = field(
        "maxRent", default=None, kw_only=True, nullable=True, enum=("1", "7", "30")
    )
    """Longest period for which the number can be rented; may be ``null``. Deprecated."""
    rental_cost: RentalCost | None = field("rentalCost", type="rental_cost.RentalCost", default=None, kw_only=True)
    """Cost of renting the number, by period in days: ``1``, ``7`` and ``30``. Deprecated."""
    inbound_sms_cost: float | None = field("inboundSmsCost", type=float, default=None, kw_only=True)
    """Price of receiving one SMS on the number. Deprecated."""
