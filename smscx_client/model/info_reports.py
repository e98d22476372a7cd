# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoReports(Model):
    """A part of ``ReportsAdvancedResponse``."""

    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """Total number of phone numbers: those submitted to the opt-out list, or those covered by the report."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the messages in the report."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts in the report."""
