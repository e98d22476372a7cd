# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_renew_number import InfoRenewNumber


class RenewNumberResponse(Model):
    """The response of ``renew_rent``.

    :param info: Details of the renewed rental. Required.
    """

    info: InfoRenewNumber = field("info", type="info_renew_number.InfoRenewNumber", required=True)
    """Details of the renewed rental."""
