# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class Strategy(Model):
    """A part of ``SendMultichannelCampaignRequest``, ``SendMultichannelCampaignRequestEstimate``,
    ``SendMultichannelMessageRequest`` and others.

    :param channel: Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``viber``, ``whatsapp``,
        ``sms``. Required.
    :param template_id: ID of the template to send on ``viber`` or ``whatsapp``; it has to be an approved one. Example:
        ``701``.
    :param text: Message body sent when the strategy falls back to SMS. Example: ``"This Friday our shop is open until
        21:00. See you there!"``.
    """

    channel: Literal["viber", "whatsapp", "sms"] = field("channel", required=True, enum=("viber", "whatsapp", "sms"))
    """Messaging channel that is used, such as SMS, Viber or WhatsApp. One of ``viber``, ``whatsapp``, ``sms``."""
    template_id: int | None = field("templateId", type=int, default=None, kw_only=True)
    """ID of the template to send on ``viber`` or ``whatsapp``; it has to be an approved one. Example: ``701``."""
    text: str | None = field("text", default=None, kw_only=True)
    """Message body sent when the strategy falls back to SMS. Example: ``"This Friday our shop is open until 21:00.
    See you there!"``."""

    if TYPE_CHECKING:

        def __init__(
            self,
            channel: Literal["viber", "whatsapp", "sms"],
            *,
            template_id: int | None = None,
            text: str | None = None,
        ) -> None: ...
