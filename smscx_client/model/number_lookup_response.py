# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_number_lookup import DataNumberLookup


class NumberLookupResponse(Model):
    """The response of ``lookup_number``.

    :param data: Lookup result for the requested phone number. Required.
    """

    data: DataNumberLookup = field("data", type="data_number_lookup.DataNumberLookup", required=True)
    """Lookup result for the requested phone number."""
