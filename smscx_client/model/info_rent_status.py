# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.inbound_sms import InboundSms
    from smscx_client.model.outbound_sms import OutboundSms
    from smscx_client.model.renew_cost import RenewCost


class InfoRentStatus(Model):
    """A part of ``GetRentStatusResponse``."""

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental."""
    number_id: str = field("numberId", type="uuid", required=True)
    """ID that uniquely identifies the number."""
    phone_number: str = field("phoneNumber", required=True)
    """The rented number, written in international E.164 form."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``."""
    network_operator: str = field("networkOperator", required=True)
    """Operator whose network the phone number is on."""
    features: int = field("features", type=int, required=True)
    """Capabilities of the number, added together: ``1`` receives SMS (inbound), ``2`` sends SMS (outbound), ``4``
    voice."""
    number_type: Literal["mobile", "landline"] = field("numberType", required=True, enum=("mobile", "landline"))
    """Kind of phone number that is rented."""
    rent_cost: float = field("rentCost", type=float, required=True)
    """Price of the rental for the period now running."""
    setup_cost: float = field("setupCost", type=float, required=True)
    """One-off setup charge taken when the number was first rented, where one applies."""
    rent_period: Literal[1, 7, 30] = field("rentPeriod", type=int, required=True, enum=(1, 7, 30))
    """Length in days of the rental period now running."""
    rent_start: datetime = field("rentStart", type=datetime, required=True)
    """When the rental period begins, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    rent_end: datetime = field("rentEnd", type=datetime, required=True)
    """When the rental period finishes, in UTC (``YYYY-MM-DD HH:MM:SS``)."""
    inbound_sms_cost: float = field("inboundSmsCost", type=float, required=True)
    """Price of each SMS received on this number; usually ``0``, as inbound SMS is mostly free."""
    outbound_sms_cost: float | None = field("outboundSmsCost", type=float, required=True, nullable=True)
    """Price of each SMS sent from this number; ``null`` when outbound SMS is not among its features."""
    renew_cost: list[RenewCost] = field("renewCost", type=["renew_cost.RenewCost"], required=True)
    """Renewal prices, one object per available period."""
    inbound_sms: InboundSms = field("inboundSms", type="inbound_sms.InboundSms", required=True)
    """Count and cost of the SMS received on the rented number."""
    outbound_sms: OutboundSms = field("outboundSms", type="outbound_sms.OutboundSms", required=True)
    """Count and cost of the SMS sent from the rented number."""
    min_rent: Literal[1, 7, 30] = field("minRent", type=int, required=True, enum=(1, 7, 30))
    """Shortest term, in days, for which the number may be rented or renewed."""
    callback_url: str | None = field("callbackUrl", required=True, nullable=True)
    """Webhook address that is sent every inbound SMS of the rented number."""
    auto_renew: bool = field("autoRenew", type=bool, required=True)
    """Whether the rental renews by itself, for a term equal to the present subscription."""
    active_rent: bool = field("activeRent", type=bool, required=True)
    """Whether the rental is in force, meaning neither cancelled nor expired."""
    approved: bool = field("approved", type=bool, required=True)
    """Registration outcome for numbers that need it: ``true`` once the number is approved, ``false`` while it is
    still being processed."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """Date and time of this number or rental entry, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    inbound_sms_sender: bool | None = field("inboundSmsSender", type=bool, default=None, kw_only=True)
    """Whether SMS sent from an alphanumeric sender ID can reach this number."""
