# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoGroups(Model):
    """A part of ``GroupDetailsResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric ID of the group."""
    name: str = field("name", required=True)
    """Name of the contact group."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the group contains."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of a single message to everyone in the group."""
    total_optouts: int = field("totalOptouts", type=int, required=True)
    """How many contacts of the group have opted out."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
