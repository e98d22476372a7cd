# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class ChannelsStatus(Model):
    """The response of ``get_channels_status``.

    :param sms: Whether the SMS channel is active: ``True`` for active, ``False`` for inactive. Required.
    :param viber: Whether the Viber channel is active: ``True`` for active, ``False`` for inactive. Required.
    :param whatsapp: Whether the WhatsApp channel is active: ``True`` for active, ``False`` for inactive. Required.
    :param multichannel: Whether the multichannel channel is active: ``True`` for active, ``False`` for inactive.
        Required.
    """

    sms: bool = field("sms", type=bool, required=True)
    """Whether the SMS channel is active: ``True`` for active, ``False`` for inactive."""
    viber: bool = field("viber", type=bool, required=True)
    """Whether the Viber channel is active: ``True`` for active, ``False`` for inactive."""
    whatsapp: bool = field("whatsapp", type=bool, required=True)
    """Whether the WhatsApp channel is active: ``True`` for active, ``False`` for inactive."""
    multichannel: bool = field("multichannel", type=bool, required=True)
    """Whether the multichannel channel is active: ``True`` for active, ``False`` for inactive."""
