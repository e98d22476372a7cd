# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class OriginatorNewRequest(Model):
    """The body of ``create_originator``."""

    originator: str = field("originator", required=True, min_length=3, max_length=15, pattern="^[a-zA-Z0-9]+$")
    """Sender name to submit for approval."""
