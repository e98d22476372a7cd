# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class Optouts(Model):
    """A part of ``Settings``."""

    optouts_callback: str | None = field("optoutsCallback", required=True, nullable=True)
    """Callback URL configured for opt-out events, or null when not set."""
