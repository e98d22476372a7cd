# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class TwoWay(Model):
    """Two-way messaging data of the originator: its country, the kind of number and when the subscription expires.
    Empty object when two-way messaging is not active.

    :param type: What kind of number carries SMS in both directions: a VLN (Virtual Local Number), Short code or 10DLC
        (10 Digits Long Code). One of ``VLN``, ``SHORT_CODE``, ``10DLC``. Required.
    :param country_iso: Country in which two-way messaging will be used, as an ISO 3166-1 alpha-2 code. 2 characters.
        Example: ``"SE"``. Required.
    :param expire_date: When the subscription of the two-way number ends, in UTC. ``YYYY-MM-DD HH:MM:SS``, UTC.
        Required.
    """

    type: Literal["VLN", "SHORT_CODE", "10DLC"] = field("type", required=True, enum=("VLN", "SHORT_CODE", "10DLC"))
    """What kind of number carries SMS in both directions: a VLN (Virtual Local Number), Short code or 10DLC (10
    Digits Long Code). One of ``VLN``, ``SHORT_CODE``, ``10DLC``."""
    country_iso: str = field("countryIso", required=True, min_length=2, max_length=2)
    """Country in which two-way messaging will be used, as an ISO 3166-1 alpha-2 code. 2 characters. Example:
    ``"SE"``."""
    expire_date: datetime = field("expireDate", type=datetime, required=True)
    """When the subscription of the two-way number ends, in UTC. ``YYYY-MM-DD HH:MM:SS``, UTC."""
