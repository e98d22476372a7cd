# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class DataAttachment(Model):
    """A part of ``AttachmentListResponse``."""

    id: str = field("id", required=True)
    """Unique identifier of the attachment, group contact or opt-out that the object describes."""
    name: str = field("name", required=True)
    """Name of the application, group or attachment that the object describes."""
    short_url: str = field("shortUrl", required=True)
    """Short URL that points to the attachment."""
    file_url: str = field("fileUrl", required=True)
    """URL of the attached file itself."""
    file_type: str = field("fileType", required=True)
    """File type of the attachment."""
    hits: int = field("hits", type=int, required=True)
    """Number of hits the attachment has received."""
    date_created: str = field("dateCreated", required=True)
    """When the attachment or short link was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
