# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoNewGroup(Model):
    """A part of ``NewGroupResponse``."""

    id: int = field("id", type=int, required=True)
    """ID given to the newly created group."""
    name: str = field("name", required=True, min_length=3, max_length=40)
    """Name given to the group just created."""
