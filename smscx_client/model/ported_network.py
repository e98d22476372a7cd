# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class PortedNetwork(Model):
    """A part of ``DataNumberLookup`` and ``DataNumberLookupWebhook``.

    :param name: Operator that runs this network, by name; may be ``None``. Example: ``"O2"``. Required.
    :param mnc: MNC (mobile network code) of this network; may be ``None``. Example: ``"03"``. Required.
    """

    name: str | None = field("name", required=True, nullable=True)
    """Operator that runs this network, by name; may be ``None``. Example: ``"O2"``."""
    mnc: str | None = field("mnc", required=True, nullable=True)
    """MNC (mobile network code) of this network; may be ``None``. Example: ``"03"``."""
