# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class Shortlinks(Model):
    """A part of ``Settings``.

    :param shortlinks_callback: Callback URL configured for short link events, or ``None`` when not set. Example:
        ``"https://example.com/webhooks/shortlinks"``. Required.
    """

    shortlinks_callback: str | None = field("shortlinksCallback", required=True, nullable=True)
    """Callback URL configured for short link events, or ``None`` when not set. Example:
    ``"https://example.com/webhooks/shortlinks"``."""
