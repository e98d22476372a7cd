# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoCancelRent(Model):
    """A part of ``CancelRentResponse``."""

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies the rental in force."""
    number_id: str = field("numberId", type="uuid", required=True)
    """Identifier assigned uniquely to the phone number for rental."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that the rental covers."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country as an ISO 3166-1 alpha-2 code, such as ``DE``, ``FR`` or ``IT``."""
    credit_returned: float = field("creditReturned", type=float, required=True)
    """Amount credited back to the account balance."""
