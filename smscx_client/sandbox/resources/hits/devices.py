"""The device of a visitor: parsed from a `User-Agent` header, or a sample where there is no header."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["SAMPLES", "Device", "parse_user_agent"]


class Device(NamedTuple):
    """What a hit records of a device; None for what is unknown."""

    device: str | None = None
    browser: str | None = None
    browser_version: str | None = None
    os: str | None = None
    os_version: str | None = None
    brand: str | None = None
    model: str | None = None
    screen_resolution: str | None = None


SAMPLES = (
    Device("mobile", "Chrome Mobile", "141.0", "Android", "16", "Samsung", "Galaxy S24", "360x780"),
    Device("mobile", "Mobile Safari", "26.0", "iOS", "26.0", "Apple", "iPhone", "390x844"),
    Device("tablet", "Chrome", "141.0", "Android", "15", "Lenovo", "Tab P12", "1472x920"),
    Device("desktop", "Firefox", "144.0", "Windows", "11", None, None, "1920x1080"),
)
"""Devices to choose from for a hit without a `User-Agent`."""

_RESOLUTIONS = {str(sample.device): sample.screen_resolution for sample in SAMPLES}
"""The screen resolution of a browser that does not report one, by kind of device (assumed)."""

_BROWSERS = (
    (r"Edg(?:e|A|iOS)?/([\d.]+)", "Edge"),
    (r"SamsungBrowser/([\d.]+)", "Samsung Internet"),
    (r"(?:Firefox|FxiOS)/([\d.]+)", "Firefox"),
    (r"(?:Chrome|CriOS)/([\d.]+) Mobile", "Chrome Mobile"),
    (r"(?:Chrome|CriOS)/([\d.]+)", "Chrome"),
    (r"Version/([\d.]+) Mobile/\S+ Safari", "Mobile Safari"),
    (r"Version/([\d.]+) Safari", "Safari"),
)
_SYSTEMS = (
    (r"Windows NT ([\d.]+)", "Windows"),
    (r"Android ([\d.]+)", "Android"),
    (r"(?:iPhone )?OS ([\d_]+) like Mac OS X", "iOS"),
    (r"Mac OS X ([\d_.]+)", "macOS"),
    (r"Linux()", "Linux"),
)
_TABLET = re.compile(r"iPad|Tablet|Android(?!.*Mobile)")
_MOBILE = re.compile(r"Mobile|iPhone")
_APPLE = re.compile(r"iPhone|iPad")
_OPENS_NO_PAGE = re.compile(r"curl|wget|bot|crawler|spider|python|okhttp|axios|java/|go-http", re.IGNORECASE)
"""Programs that fetch a link and do not run the page behind it: their hits have no update (assumed)."""


def parse_user_agent(user_agent: str) -> Device:
    """The device that a `User-Agent` header describes."""
    browser, browser_version = _first_match(_BROWSERS, user_agent)
    system, system_version = _first_match(_SYSTEMS, user_agent)
    device = "tablet" if _TABLET.search(user_agent) else "mobile" if _MOBILE.search(user_agent) else "desktop"
    apple = _APPLE.search(user_agent)
    brand, model = ("Apple", apple[0]) if apple else (None, None)
    resolution = None if _OPENS_NO_PAGE.search(user_agent) else _RESOLUTIONS[device]
    return Device(device, browser, browser_version, system, system_version, brand, model, resolution)


def _first_match(patterns: tuple[tuple[str, str], ...], user_agent: str) -> tuple[str | None, str | None]:
    """The name of the first pattern that matches, and the version number in the match."""
    for pattern, name in patterns:
        match = re.search(pattern, user_agent)
        if match:
            return name, match[1].replace("_", ".") or None
    return None, None
