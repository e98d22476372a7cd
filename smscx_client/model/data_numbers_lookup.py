# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataNumbersLookup(Model):
    """A part of ``NumbersLookupResponse``.

    :param phone_number: The number that this object is about, written in E.164 form. Example: ``"+31612469333"``.
        Required.
    :param country_iso: Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or
        ``IT``. 2 characters. Example: ``"NL"``. Required.
    :param cost: Amount charged for looking up the phone number. Example: ``0.005``. Required.
    :param lookup_id: Identifier that belongs to this lookup alone. A UUID. Example:
        ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``. Required.
    :param datetime: When the lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    """

    phone_number: str = field("phoneNumber", required=True)
    """The number that this object is about, written in E.164 form. Example: ``"+31612469333"``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2
    characters. Example: ``"NL"``."""
    cost: float = field("cost", type=float, required=True)
    """Amount charged for looking up the phone number. Example: ``0.005``."""
    lookup_id: str = field("lookupId", type="uuid", required=True)
    """Identifier that belongs to this lookup alone. A UUID. Example: ``"b55907cc-7d7b-406d-a86b-fbfa2ccd287f"``."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """When the lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
