# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client.model_utils import Model, field


class DataGroups(Model):
    """A part of ``GroupsList``."""

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the contact group."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name of the contact group."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the group contains."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Combined price of one SMS sent to the whole group."""
    total_optouts: int = field("totalOptouts", type=int, required=True)
    """How many contacts of the group have opted out."""
    created_at: datetime = field("createdAt", type=datetime, required=True)
    """Creation time of the group, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
