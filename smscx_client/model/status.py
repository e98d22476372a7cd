# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class Status(Model):
    """Message counts by delivery status for one campaign, present only if the request sets ``delivery_reports`` to
    ``true``."""

    accepted: int = field("accepted", type=int, required=True)
    """How many messages have the accepted status."""
    delivered: int = field("delivered", type=int, required=True)
    """How many messages have the delivered status."""
    failed: int = field("failed", type=int, required=True)
    """How many messages have the failed status."""
    scheduled: int = field("scheduled", type=int, required=True)
    """How many messages have the scheduled status."""
    no_coverage: int = field("noCoverage", type=int, required=True)
    """How many messages have the no coverage status."""
