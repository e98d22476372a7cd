# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_available_numbers_rent import DataAvailableNumbersRent


class RentNumbersResponse(Model):
    """The response of ``get_available_numbers``.

    :param data: Phone numbers that can be rented. Required.
    """

    data: list[DataAvailableNumbersRent] = field(
        "data", type=["data_available_numbers_rent.DataAvailableNumbersRent"], required=True
    )
    """Phone numbers that can be rented."""
