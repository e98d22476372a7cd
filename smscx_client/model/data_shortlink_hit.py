# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataShortlinkHit(Model):
    """One short link hit in a callback event. A single callback request carries at most 200 of these objects."""

    hit_id: int = field("hitId", type=int, required=True)
    """Numeric identifier of the link hit."""
    shortlink_id: str = field("shortlinkId", required=True)
    """ID of the short link that was opened."""
    url: str = field("url", required=True)
    """Web address visitors open to follow the short link."""
    device: Literal["mobile", "tablet", "desktop"] = field(
        "device", required=True, enum=("mobile", "tablet", "desktop")
    )
    """Device category used by the visitor."""
    browser: str = field("browser", required=True)
    """Browser with which the visitor opened the short link."""
    browser_version: str = field("browserVersion", required=True)
    """Release number of the visitor's browser."""
    os: str = field("os", required=True)
    """Visitor's operating system, for example Android, Windows or Linux."""
    os_version: str = field("osVersion", required=True)
    """Operating system version on the visitor's device."""
    brand: str = field("brand", required=True)
    """Manufacturer brand of the phone or tablet that opened the short link."""
    model: str = field("model", required=True)
    """Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8."""
    screen_resolution: str = field("screenResolution", required=True)
    """Screen resolution of the visitor's device."""
    accept_language: str = field("acceptLanguage", required=True)
    """Language preference (``Accept-Language``) announced by the visitor's browser."""
    referrer: str | None = field("referrer", required=True, nullable=True)
    """Referring page of the visit."""
    ip_address: str = field("ipAddress", required=True)
    """Visitor's IP address, anonymised by dropping its final byte, as in ``204.79.200.0``."""
    country_iso: str = field("countryIso", required=True)
    """Visitor's country as an ISO 3166-1 alpha-2 code."""
    city: str = field("city", required=True)
    """City from which the visitor opened the short link."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    phone_number: str | None = field("phoneNumber", default=None, kw_only=True)
    """Number of the visitor behind the hit."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """ID of the campaign that led the contact to visit."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """ID of the group that holds the contact."""
