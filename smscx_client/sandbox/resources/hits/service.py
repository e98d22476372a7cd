"""Hits: visits to a short link or an attachment, with data about the visitor's browser and place.

The request for the link is the hit. One second later the opened page reports its screen resolution, which updates the
hit (assumed: the API names the events `hit` and `hit_update`, but does not say when each is sent).
"""

from __future__ import annotations

from ipaddress import ip_address as parse_ip
from ipaddress import ip_network
from typing import Any

from ...engine.exports import ToFile, read_in_steps
from ...engine.paging import page_of
from ...engine.registry import Success
from ...engine.steps import Steps
from ...state import scheduler, webhook_queue
from ...state.context import Context
from ...state.store import Row
from ...telecom.numbers import parse_number
from ..applications.service import callback
from ..links import service as links
from . import devices

__all__ = [
    "FIELDS",
    "count_hits",
    "delete_hits",
    "export_hits",
    "list_hits",
    "record_hit",
]

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
"""The fields of a hit in the order of exports, and the column of each."""

_RECIPIENT_FIELDS = ("phoneNumber", "phoneNumberCountryIso")
_NEVER_NULL = ("screenResolution", "acceptLanguage")
"""Fields that are an empty string in a callback if they are unknown; lists of hits have null there."""

_PLACES = {
    "AU": ("Sydney", "en-AU"),
    "DE": ("Berlin", "de-DE"),
    "FR": ("Lyon", "fr-FR"),
    "GB": ("Leeds", "en-GB"),
    "NL": ("Utrecht", "nl-NL"),
    "SE": ("Malmö", "sv-SE"),
    "US": ("Denver", "en-US"),
}
"""City and language of a visitor, by country."""

_PAGE_OPENED = "hit.page_opens"
_PAGE_LOAD_TIME = 1
"""Seconds from the request for a link until the page has opened."""

_IP_ADDRESSES = ("192.0.2.0", "198.51.100.0", "203.0.113.0")
"""From the networks reserved for documentation."""

_HITS = "SELECT * FROM hits WHERE kind = ? AND link_id = ?"


def record_hit(
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
    """Store a visit to a link and queue its callbacks, now and for the time when the page has opened.

    Returns the row of the table `hits` as it is now.

    `kind` is `links.SHORTLINK` or `links.ATTACHMENT`. `recipient` is the phone number, in E.164, of the recipient who
    opened the link; campaign and group default to those of the latest message to that number that contains the link.
    `links.resolve` finds all of these for a URL. The last byte of `ip_address` is not stored.

    Other arguments that are not given get random values: the device (unless `user_agent` is given) and the place (the
    country of the recipient, if there is one).
    """
    if recipient and campaign_id is None:
        message = links.message_with(context, links.url_of(context, link_id), recipient)
        if message:
            campaign_id, group_id = message["campaign_id"], message["group_id"]
    number = parse_number(recipient) if recipient else None
    home = number.country if number else None
    country_iso = country_iso or home or _choose(context, tuple(_PLACES))
    default_city, default_language = _PLACES.get(country_iso, (None, None))
    device = devices.parse_user_agent(user_agent) if user_agent else _choose(context, devices.SAMPLES)
    hit = {
        "kind": kind,
        "link_id": link_id,
        **device._asdict(),
        "screen_resolution": None,
        "accept_language": accept_language or default_language,
        "referrer": referrer,
        "ip_address": _anonymized(ip_address) if ip_address else _choose(context, _IP_ADDRESSES),
        "country_iso": country_iso,
        "city": city or default_city,
        "created_at": context.stamp(),
        "phone_number": recipient,
        "phone_number_country_iso": home,
        "campaign_id": campaign_id,
        "group_id": group_id,
    }
    context.store.insert("hits", [hit])
    row = context.store.one("SELECT * FROM hits ORDER BY id DESC LIMIT 1")
    assert row is not None
    _queue_callback(context, row, "hit")
    resolution = screen_resolution or device.screen_resolution
    if resolution:
        payload = {"hit": row["id"], "screenResolution": resolution}
        scheduler.schedule(context, _PAGE_OPENED, payload, context.clock.seconds() + _PAGE_LOAD_TIME)
    return row


def count_hits(context: Context, kind: str, link_id: str) -> int:
    """The number of hits on a link."""
    return context.store.count(f"{kind} {link_id}")


def list_hits(context: Context, parameters: dict[str, Any], kind: str, link_id: str) -> dict[str, Any]:
    """`data` and `paging` of the response that lists the hits on a link."""
    page = page_of(context, parameters, _HITS, kind, link_id)
    return {"data": [_hit_json(hit) for hit in page.rows], "paging": page.paging}


def export_hits(context: Context, kind: str, link_id: str, to_file: ToFile) -> Steps[Success]:
    """The hits on a link as a file, read in steps."""
    rows = yield from read_in_steps(context, _HITS, kind, link_id)
    return to_file(f"{kind}-{link_id}", list(FIELDS), map(_hit_json, rows))


def delete_hits(context: Context, kind: str, link_id: str) -> None:
    """Delete the hits on a link."""
    context.store.execute("DELETE FROM hits WHERE kind = ? AND link_id = ?", kind, link_id)


def _hit_json(hit: Row) -> dict[str, Any]:
    fields = {name: hit[column] for name, column in FIELDS.items()}
    return {**fields, "groupId": None if hit["group_id"] is None else str(hit["group_id"])}


@scheduler.on(_PAGE_OPENED)
def _page_opened(context: Context, at: float, payload: dict[str, Any]) -> None:
    """Add what only the page can report. The link, and the hit with it, may be deleted by now."""
    context.store.execute(
        "UPDATE hits SET screen_resolution = ? WHERE id = ?", payload["screenResolution"], payload["hit"]
    )
    row = context.store.one("SELECT * FROM hits WHERE id = ?", payload["hit"])
    if row:
        _queue_callback(context, row, "hit_update")


def _queue_callback(context: Context, hit: Row, event: str) -> None:
    """Queue `shortlink_hit` and the like: the hit with its URL; the phone number only if it is known."""
    fields = {name: value for name, value in _hit_json(hit).items() if name not in _RECIPIENT_FIELDS}
    if hit["phone_number"]:
        fields["phoneNumber"] = hit["phone_number"]
    fields.update((name, fields[name] or "") for name in _NEVER_NULL)
    item = {**fields, "shortlinkId": hit["link_id"], "url": links.url_of(context, hit["link_id"])}
    url = callback(context, f"{hit['kind']}s", f"{hit['kind']}sCallback")
    webhook_queue.notify(context, f"{hit['kind']}_{event}", url, [item])


def _choose(context: Context, choices: tuple[Any, ...]) -> Any:
    return choices[context.rng.number() % len(choices)]


def _anonymized(address: str) -> str:
    """An IP address with zero as its last byte."""
    return str(ip_network((address, parse_ip(address).max_prefixlen - 8), strict=False).network_address)
