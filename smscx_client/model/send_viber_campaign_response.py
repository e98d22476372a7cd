# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_viber import DataViber
    from smscx_client.model.info_viber_campaign import InfoViberCampaign


class SendViberCampaignResponse(Model):
    """The response of ``estimate_viber_campaign`` and ``send_viber_campaign``.

    :param info: Summary of the Viber campaign. Required.
    :param data: Viber messages, one entry per recipient. Required.
    """

    info: InfoViberCampaign = field("info", type="info_viber_campaign.InfoViberCampaign", required=True)
    """Summary of the Viber campaign."""
    data: list[DataViber] = field("data", type=["data_viber.DataViber"], required=True)
    """Viber messages, one entry per recipient."""
