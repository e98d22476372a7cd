# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_rented_numbers import DataRentedNumbers


class RentedNumbersResponse(Model):
    """The response of ``get_rented_numbers``.

    :param data: Phone numbers rented by the account. Required.
    """

    data: list[DataRentedNumbers] = field("data", type=["data_rented_numbers.DataRentedNumbers"], required=True)
    """Phone numbers rented by the account."""
