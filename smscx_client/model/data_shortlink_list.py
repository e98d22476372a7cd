# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataShortlinkList(Model):
    """A part of ``ShortlinksListResponse``."""

    id: str = field("id", required=True)
    """ID that identifies the short link."""
    name: str = field("name", required=True)
    """Name given to the short link."""
    short_url: str = field("shortUrl", required=True)
    """Shortened address, which forwards visitors to the long URL."""
    original_url: str = field("originalUrl", required=True)
    """Full-length address that the short link stands for."""
    hits: int = field("hits", type=int, required=True)
    """How many times the short link was opened."""
    date_created: str = field("dateCreated", required=True)
    """When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
