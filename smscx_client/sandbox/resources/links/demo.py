"""Hits on links, as the examples show them."""

from __future__ import annotations

from typing import Any

from ...engine.examples import at
from ...state.context import Context
from ...state.store import Row

__all__ = ["rows_of"]


def rows_of(context: Context, kind: str, operation_id: str) -> list[Row]:
    """Rows of the table `hits` from the example of the operation that lists them."""
    example = context.spec.operations[operation_id].response_example
    return [_row(context, kind, example["info"]["id"], shown) for shown in reversed(example["data"])]


def _row(context: Context, kind: str, link_id: str, shown: dict[str, Any]) -> Row:
    return {
        "id": shown["hitId"],
        "kind": kind,
        "link_id": link_id,
        "device": shown["device"],
        "browser": shown["browser"],
        "browser_version": shown["browserVersion"],
        "os": shown["os"],
        "os_version": shown["osVersion"],
        "brand": shown["brand"],
        "model": shown["model"],
        "screen_resolution": shown["screenResolution"],
        "accept_language": shown["acceptLanguage"],
        "referrer": shown["referrer"],
        "ip_address": shown["ipAddress"],
        "country_iso": shown["countryIso"],
        "city": shown["city"],
        "created_at": at(context, shown["datetime"]),
        "phone_number": shown["phoneNumber"],
        "phone_number_country_iso": shown["phoneNumberCountryIso"],
        "campaign_id": shown["campaignId"],
        "group_id": shown["groupId"],
    }
