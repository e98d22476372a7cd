# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataShortlinkDetail(Model):
    """A part of ``AttachmentDetailsResponse`` and ``ShortlinkDetailsResponse``.

    :param hit_id: Numeric identifier of the link hit. Example: ``88341``. Required.
    :param device: Device category used by the visitor. May be ``None``. One of ``mobile``, ``tablet``, ``desktop``.
        Required.
    :param browser: Browser with which the visitor opened the short link. May be ``None``. Example: ``"Mobile Safari"``.
        Required.
    :param browser_version: Release number of the visitor's browser. May be ``None``. Example: ``"26.0"``. Required.
    :param os: Visitor's operating system, for example Android, Windows or Linux. May be ``None``. Example: ``"iOS"``.
        Required.
    :param os_version: Operating system version on the visitor's device. May be ``None``. Example: ``"26.0"``. Required.
    :param brand: Manufacturer brand of the phone or tablet that opened the short link. May be ``None``. Example:
        ``"Apple"``. Required.
    :param model: Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8. May be ``None``.
        Example: ``"iPhone"``. Required.
    :param screen_resolution: Screen resolution of the visitor's device. May be ``None``. Example: ``"390x844"``.
        Required.
    :param accept_language: Language preference (``Accept-Language``) announced by the visitor's browser. May be
        ``None``. Example: ``"nl-NL"``. Required.
    :param referrer: Referring page of the visit. May be ``None``. Required.
    :param ip_address: Visitor's IP address, anonymised by setting its last byte to 0, as in ``204.79.200.0``. May be
        ``None``. Example: ``"198.51.100.0"``. Required.
    :param country_iso: Visitor's country as an ISO 3166-1 alpha-2 code. May be ``None``. Example: ``"NL"``. Required.
    :param city: City from which the visitor opened the short link. May be ``None``. Example: ``"Amsterdam"``. Required.
    :param datetime: When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-24 16:02:05"``.
        Required.
    :param phone_number: Number of the visitor behind the hit. Only known, and then never ``None``, when the message was
        sent with short link tracking on. Example: ``"+4915228817386"``.
    :param phone_number_country_iso: Country of the visitor's phone number as an ISO 3166-1 alpha-2 code, such as
        ``DE``, ``IT`` or ``FR``. May be ``None``. 2 characters.
    :param campaign_id: ID of the campaign through which the contact reached the short link. Never ``None`` when short
        link tracking was on. A UUID. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``.
    :param group_id: ID of the group to which the contact belonged. Never ``None`` when short link tracking was on.
        Example: ``"4501"``.
    """

    hit_id: int = field("hitId", type=int, required=True)
    """Numeric identifier of the link hit. Example: ``88341``."""
    device: Literal["mobile", "tablet", "desktop"] | None = field(
        "device", required=True, nullable=True, enum=("mobile", "tablet", "desktop")
    )
    """Device category used by the visitor. May be ``None``. One of ``mobile``, ``tablet``, ``desktop``."""
    browser: str | None = field("browser", required=True, nullable=True)
    """Browser with which the visitor opened the short link. May be ``None``. Example: ``"Mobile Safari"``."""
    browser_version: str | None = field("browserVersion", required=True, nullable=True)
    """Release number of the visitor's browser. May be ``None``. Example: ``"26.0"``."""
    os: str | None = field("os", required=True, nullable=True)
    """Visitor's operating system, for example Android, Windows or Linux. May be ``None``. Example: ``"iOS"``."""
    os_version: str | None = field("osVersion", required=True, nullable=True)
    """Operating system version on the visitor's device. May be ``None``. Example: ``"26.0"``."""
    brand: str | None = field("brand", required=True, nullable=True)
    """Manufacturer brand of the phone or tablet that opened the short link. May be ``None``. Example: ``"Apple"``."""
    model: str | None = field("model", required=True, nullable=True)
    """Phone or tablet model that opened the short link, for example P30 Pro or Galaxy S8. May be ``None``. Example:
    ``"iPhone"``."""
    screen_resolution: str | None = field("screenResolution", required=True, nullable=True)
    """Screen resolution of the visitor's device. May be ``None``. Example: ``"390x844"``."""
    accept_language: str | None = field("acceptLanguage", required=True, nullable=True)
    """Language preference (``Accept-Language``) announced by the visitor's browser. May be ``None``. Example:
    ``"nl-NL"``."""
    referrer: str | None = field("referrer", required=True, nullable=True)
    """Referring page of the visit. May be ``None``."""
    ip_address: str | None = field("ipAddress", required=True, nullable=True)
    """Visitor's IP address, anonymised by setting its last byte to 0, as in ``204.79.200.0``. May be ``None``.
    Example: ``"198.51.100.0"``."""
    country_iso: str | None = field("countryIso", required=True, nullable=True)
    """Visitor's country as an ISO 3166-1 alpha-2 code. May be ``None``. Example: ``"NL"``."""
    city: str | None = field("city", required=True, nullable=True)
    """City from which the visitor opened the short link. May be ``None``. Example: ``"Amsterdam"``."""
    datetime: str = field("datetime", required=True)
    """When the event took place, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-24 16:02:05"``."""
    phone_number: str | None = field("phoneNumber", default=None, kw_only=True, nullable=True)
    """Number of the visitor behind the hit. Only known, and then never ``None``, when the message was sent with
    short link tracking on. Example: ``"+4915228817386"``."""
    phone_number_country_iso: str | None = field(
        "phoneNumberCountryIso", default=None, kw_only=True, nullable=True, min_length=2, max_length=2
    )
    """Country of the visitor's phone number as an ISO 3166-1 alpha-2 code, such as ``DE``, ``IT`` or ``FR``. May be
    ``None``. 2 characters."""
    campaign_id: str | None = field("campaignId", type="uuid", default=None, kw_only=True, nullable=True)
    """ID of the campaign through which the contact reached the short link. Never ``None`` when short link tracking
    was on. A UUID. Example: ``"5e55d750-189d-4861-bd9a-5d6516d9f108"``."""
    group_id: str | None = field("groupId", default=None, kw_only=True, nullable=True)
    """ID of the group to which the contact belonged. Never ``None`` when short link tracking was on. Example:
    ``"4501"``."""
