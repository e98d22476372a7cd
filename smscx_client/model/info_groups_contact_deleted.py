# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoGroupsContactDeleted(Model):
    """A part of ``DeleteContact``."""

    id: str = field("id", type="uuid", required=True)
    """ID of the phone number that was removed."""
    phone_number: str = field("phoneNumber", required=True)
    """E.164 number (international form) that was removed."""
    country_iso: str = field("countryIso", required=True)
    """Country of the removed phone number as an ISO 3166-1 alpha-2 code."""
