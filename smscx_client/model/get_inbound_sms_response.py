# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_receive_sms import DataReceiveSms
    from smscx_client.model.info_inbound_sms import InfoInboundSms
    from smscx_client.model.paging import Paging


class GetInboundSMSResponse(Model):
    """The response of ``get_inbound_sms``.

    :param info: Details of the rental the inbound SMS belong to. Required.
    :param data: Inbound SMS, ordered from latest to earliest. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoInboundSms = field("info", type="info_inbound_sms.InfoInboundSms", required=True)
    """Details of the rental the inbound SMS belong to."""
    data: list[DataReceiveSms] = field("data", type=["data_receive_sms.DataReceiveSms"], required=True)
    """Inbound SMS, ordered from latest to earliest."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
