# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_sms import DataSms
    from smscx_client.model.info_campaign import InfoCampaign


class SendSmsCampaignResponse(Model):
    """The response of ``estimate_sms_campaign`` and ``send_sms_campaign``.

    :param info: Summary of the SMS campaign, including totals and cost. Required.
    :param data: SMS messages, one entry per recipient. Required.
    """

    info: InfoCampaign = field("info", type="info_campaign.InfoCampaign", required=True)
    """Summary of the SMS campaign, including totals and cost."""
    data: list[DataSms] = field("data", type=["data_sms.DataSms"], required=True)
    """SMS messages, one entry per recipient."""
