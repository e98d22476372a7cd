# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataShortlinkHit(Model):
    """One short link hit in a callback event. A single callback request carries at most 200 of these objects.

    :param hit_id: Numeric identifier of the link hit. Required.
    :param shortlink_id: ID of the short link that was opened. Required.
    :param url: Web address visitors open to follow the short link. A URL. Required.
    :param device: Device category used by the visitor. May be ``None``. One of ``mobile``, ``tablet``, ``desktop``.
        Required.
    :param browser: Browser with which the visitor opened the short link. May be ``None``. Required.
    :param browser_version: Release number of the visitor's browser. May be ``None``. Required.
    :param os: Visitor's operating system, for example Android, Windows or Linux. May be ``None``. Required.
    :param os_version: Operating system version on the visitor's device. May be ``None``. Required.
    :param brand: Manufacturer brand of the phone or tablet that opened the short link. May be ``None``. Required.
    :param model: Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8. May be ``None``.
        Required.
    :param screen_resolution: Screen resolution of the visitor's device. Required.
    :param accept_language: Language preference (``Accept-Language``) announced by the visitor's browser. Required.
    :param referrer: Referring page of the visit. May be ``None``. Required.
    :param ip_address: Visitor's IP address, anonymised by setting its last byte to 0, as in ``204.79.200.0``. May be
        ``None``. Required.
    :param country_iso: Visitor's country as an ISO 3166-1 alpha-2 code. May be ``None``. Required.
    :param city: City from which the visitor opened the short link. May be ``None``. Required.
    :param datetime: When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    :param phone_number: Number of the visitor behind the hit. Only known, and then never ``None``, when the message was
        sent with short link tracking on.
    :param campaign_id: ID of the campaign that led the contact to visit. Never ``None`` when short link tracking was
        on. A UUID.
    :param group_id: ID of the group that holds the contact. Never ``None`` when short link tracking was on.
    """

    hit_id: int = field("hitId", type=int, required=True)
    """Numeric identifier of the link hit."""
    shortlink_id: str = field("shortlinkId", required=True)
    """ID of the short link that was opened."""
    url: str = field("url", required=True)
    """Web address visitors open to follow the short link. A URL."""
    device: Literal["mobile", "tablet", "desktop"] = field(
        "device", required=True, enum=("mobile", "tablet", "desktop")
    )
    """Device category used by the visitor. May be ``None``. One of ``mobile``, ``tablet``, ``desktop``."""
    browser: str = field("browser", required=True)
    """Browser with which the visitor opened the short link. May be ``None``."""
    browser_version: str = field("browserVersion", required=True)
    """Release number of the visitor's browser. May be ``None``."""
    os: str = field("os", required=True)
    """Visitor's operating system, for example Android, Windows or Linux. May be ``None``."""
    os_version: str = field("osVersion", required=True)
    """Operating system version on the visitor's device. May be ``None``."""
    brand: str = field("brand", required=True)
    """Manufacturer brand of the phone or tablet that opened the short link. May be ``None``."""
    model: str = field("model", required=True)
    """Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8. May be ``None``."""
    screen_resolution: str = field("screenResolution", required=True)
    """Screen resolution of the visitor's device."""
    accept_language: str = field("acceptLanguage", required=True)
    """Language preference (``Accept-Language``) announced by the visitor's browser."""
    referrer: str | None = field("referrer", required=True, nullable=True)
    """Referring page of the visit. May be ``None``."""
    ip_address: str = field("ipAddress", required=True)
    """Visitor's IP address, anonymised by setting its last byte to 0, as in ``204.79.200.0``. May be ``None``."""
    country_iso: str = field("countryIso", required=True)
    """Visitor's country as an ISO 3166-1 alpha-2 code. May be ``None``."""
    city: str = field("city", required=True)
    """City from which the visitor opened the short link. May be ``None``."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    phone_number: str | None = field("phoneNumber", default=None, kw_only=True)
    """Number of the visitor behind the hit. Only known, and then never ``None``, when the message was sent with
    short link tracking on."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """ID of the campaign that led the contact to visit. Never ``None`` when short link tracking was on. A UUID."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """ID of the group that holds the contact. Never ``None`` when short link tracking was on."""
