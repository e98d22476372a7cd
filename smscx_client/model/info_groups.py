# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoGroups(Model):
    """A part of ``GroupDetailsResponse``.

    :param id: Numeric ID of the group. Example: ``4501``. Required.
    :param name: Name of the contact group. Example: ``"Customers"``. Required.
    :param total_phone_numbers: How many phone numbers the group contains. Example: ``4``. Required.
    :param total_cost: Overall price of a single message to everyone in the group. Example: ``0.235``. Required.
    :param total_optouts: How many contacts of the group have opted out. Example: ``1``. Required.
    :param created_at: When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-08-20 09:10:00"``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric ID of the group. Example: ``4501``."""
    name: str = field("name", required=True)
    """Name of the contact group. Example: ``"Customers"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers the group contains. Example: ``4``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of a single message to everyone in the group. Example: ``0.235``."""
    total_optouts: int = field("totalOptouts", type=int, required=True)
    """How many contacts of the group have opted out. Example: ``1``."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-08-20
    09:10:00"``."""
