# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoShortlinkNew(Model):
    """A part of ``ShortlinkNewResponse``.

    :param id: ID that identifies the short link. Example: ``"dZpRd"``. Required.
    :param name: Name given to the short link. Example: ``"Winter sale"``. Required.
    :param original_url: Full-length address that the short link leads to. Example:
        ``"https://example.com/winter-sale?utm_source=sms"``. Required.
    :param short_url: Shortened address, which forwards visitors to the long URL. Example:
        ``"https://s.example.com/dZpRd"``. Required.
    """

    id: str = field("id", required=True)
    """ID that identifies the short link. Example: ``"dZpRd"``."""
    name: str = field("name", required=True)
    """Name given to the short link. Example: ``"Winter sale"``."""
    original_url: str = field("originalUrl", required=True)
    """Full-length address that the short link leads to. Example:
    ``"https://example.com/winter-sale?utm_source=sms"``."""
    short_url: str = field("shortUrl", required=True)
    """Shortened address, which forwards visitors to the long URL. Example: ``"https://s.example.com/dZpRd"``."""
