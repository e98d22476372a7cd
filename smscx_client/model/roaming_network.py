# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class RoamingNetwork(Model):
    """A part of ``DataNumberLookup`` and ``DataNumberLookupWebhook``.

    :param country_iso: Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or
        ``IT``. 2 characters. Required.
    :param country_name: Country in which the phone number is currently roaming, by name; may be ``None``. Required.
    :param mcc: MCC (mobile country code) of the roaming network; may be ``None``. Required.
    :param mnc: MNC (mobile network code) of this network; may be ``None``. Required.
    :param name: Network on which the phone number is roaming, by name; may be ``None``. Required.
    """

    country_iso: str | None = field("countryIso", required=True, nullable=True, min_length=2, max_length=2)
    """Country of the phone number or network, as an ISO 3166-1 alpha-2 code such as ``DE``, ``FR`` or ``IT``. 2
    characters."""
    country_name: str | None = field("countryName", required=True, nullable=True)
    """Country in which the phone number is currently roaming, by name; may be ``None``."""
    mcc: str | None = field("mcc", required=True, nullable=True)
    """MCC (mobile country code) of the roaming network; may be ``None``."""
    mnc: str | None = field("mnc", required=True, nullable=True)
    """MNC (mobile network code) of this network; may be ``None``."""
    name: str | None = field("name", required=True, nullable=True)
    """Network on which the phone number is roaming, by name; may be ``None``."""
