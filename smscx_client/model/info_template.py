# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class InfoTemplate(Model):
    """A part of ``TemplatesNewResponse``.

    :param id: Numeric ID of the template. Example: ``707``. Required.
    :param name: Name given to the template. Example: ``"Winter sale"``. Required.
    :param text: Message text held in the template. Example: ``"Winter sale: 30% off everything until Sunday."``.
        Required.
    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``,
        ``whatsapp``. Required.
    :param type: Template type, given for channels ``viber`` and ``whatsapp`` only. One of ``transactional``,
        ``promotional``.
    :param approved: Approval state of the template, given for channels ``viber`` and ``whatsapp`` only.
    """

    id: int = field("id", type=int, required=True)
    """Numeric ID of the template. Example: ``707``."""
    name: str = field("name", required=True)
    """Name given to the template. Example: ``"Winter sale"``."""
    text: str = field("text", required=True)
    """Message text held in the template. Example: ``"Winter sale: 30% off everything until Sunday."``."""
    channel: Literal["sms", "viber", "whatsapp"] = field("channel", required=True, enum=("sms", "viber", "whatsapp"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``sms``, ``viber``, ``whatsapp``."""
    type: Literal["transactional", "promotional"] | None = field(
        "type", default=None, kw_only=True, enum=("transactional", "promotional")
    )
    """Template type, given for channels ``viber`` and ``whatsapp`` only. One of ``transactional``, ``promotional``."""
    approved: bool | None = field("approved", type=bool, default=None, kw_only=True)
    """Approval state of the template, given for channels ``viber`` and ``whatsapp`` only."""
