# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Optouts(Model):
    """A part of ``Settings``.

    :param optouts_callback: Callback URL configured for opt-out events, or ``None`` when not set. Example:
        ``"https://example.com/webhooks/optouts"``. Required.
    """

    optouts_callback: str | None = field("optoutsCallback", required=True, nullable=True)
    """Callback URL configured for opt-out events, or ``None`` when not set. Example:
    ``"https://example.com/webhooks/optouts"``."""
