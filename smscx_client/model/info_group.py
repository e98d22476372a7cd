# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoGroup(Model):
    """A part of ``GroupResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric ID of the group."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name given to the group."""
