# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoGroupsContactDeleted(Model):
    """A part of ``DeleteContact``.

    :param id: ID of the phone number that was removed. A UUID. Example: ``"3efe467f-3966-40b4-91f7-fccefccaef4f"``.
        Required.
    :param phone_number: E.164 number (international form) that was removed. Example: ``"+14155550132"``. Required.
    :param country_iso: Country of the removed phone number as an ISO 3166-1 alpha-2 code. Example: ``"US"``. Required.
    """

    id: str = field("id", type="uuid", required=True)
    """ID of the phone number that was removed. A UUID. Example: ``"3efe467f-3966-40b4-91f7-fccefccaef4f"``."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that was removed. Example: ``"+14155550132"``."""
    country_iso: str = field("countryIso", required=True)
    """Country of the removed phone number as an ISO 3166-1 alpha-2 code. Example: ``"US"``."""
