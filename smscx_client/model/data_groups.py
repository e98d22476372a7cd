# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataGroups(Model):
    """A part of ``GroupsList``.

    :param id: Numeric identifier of the contact group. Example: ``4504``. Required.
    :param name: Name of the contact group. A name of up to 60 characters can be set; here it has at most 40. 3 to 40
        characters. Example: ``"Trial run"``. Required.
    :param total_phone_numbers: How many phone numbers the group contains. Example: ``2``. Required.
    :param total_cost: Combined price of one SMS sent to the whole group. Example: ``0.16``. Required.
    :param total_optouts: How many contacts of the group have opted out. Example: ``0``. Required.
    :param created_at: Creation time of the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the contact group. Example: ``4504``."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name of the contact group. A name of up to 60 characters can be set; here it has at most 40. 3 to 40
    characters. Example: ``"Trial run"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the group contains. Example: ``2``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Combined price of one SMS sent to the whole group. Example: ``0.16``."""
    total_optouts: int = field("totalOptouts", type=int, required=True)
    """How many contacts of the group have opted out. Example: ``0``."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """Creation time of the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
