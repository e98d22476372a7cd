# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_sms import DataSms
    from smscx_client.model.info import Info


class SendSmsMessageResponse(Model):
    """The response of ``estimate_sms`` and ``send_sms``.

    :param info: Summary of the SMS send, including totals and cost. Required.
    :param data: SMS messages, one entry per recipient. Required.
    """

    info: Info = field("info", type="info.Info", required=True)
    """Summary of the SMS send, including totals and cost."""
    data: list[DataSms] = field("data", type=["data_sms.DataSms"], required=True)
    """SMS messages, one entry per recipient."""
