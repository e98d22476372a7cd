# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_delete_scheduled_msg import InfoDeleteScheduledMsg


class DeleteScheduledMsg(Model):
    """The response of ``delete_scheduled_multichannel_message``, ``delete_scheduled_sms``,
    ``delete_scheduled_viber_message`` and others.

    :param info: Details of the scheduled message that was removed. Required.
    """

    info: InfoDeleteScheduledMsg = field("info", type="info_delete_scheduled_msg.InfoDeleteScheduledMsg", required=True)
    """Details of the scheduled message that was removed."""
