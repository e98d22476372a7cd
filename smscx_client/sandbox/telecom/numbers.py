"""Phone numbers as people write them, judged by the metadata of `phonenumbers` (never its geocoder)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

import phonenumbers

__all__ = ["Number", "look_up", "time_zone", "to_utc", "zone"]

_WRITTEN = re.compile(r"\+?[0-9 ().\-/]{3,40}")
_NOT_GEOGRAPHIC = "001"


class Number(NamedTuple):
    """A valid phone number: in E.164, with the ISO code of its country."""

    e164: str
    country: str


@lru_cache(maxsize=50_000)
def look_up(text: str, country: str | None = None) -> Number | None:
    """The number that a text stands for, or None if it is not a valid one.

    `country` is where a number in national format belongs; it does not matter for one with a `+`, or with 00 or the
    country code in front (the last two are assumed).
    """
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        return None
    for written, region in _readings(text, country):
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        home = phonenumbers.region_code_for_number(number)
        if home and home != _NOT_GEOGRAPHIC and phonenumbers.is_valid_number_for_region(number, home):
            return Number(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), home)
    return None


def _readings(text: str, country: str | None) -> Iterator[tuple[str, str | None]]:
    if text.startswith("+"):
        yield text, None
        return
    if country:
        yield text, country.upper()
    yield f"+{text[2:] if text.startswith('00') else text}", None


@lru_cache(maxsize=50_000)
def time_zone(e164: str) -> str:
    """The IANA name of the first time zone in which a number is at home."""
    from phonenumbers.timezone import time_zones_for_number

    return str(time_zones_for_number(phonenumbers.parse(e164))[0])


def to_utc(local: datetime, e164: str) -> datetime:
    """The time in UTC at which a clock beside this phone shows `local`."""
    return local.replace(tzinfo=zone(time_zone(e164))).astimezone(timezone.utc)


@lru_cache(maxsize=512)
def zone(name: str) -> tzinfo:
    """A time zone by its IANA name: from dateutil, which has its own data where the system has none; else UTC."""
    from dateutil import tz

    return tz.gettz(name) or timezone.utc
