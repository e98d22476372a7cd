# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rich_media import RichMedia


class DataTemplate(Model):
    """A part of ``TemplateDetailsResponse``."""

    id: int = field("id", type=int, required=True)
    """Numeric ID of the template."""
    name: str = field("name", required=True)
    """Name given to the template."""
    text: str = field("text", required=True)
    """Message text held in the template."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel to which the template applies."""
    type: str | None = field("type", required=True, nullable=True)
    """Message type of the template."""
    rich_media: RichMedia = field("richMedia", type="rich_media.RichMedia", required=True)
    """Rich media of the template: image, button caption and button target."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC."""
    approved: bool = field("approved", type=bool, required=True)
    """Whether the template has been approved."""
    locked: bool = field("locked", type=bool, required=True)
    """Whether editing is closed: ``true`` for a Viber or WhatsApp template that has been approved and so can no
    longer be changed."""
