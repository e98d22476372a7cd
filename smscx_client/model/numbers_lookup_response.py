# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_numbers_lookup import DataNumbersLookup
    from smscx_client.model.info_numbers_lookup import InfoNumbersLookup


class NumbersLookupResponse(Model):
    """The response of ``lookup_numbers``.

    :param info: Summary of the bulk lookup request: totals, cost, invalid numbers and bulk identifier. Required.
    :param data: Lookups created by the request, one entry per phone number. Required.
    """

    info: InfoNumbersLookup = field("info", type="info_numbers_lookup.InfoNumbersLookup", required=True)
    """Summary of the bulk lookup request: totals, cost, invalid numbers and bulk identifier."""
    data: list[DataNumbersLookup] = field("data", type=["data_numbers_lookup.DataNumbersLookup"], required=True)
    """Lookups created by the request, one entry per phone number."""
