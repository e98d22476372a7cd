# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataShortlinkDetail(Model):
    """A part of ``AttachmentDetailsResponse`` and ``ShortlinkDetailsResponse``."""

    hit_id: int = field("hitId", type=int, required=True)
    """Numeric identifier of the link hit."""
    device: Literal["mobile", "tablet", "desktop"] | None = field(
        "device", required=True, nullable=True, enum=("mobile", "tablet", "desktop")
    )
    """Device category used by the visitor."""
    browser: str | None = field("browser", required=True, nullable=True)
    """Browser with which the visitor opened the short link."""
    browser_version: str | None = field("browserVersion", required=True, nullable=True)
    """Release number of the visitor's browser."""
    os: str | None = field("os", required=True, nullable=True)
    """Visitor's operating system, for example Android, Windows or Linux."""
    os_version: str | None = field("osVersion", required=True, nullable=True)
    """Operating system version on the visitor's device."""
    brand: str | None = field("brand", required=True, nullable=True)
    """Manufacturer brand of the phone or tablet that opened the short link."""
    model: str | None = field("model", required=True, nullable=True)
    """Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8."""
    screen_resolution: str | None = field("screenResolution", required=True, nullable=True)
    """Screen resolution of the visitor's device."""
    accept_language: str | None = field("acceptLanguage", required=True, nullable=True)
    """Language preference (``Accept-Language``) announced by the visitor's browser."""
    referrer: str | None = field("referrer", required=True, nullable=True)
    """Referring page of the visit."""
    ip_address: str | None = field("ipAddress", required=True, nullable=True)
    """Visitor's IP address, anonymised by dropping its final byte, as in ``204.79.200.0``."""
    country_iso: str | None = field("countryIso", required=True, nullable=True)
    """Visitor's country as an ISO 3166-1 alpha-2 code."""
    city: str | None = field("city", required=True, nullable=True)
    """City from which the visitor opened the short link."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    phone_number: str | None = field("phoneNumber", default=None, kw_only=True, nullable=True)
    """Number of the visitor behind the hit."""
    phone_number_country_iso: str | None = field(
        "phoneNumberCountryIso", default=None, kw_only=True, nullable=True, min_length=2, max_length=2
    )
    """Country of the visitor's phone number as an ISO 3166-1 alpha-2 code, such as ``DE``, ``IT`` or ``FR``."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """ID of the campaign through which the contact reached the short link."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """ID of the group to which the contact belonged."""
