# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Delivered(Model):
    """A part of ``DataSummaryDelivery``.

    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    """

    parts: int = field("parts", type=int, required=True)
    """Number of message parts counted in this report entry."""
    cost_parts: float = field("costParts", type=float, required=True)
    """Cost of the message parts counted in this report entry."""
