"""Mobile networks: the network of a number's range, and its mobile network code (MNC)."""

from __future__ import annotations

from typing import NamedTuple

from .operators import operators

__all__ = ["Network", "networks", "operator"]

_CODES = {
    "AT": {"A1 TA": "01", "T-Mobile AT": "03", "Three": "05"},
    "AU": {"Telstra": "01", "Optus": "02", "Vodafone": "03"},
    "BE": {"Proximus": "01", "Telenet": "05"},
    "CH": {"Swisscom": "01", "Sunrise": "02", "Salt": "03"},
    "DE": {"T-Mobile": "01", "Vodafone": "02", "O2": "03"},
    "ES": {"Vodafone": "01", "Orange": "03", "Yoigo": "04", "Movistar": "07"},
    "FR": {"Orange France": "01", "SFR": "10", "Free Mobile": "15", "Bouygues": "20"},
    "GB": {"O2": "10", "Vodafone": "15", "Three": "20", "EE": "30"},
    "IT": {"TIM": "01", "Vodafone": "10", "WIND": "88"},
    "NL": {"Vodafone Libertel B.V.": "04", "KPN": "08", "T-Mobile": "16"},
    "PL": {"Plus": "01", "T-Mobile": "02", "Orange": "03", "Play": "06"},
    "SE": {"TeliaSonera": "01", "Tele2 Sverige": "07", "Telenor Sverige": "08"},
}
"""The codes of large networks; all other codes are invented."""


class Network(NamedTuple):
    """A network: the name of its operator, and its code."""

    name: str
    mnc: str

    @classmethod
    def of(cls, country: str, name: str) -> Network:
        """Return the network of an operator in a country."""
        return cls(name, _CODES.get(country, {}).get(name) or f"{1 + sum(name.encode()) % 98:02d}")


def networks(country: str) -> list[Network]:
    """Return the large networks of a country."""
    return [Network.of(country, name) for name in operators(country)]


def operator(e164: str) -> str | None:
    """Return the operator of a number's range; None if it is unknown, as in countries that publish no ranges."""
    from phonenumbers.carrierdata import CARRIER_DATA, CARRIER_LONGEST_PREFIX

    for end in range(CARRIER_LONGEST_PREFIX + 1, 1, -1):
        names = CARRIER_DATA.get(e164[1:end])
        if names:
            return names.get("en")
    return None
