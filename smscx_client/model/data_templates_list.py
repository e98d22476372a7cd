# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class DataTemplatesList(Model):
    """A part of ``TemplatesListResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric ID of the template."""
    name: str = field("name", required=True)
    """Name given to the template."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel to which the template applies."""
    text: str = field("text", required=True)
    """Message text held in the template."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    approved: bool = field("approved", type=bool, required=True)
    """Whether the template has been approved."""
