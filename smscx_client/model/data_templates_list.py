# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class DataTemplatesList(Model):
    """A part of ``TemplatesListResponse``.

    :param id: Numeric ID of the template. Example: ``706``. Required.
    :param name: Name given to the template. Example: ``"Spring sale"``. Required.
    :param channel: Messaging channel to which the template applies. One of ``sms``, ``viber``, ``whatsapp``. Required.
    :param text: Message text held in the template. Example: ``"Spring sale: 20% off all shoes until Saturday."``.
        Required.
    :param created_at: When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example:
        ``"2026-10-20 08:00:00"``. Required.
    :param approved: Whether the template has been approved. Always ``True`` for channel ``sms``. Required.
    """

    id: int = field("id", type=int, required=True)
    """Numeric ID of the template. Example: ``706``."""
    name: str = field("name", required=True)
    """Name given to the template. Example: ``"Spring sale"``."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel to which the template applies. One of ``sms``, ``viber``, ``whatsapp``."""
    text: str = field("text", required=True)
    """Message text held in the template. Example: ``"Spring sale: 20% off all shoes until Saturday."``."""
    created_at: str = field("createdAt", required=True)
    """When the application, template or group was created, as ``YYYY-MM-DD HH:MM:SS`` in UTC. Example: ``"2026-10-20
    08:00:00"``."""
    approved: bool = field("approved", type=bool, required=True)
    """Whether the template has been approved. Always ``True`` for channel ``sms``."""
