# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_whatsapp import DataWhatsapp
    from smscx_client.model.info_whatsapp import InfoWhatsapp


class SendWhatsappMessageResponse(Model):
    """The response of ``estimate_whatsapp_message`` and ``send_whatsapp_message``.

    :param info: Summary of the WhatsApp send for the given recipients. Required.
    :param data: WhatsApp messages, one entry per recipient. Required.
    """

    info: InfoWhatsapp = field("info", type="info_whatsapp.InfoWhatsapp", required=True)
    """Summary of the WhatsApp send for the given recipients."""
    data: list[DataWhatsapp] = field("data", type=["data_whatsapp.DataWhatsapp"], required=True)
    """WhatsApp messages, one entry per recipient."""
