# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoOriginator(Model):
    """A part of ``OriginatorNewResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric identifier of the sender name."""
    originator: str = field("originator", required=True, min_length=3, max_length=15, pattern="^[a-zA-Z0-9]+$")
    """Originator (sender name) put forward for approval."""
