# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_delete_scheduled_campaign import InfoDeleteScheduledCampaign


class DeleteScheduledCampaign(Model):
    """The response of ``delete_scheduled_multichannel_campaign``, ``delete_scheduled_sms_campaign`` and
    ``delete_scheduled_viber_campaign``.

    :param info: Details of the scheduled campaign that was removed. Required.
    """

    info: InfoDeleteScheduledCampaign = field(
        "info", type="info_delete_scheduled_campaign.InfoDeleteScheduledCampaign", required=True
    )
    """Details of the scheduled campaign that was removed."""
