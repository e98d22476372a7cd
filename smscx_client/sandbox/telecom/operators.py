"""The operators of a country, as a price list names them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

__all__ = ["operators"]

_LARGEST = {
    "DE": ("O2", "T-Mobile", "Vodafone"),
    "NL": ("KPN", "T-Mobile", "Vodafone Libertel B.V."),
    "SE": ("Tele2 Sverige", "TeliaSonera", "Telenor Sverige"),
}
_COUNT = 3
_ANY = ("All networks",)


def operators(country: str) -> tuple[str, ...]:
    """Return the operators of a country: for most, the three with the most number ranges in `phonenumbers`."""
    return _LARGEST.get(country) or _by_ranges().get(country, _ANY)


@lru_cache(maxsize=1)
def _by_ranges() -> dict[str, tuple[str, ...]]:
    """Return the operators by country; number ranges identify only the first country of each country code."""
    from phonenumbers.carrierdata import CARRIER_DATA

    ranges: dict[str, Counter[str]] = {}
    for prefix, names in CARRIER_DATA.items():
        code = next((int(prefix[:size]) for size in (1, 2, 3) if int(prefix[:size]) in COUNTRY_CODE_TO_REGION_CODE), 0)
        if code and "en" in names:
            country = COUNTRY_CODE_TO_REGION_CODE[code][0]
            ranges.setdefault(country, Counter())[names["en"]] += 1
    return {country: tuple(sorted(name for name, _ in each.most_common(_COUNT))) for country, each in ranges.items()}
