# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataLookupCampaigns(Model):
    """A part of ``BulkLookupCampaignsResponse``.

    :param id: Identifies this bulk lookup campaign and no other. A UUID. Example:
        ``"5a628974-9698-467a-8db5-c1550da34146"``. Required.
    :param total_phone_numbers: How many phone numbers were sent in for lookup. Example: ``3``. Required.
    :param total_valid: How many of the phone numbers are valid. Example: ``3``. Required.
    :param total_cost: Overall amount charged for looking up all the phone numbers. Example: ``0.015``. Required.
    :param datetime_added: When the bulk lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Required.
    """

    id: str = field("id", type="uuid", required=True)
    """Identifies this bulk lookup campaign and no other. A UUID. Example:
    ``"5a628974-9698-467a-8db5-c1550da34146"``."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers were sent in for lookup. Example: ``3``."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid. Example: ``3``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall amount charged for looking up all the phone numbers. Example: ``0.015``."""
    datetime_added: datetime = field("datetimeAdded", type=datetime, required=True)
    """When the bulk lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
