# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_rent_status import InfoRentStatus


class GetRentStatusResponse(Model):
    """The response of ``get_rent_status``.

    :param info: Details and current state of the rental. Required.
    """

    info: InfoRentStatus = field("info", type="info_rent_status.InfoRentStatus", required=True)
    """Details and current state of the rental."""
