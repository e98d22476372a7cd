# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_number_lookup import DataNumberLookup
    from smscx_client.model.info_lookup_details import InfoLookupDetails
    from smscx_client.model.paging import Paging


class NumbersBulkLookupResult(Model):
    """The response of ``get_bulk_lookup_status``.

    :param info: Totals, cost and identifier of the bulk lookup. Required.
    :param data: Lookup results, one entry per phone number. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoLookupDetails = field("info", type="info_lookup_details.InfoLookupDetails", required=True)
    """Totals, cost and identifier of the bulk lookup."""
    data: list[DataNumberLookup] = field("data", type=["data_number_lookup.DataNumberLookup"], required=True)
    """Lookup results, one entry per phone number."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
