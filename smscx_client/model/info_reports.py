# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoReports(Model):
    """A part of ``ReportsAdvancedResponse``.

    :param total_phone_numbers: Total number of phone numbers: those submitted to the opt-out list, or those covered by
        the report. Example: ``2``. Required.
    :param total_cost: Overall price of the messages in the report. Example: ``0.15``. Required.
    :param total_parts: Sum of the message parts in the report. Example: ``2``. Required.
    """

    total_phone_numbers: int = field("totalPhoneNumbers", type=int, required=True)
    """Total number of phone numbers: those submitted to the opt-out list, or those covered by the report. Example:
    ``2``."""
    total_cost: float = field("totalCost", type=float, required=True)
    """Overall price of the messages in the report. Example: ``0.15``."""
    total_parts: int = field("totalParts", type=int, required=True)
    """Sum of the message parts in the report. Example: ``2``."""
