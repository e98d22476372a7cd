# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_multichannel import DataMultichannel
    from smscx_client.model.info_multichannel import InfoMultichannel


class SendMultichannelMessageResponse(Model):
    """The response of ``estimate_multichannel_message`` and ``send_multichannel_message``.

    :param info: Summary of the Multichannel send. Required.
    :param data: Multichannel messages, one entry per recipient. Required.
    """

    info: InfoMultichannel = field("info", type="info_multichannel.InfoMultichannel", required=True)
    """Summary of the Multichannel send."""
    data: list[DataMultichannel] = field("data", type=["data_multichannel.DataMultichannel"], required=True)
    """Multichannel messages, one entry per recipient."""
