# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_cancel_rent import InfoCancelRent


class CancelRentResponse(Model):
    """The response of ``cancel_rent``.

    :param info: Details of the cancelled rental, including the credit returned. Required.
    """

    info: InfoCancelRent = field("info", type="info_cancel_rent.InfoCancelRent", required=True)
    """Details of the cancelled rental, including the credit returned."""
