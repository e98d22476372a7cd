# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client.model_utils import Model, field


class DataLookupCampaigns(Model):
    """A part of ``BulkLookupCampaignsResponse``."""

    id: str = field("id", type="uuid", required=True)
    """Identifies this bulk lookup campaign and no other."""
    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """How many phone numbers were sent in for lookup."""
    total_valid: int = field("totalValid", type=int, required=True)
    """How many of the phone numbers are valid."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall amount charged for looking up all the phone numbers."""
    datetime_added: datetime = field("datetimeAdded", type=datetime, required=True)
    """When the bulk lookup was requested, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
