# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataShortlinkList(Model):
    """A part of ``ShortlinksListResponse``.

    :param id: ID that identifies the short link. Example: ``"Xk7Pq"``. Required.
    :param name: Name given to the short link. Example: ``"Autumn offers"``. Required.
    :param short_url: Shortened address, which forwards visitors to the long URL. Example:
        ``"https://s.example.com/Xk7Pq"``. Required.
    :param original_url: Full-length address that the short link leads to. Example:
        ``"https://example.com/autumn-offers"``. Required.
    :param hits: How many times the short link was opened. Example: ``2``. Required.
    :param date_created: When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-10-15 14:00:00"``. Required.
    """

    id: str = field("id", required=True)
    """ID that identifies the short link. Example: ``"Xk7Pq"``."""
    name: str = field("name", required=True)
    """Name given to the short link. Example: ``"Autumn offers"``."""
    short_url: str = field("shortUrl", required=True)
    """Shortened address, which forwards visitors to the long URL. Example: ``"https://s.example.com/Xk7Pq"``."""
    original_url: str = field("originalUrl", required=True)
    """Full-length address that the short link leads to. Example: ``"https://example.com/autumn-offers"``."""
    hits: int = field("hits", type=int, required=True)
    """How many times the short link was opened. Example: ``2``."""
    date_created: str = field("dateCreated", required=True)
    """When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-15
    14:00:00"``."""
