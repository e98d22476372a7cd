# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_viber import DataViber
    from smscx_client.model.info_viber import InfoViber


class SendViberMessageResponse(Model):
    """The response of ``estimate_viber_message`` and ``send_viber_message``.

    :param info: Summary of the Viber send for the given recipients. Required.
    :param data: Viber messages, one entry per recipient. Required.
    """

    info: InfoViber = field("info", type="info_viber.InfoViber", required=True)
    """Summary of the Viber send for the given recipients."""
    data: list[DataViber] = field("data", type=["data_viber.DataViber"], required=True)
    """Viber messages, one entry per recipient."""
