# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class InfoShortlinkNew(Model):
    """A part of ``ShortlinkNewResponse``."""

    id: str = field("id", required=True)
    """ID that identifies the short link."""
    name: str = field("name", required=True)
    """Name given to the short link."""
    original_url: str = field("originalUrl", required=True)
    """Full-length address that the short link stands for."""
    short_url: str = field("shortUrl", required=True)
    """Shortened address, which forwards visitors to the long URL."""
