# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Alerts(Model):
    """Described by the API, used by no operation.

    :param phone_numbers: Count of phone numbers in the group or report entry. Required.
    :param parts: Number of message parts counted in this report entry. Required.
    :param cost_parts: Cost of the message parts counted in this report entry. Required.
    """

    phone_numbers: int = field("phoneNumbers", type=int, required=True)
    """Count of phone numbers in the group or report entry."""
    parts: int = field("parts", type=int, required=True)
    """Number of message parts counted in this report entry."""
    cost_parts: float = field("costParts", type=float, required=True)
    """Cost of the message parts counted in this report entry."""
