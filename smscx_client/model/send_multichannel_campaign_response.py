# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_multichannel import DataMultichannel
    from smscx_client.model.info_multichannel_campaign import InfoMultichannelCampaign


class SendMultichannelCampaignResponse(Model):
    """The response of ``estimate_multichannel_campaign`` and ``send_multichannel_campaign``.

    :param info: Summary of the Multichannel campaign. Required.
    :param data: Multichannel messages, one entry per recipient. Required.
    """

    info: InfoMultichannelCampaign = field(
        "info", type="info_multichannel_campaign.InfoMultichannelCampaign", required=True
    )
    """Summary of the Multichannel campaign."""
    data: list[DataMultichannel] = field("data", type=["data_multichannel.DataMultichannel"], required=True)
    """Multichannel messages, one entry per recipient."""
