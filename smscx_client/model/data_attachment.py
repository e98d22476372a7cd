# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class DataAttachment(Model):
    """A part of ``AttachmentListResponse``.

    :param id: Unique identifier of the attachment, group contact or opt-out that the object describes. Example:
        ``"RytK2"``. Required.
    :param name: Name of the application, group or attachment that the object describes. Example: ``"Price list"``.
        Required.
    :param short_url: Short URL that points to the attachment. Example: ``"https://s.example.com/RytK2"``. Required.
    :param file_url: URL of the attached file itself. Example: ``"https://files.example.com/RytK2/price-list.pdf"``.
        Required.
    :param file_type: File type of the attachment. Example: ``"pdf"``. Required.
    :param hits: Number of hits the attachment has received. Example: ``2``. Required.
    :param date_created: When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-09-14 08:30:00"``. Required.
    """

    id: str = field("id", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes. Example: ``"RytK2"``."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes. Example: ``"Price list"``."""
    short_url: str = field("shortUrl", required=True)
    """Short URL that points to the attachment. Example: ``"https://s.example.com/RytK2"``."""
    file_url: str = field("fileUrl", required=True)
    """URL of the attached file itself. Example: ``"https://files.example.com/RytK2/price-list.pdf"``."""
    file_type: str = field("fileType", required=True)
    """File type of the attachment. Example: ``"pdf"``."""
    hits: int = field("hits", type=int, required=True)
    """Number of hits the attachment has received. Example: ``2``."""
    date_created: str = field("dateCreated", required=True)
    """When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-09-14
    08:30:00"``."""
