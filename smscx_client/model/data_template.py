# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.rich_media import RichMedia


class DataTemplate(Model):
    """A part of ``TemplateDetailsResponse``.

    :param id: Numeric ID of the template. Example: ``703``. Required.
    :param name: Name given to the template. Example: ``"Order on its way"``. Required.
    :param text: Message text held in the template. Required.
    :param channel: Messaging channel to which the template applies. One of ``sms``, ``viber``, ``whatsapp``. Required.
    :param type: Message type of the template. May be ``None``. Example: ``"transactional"``. Required.
    :param rich_media: Rich media of the template: image, button caption and button target. Required.
    :param created_at: When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-09-10 11:25:00"``. Required.
    :param approved: Whether the template has been approved. Always ``True`` for channel ``sms``. Required.
    :param locked: Whether editing is closed: ``True`` for a Viber or WhatsApp template that has been approved and so
        can no longer be changed. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric ID of the template. Example: ``703``."""
    name: str = field("name", required=True)
    """Name given to the template. Example: ``"Order on its way"``."""
    text: str = field("text", required=True)
    """Message text held in the template."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel to which the template applies. One of ``sms``, ``viber``, ``whatsapp``."""
    type: str | None = field("type", required=True, nullable=True)
    """Message type of the template. May be ``None``. Example: ``"transactional"``."""
    rich_media: RichMedia = field("richMedia", type="rich_media.RichMedia", required=True)
    """Rich media of the template: image, button caption and button target."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-09-10
    11:25:00"``."""
    approved: bool = field("approved", type=bool, required=True)
    """Whether the template has been approved. Always ``True`` for channel ``sms``."""
    locked: bool = field("locked", type=bool, required=True)
    """Whether editing is closed: ``True`` for a Viber or WhatsApp template that has been approved and so can no
    longer be changed."""
