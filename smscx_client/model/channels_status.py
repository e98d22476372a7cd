# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import Model, field


class ChannelsStatus(Model):
    """The response of ``get_channels_status``."""

    sms: bool = field("sms", type=bool, required=True)
    """Whether the SMS channel is active: ``true`` for active, ``false`` for inactive."""
    viber: bool = field("viber", type=bool, required=True)
    """Whether the Viber channel is active: ``true`` for active, ``false`` for inactive."""
    whatsapp: bool = field("whatsapp", type=bool, required=True)
    """Whether the WhatsApp channel is active: ``true`` for active, ``false`` for inactive."""
    multichannel: bool = field("multichannel", type=bool, required=True)
    """Whether the multichannel channel is active: ``true`` for active, ``false`` for inactive."""
