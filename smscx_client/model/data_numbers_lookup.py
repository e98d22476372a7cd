# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client.model_utils import Model, field


class DataNumbersLookup(Model):
    """A part of ``NumbersLookupResponse``."""

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for looking up the phone number."""
    lookup_id: str = field("lookupId", type="uuid", required=True)
    """Identifier that belongs to this lookup alone."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """When the lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
