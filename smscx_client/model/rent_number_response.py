# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_rent_number import InfoRentNumber


class RentNumberResponse(Model):
    """The response of ``rent_number``.

    :param info: Details of the new rental, including its period and cost. Required.
    """

    info: InfoRentNumber = field("info", type="info_rent_number.InfoRentNumber", required=True)
    """Details of the new rental, including its period and cost."""
