"""Parsing of phone numbers, with the metadata of `phonenumbers` (never its geocoder)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone, tzinfo
from functools import cache, lru_cache
from typing import NamedTuple

import phonenumbers

__all__ = ["Number", "forget_many", "parse_number", "time_zone", "to_utc", "zone"]

_PATTERN = re.compile(r"\+?[0-9 ().\-/]{3,40}")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_NOT_GEOGRAPHIC = "001"
_FEW = 5000
"""How many numbers stay known."""


class Number(NamedTuple):
    """A valid phone number in E.164, and the ISO code of its country."""

    e164: str
    country: str


@lru_cache(maxsize=50_000)
def parse_number(text: str, country: str | None = None) -> Number | None:
    """Parse a phone number; returns None if it is not valid.

    `country` is the country of a number in national format. It is not needed for a number that starts with `+`, with 00
    or with the country code (the last two are assumed).
    """
    text = text.strip()
    if not _PATTERN.fullmatch(text):
        return None
    usual = _parse_e164(text)
    if usual:
        return usual
    for candidate, region in _candidates(text, country):
        try:
            number = phonenumbers.parse(candidate, region)
        except phonenumbers.NumberParseException:
            continue
        home = phonenumbers.region_code_for_number(number)
        if home and home != _NOT_GEOGRAPHIC and phonenumbers.is_valid_number_for_region(number, home):
            return Number(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), home)
    return None


class _Plan(NamedTuple):
    """The numbers of a calling code that belongs to one country: the pattern of each kind, by length."""

    country: str
    digits: int
    """The length of the calling code."""
    prefix: re.Pattern[str]
    """The start of a number that may need a change before it is valid."""
    patterns: dict[int, list[re.Pattern[str]]]


_KINDS = (
    *("mobile", "fixed_line", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan"),
    "voicemail",
)
"""The attributes of the metadata with the valid numbers of each kind."""


def _parse_e164(text: str) -> Number | None:
    """Parse a usual number in E.164, at a tenth of the cost; returns None if it takes the general way to find out."""
    if not _E164.fullmatch(text):
        return None
    plan = _plan_of(text[1:2]) or _plan_of(text[1:3]) or _plan_of(text[1:4])
    if plan is None:
        return None
    national = text[1 + plan.digits :]
    if plan.prefix.match(national):
        return None
    is_valid = any(pattern.fullmatch(national) for pattern in plan.patterns.get(len(national), ()))
    return Number(text, plan.country) if is_valid else None


@cache
def _plan_of(calling_code: str) -> _Plan | None:
    """The numbers of a calling code; None if it has no country or several."""
    countries = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(calling_code), ())
    if len(countries) != 1 or countries[0] == _NOT_GEOGRAPHIC:
        return None
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(countries[0])
    general = metadata.general_desc if metadata else None
    if metadata is None or general is None:
        return None
    patterns: dict[int, list[re.Pattern[str]]] = {}
    for kind in (getattr(metadata, name) for name in _KINDS):
        if kind is not None and kind.national_number_pattern:
            both = re.compile(f"(?=(?:{general.national_number_pattern})\\Z)(?:{kind.national_number_pattern})")
            for length in kind.possible_length or general.possible_length:
                if length in general.possible_length:
                    patterns.setdefault(length, []).append(both)
    prefix = "|".join(filter(None, ("0", metadata.national_prefix_for_parsing)))
    return _Plan(countries[0], len(calling_code), re.compile(prefix), patterns)


def forget_many() -> bool:
    """Forget the numbers that were parsed, as they need much memory; returns False if there are only a few."""
    if parse_number.cache_info().currsize <= _FEW:
        return False
    parse_number.cache_clear()
    time_zone.cache_clear()
    return True


def _candidates(text: str, country: str | None) -> Iterator[tuple[str, str | None]]:
    if text.startswith("+"):
        yield text, None
        return
    if country:
        yield text, country.upper()
    yield f"+{text[2:] if text.startswith('00') else text}", None


_MAIN_ZONES = {
    "AG": "America/Antigua",
    "AI": "America/Anguilla",
    "AS": "Pacific/Pago_Pago",
    "AU": "Australia/Sydney",
    "AX": "Europe/Mariehamn",
    "BB": "America/Barbados",
    "BM": "Atlantic/Bermuda",
    "BQ": "America/Kralendijk",
    "BR": "America/Sao_Paulo",
    "BS": "America/Nassau",
    "CA": "America/Toronto",
    "CC": "Indian/Cocos",
    "CD": "Africa/Kinshasa",
    "CW": "America/Curacao",
    "CX": "Indian/Christmas",
    "DM": "America/Dominica",
    "DO": "America/Santo_Domingo",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki",
    "GB": "Europe/London",
    "GD": "America/Grenada",
    "GG": "Europe/Guernsey",
    "GL": "America/Godthab",
    "GU": "Pacific/Guam",
    "ID": "Asia/Jakarta",
    "IE": "Europe/London",
    "IM": "Europe/Isle_of_Man",
    "IT": "Europe/Rome",
    "JE": "Europe/Jersey",
    "JM": "America/Jamaica",
    "KI": "Pacific/Tarawa",
    "KN": "America/St_Kitts",
    "KY": "America/Cayman",
    "KZ": "Asia/Almaty",
    "LC": "America/St_Lucia",
    "MN": "Asia/Ulaanbaatar",
    "MP": "Pacific/Saipan",
    "MS": "America/Montserrat",
    "MX": "America/Mexico_City",
    "NO": "Europe/Oslo",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PR": "America/Puerto_Rico",
    "PT": "Europe/Lisbon",
    "RE": "Indian/Reunion",
    "RU": "Europe/Moscow",
    "SJ": "Arctic/Longyearbyen",
    "SX": "America/Lower_Princes",
    "TC": "America/Grand_Turk",
    "TT": "America/Port_of_Spain",
    "US": "America/New_York",
    "VA": "Europe/Vatican",
    "VC": "America/St_Vincent",
    "VG": "America/Tortola",
    "VI": "America/St_Thomas",
    "YT": "Indian/Mayotte",
}
"""The zone where most people live, for countries with number ranges in several zones (assumed for these ranges).

Ireland: `phonenumbers` has Europe/London for it, which has the same time.
"""


@lru_cache(maxsize=50_000)
def time_zone(e164: str) -> str:
    """Return the IANA name of the time zone of a number; the country's main zone if its range is in several."""
    from phonenumbers.timezone import time_zones_for_number

    number = phonenumbers.parse(e164)
    zones = time_zones_for_number(number)
    main = _MAIN_ZONES.get(str(phonenumbers.region_code_for_number(number))) if len(zones) > 1 else None
    return main if main in zones else str(zones[0])


def to_utc(local: datetime, e164: str) -> datetime:
    """Convert the local time at a phone number to UTC."""
    return local.replace(tzinfo=zone(time_zone(e164))).astimezone(timezone.utc)


@lru_cache(maxsize=512)
def zone(name: str) -> tzinfo:
    """Return a time zone by its IANA name; UTC if unknown. dateutil has its own data where the system has none."""
    from dateutil import tz

    return tz.gettz(name) or timezone.utc
