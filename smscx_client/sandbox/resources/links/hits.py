"""Hits: visits to a short link or an attachment, with what a visitor's browser tells of itself.

A request for the link is the hit; the page that opens tells the size of its screen a second later, which updates the
hit (assumed: the API names the events of both, and does not say what comes when).
"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import Any, NamedTuple

from ...state import scheduler, webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import parse_number
from ..applications.service import callback
from . import service as links

__all__ = ["ATTACHMENT", "FIELDS", "SHORTLINK", "record", "shown"]

SHORTLINK = "shortlink"
ATTACHMENT = "attachment"

FIELDS = {
    "hitId": "id",
    "device": "device",
    "browser": "browser",
    "browserVersion": "browser_version",
    "os": "os",
    "osVersion": "os_version",
    "brand": "brand",
    "model": "model",
    "screenResolution": "screen_resolution",
    "acceptLanguage": "accept_language",
    "referrer": "referrer",
    "ipAddress": "ip_address",
    "countryIso": "country_iso",
    "city": "city",
    "datetime": "created_at",
    "phoneNumber": "phone_number",
    "phoneNumberCountryIso": "phone_number_country_iso",
    "campaignId": "campaign_id",
    "groupId": "group_id",
}
"""The fields of a hit, in the order in which exports have them, and the column of each."""

_TRACKED = ("phoneNumber", "phoneNumberCountryIso")
_NEVER_NULL = ("screenResolution", "acceptLanguage")
"""Fields that are a text in a callback even if nobody has told them; in a list of hits they are null then."""

_PLACES = {
    "AU": ("Sydney", "en-AU"),
    "DE": ("Berlin", "de-DE"),
    "FR": ("Lyon", "fr-FR"),
    "GB": ("Leeds", "en-GB"),
    "NL": ("Utrecht", "nl-NL"),
    "SE": ("Malmö", "sv-SE"),
    "US": ("Denver", "en-US"),
}
"""Where visitors come from: city and language of each country."""

_PAGE_OPENS = "hit.page_opens"
_PAGE_TAKES = 1
"""Seconds from the request for a link until the page has opened."""

_ADDRESSES = ("192.0.2.0", "198.51.100.0", "203.0.113.0")
"""Of the networks that are set aside for documentation."""


class _Device(NamedTuple):
    device: str | None = None
    browser: str | None = None
    browser_version: str | None = None
    os: str | None = None
    os_version: str | None = None
    brand: str | None = None
    model: str | None = None
    screen_resolution: str | None = None


_DEVICES = (
    _Device("mobile", "Chrome Mobile", "141.0", "Android", "16", "Samsung", "Galaxy S24", "360x780"),
    _Device("mobile", "Mobile Safari", "26.0", "iOS", "26.0", "Apple", "iPhone", "390x844"),
    _Device("tablet", "Chrome", "141.0", "Android", "15", "Lenovo", "Tab P12", "1472x920"),
    _Device("desktop", "Firefox", "144.0", "Windows", "11", None, None, "1920x1080"),
)
"""What visitors have where nothing is told of them."""

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


def record(
    context: Context,
    kind: str,
    link_id: str,
    recipient: str | None = None,
    *,
    campaign_id: str | None = None,
    group_id: int | None = None,
    user_agent: str | None = None,
    screen_resolution: str | None = None,
    accept_language: str | None = None,
    referrer: str | None = None,
    ip_address: str | None = None,
    country_iso: str | None = None,
    city: str | None = None,
) -> Row:
    """Keep a visit to a link and tell the application's callback of it, now and when the page has opened.

    Returns the row in the table `hits` as it is now.

    `kind` is `SHORTLINK` or `ATTACHMENT`. With `recipient`, in E.164, the visit is that of one recipient; campaign and
    group, if not given, are those of the latest message to that number with the link in it. Whatever else is not given
    is drawn by chance: a device, unless there is a `user_agent` to read, and a place, which is the recipient's country
    if there is one. `ip_address` is kept without its last byte. `links.resolve` tells kind, id, recipient, campaign and
    group of an address.
    """
    if recipient and campaign_id is None:
        message = links.sent_to(context, links.url_of(context, link_id), recipient)
        if message:
            campaign_id, group_id = message["campaign_id"], message["group_id"]
    number = parse_number(recipient) if recipient else None
    home = number.country if number else None
    country_iso = country_iso or home or _draw(context, tuple(_PLACES))
    usual_city, usual_language = _PLACES.get(country_iso, (None, None))
    device = _read(user_agent) if user_agent else _draw(context, _DEVICES)
    hit = {
        "kind": kind,
        "link_id": link_id,
        **device._asdict(),
        "screen_resolution": None,
        "accept_language": accept_language or usual_language,
        "referrer": referrer,
        "ip_address": _anonymous(ip_address) if ip_address else _draw(context, _ADDRESSES),
        "country_iso": country_iso,
        "city": city or usual_city,
        "created_at": context.stamp(),
        "phone_number": recipient,
        "phone_number_country_iso": home,
        "campaign_id": campaign_id,
        "group_id": group_id,
    }
    context.store.insert("hits", [hit])
    row = context.store.one("SELECT * FROM hits ORDER BY id DESC LIMIT 1")
    assert row is not None
    _tell(context, row, "hit")
    told_by_page = screen_resolution or device.screen_resolution
    if told_by_page:
        payload = {"hit": row["id"], "screenResolution": told_by_page}
        scheduler.schedule(context, _PAGE_OPENS, payload, context.clock.seconds() + _PAGE_TAKES)
    return row


def shown(hit: Row) -> dict[str, Any]:
    """A hit as the API shows it."""
    fields = {name: hit[column] for name, column in FIELDS.items()}
    return {**fields, "groupId": None if hit["group_id"] is None else str(hit["group_id"])}


@scheduler.on(_PAGE_OPENS)
def _page_opens(context: Context, at: float, payload: dict[str, Any]) -> None:
    """Add what only a page can tell; the link, and the hit with it, may be gone by now."""
    context.store.execute(
        "UPDATE hits SET screen_resolution = ? WHERE id = ?", payload["screenResolution"], payload["hit"]
    )
    row = context.store.one("SELECT * FROM hits WHERE id = ?", payload["hit"])
    if row:
        _tell(context, row, "hit_update")


def _tell(context: Context, hit: Row, what: str) -> None:
    """Queue an event such as `shortlink_hit`: a hit with its address; the number only where it is known."""
    fields = {name: value for name, value in shown(hit).items() if name not in _TRACKED}
    if hit["phone_number"]:
        fields["phoneNumber"] = hit["phone_number"]
    fields.update((name, fields[name] or "") for name in _NEVER_NULL)
    item = {**fields, "shortlinkId": hit["link_id"], "url": links.url_of(context, hit["link_id"])}
    url = callback(context, f"{hit['kind']}s", f"{hit['kind']}sCallback")
    webhook_queue.notify(context, f"{hit['kind']}_{what}", url, [item])


def _draw(context: Context, choices: tuple[Any, ...]) -> Any:
    return choices[context.rng.number() % len(choices)]


def _anonymous(address: str) -> str:
    """An IP address with its last byte zero."""
    return str(ip_network((address, ip_address(address).max_prefixlen - 8), strict=False).network_address)


def _read(user_agent: str) -> _Device:
    """What a `User-Agent` header tells; all that it does not tell is None."""
    browser, browser_version = _first(_BROWSERS, user_agent)
    system, system_version = _first(_SYSTEMS, user_agent)
    device = "tablet" if _TABLET.search(user_agent) else "mobile" if _MOBILE.search(user_agent) else "desktop"
    apple = _APPLE.search(user_agent)
    brand, model = ("Apple", apple[0]) if apple else (None, None)
    return _Device(device, browser, browser_version, system, system_version, brand, model)


def _first(patterns: tuple[tuple[str, str], ...], user_agent: str) -> tuple[str | None, str | None]:
    """The name of the first pattern that is found, and the version that it finds."""
    for pattern, name in patterns:
        found = re.search(pattern, user_agent)
        if found:
            return name, found[1].replace("_", ".") or None
    return None, None
