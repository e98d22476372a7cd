# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_lookup_campaigns import DataLookupCampaigns
    from smscx_client.model.paging import Paging


class BulkLookupCampaignsResponse(Model):
    """The response of ``get_bulk_lookup_campaigns``.

    :param data: Bulk lookup campaigns, one object each. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    data: list[DataLookupCampaigns] = field("data", type=["data_lookup_campaigns.DataLookupCampaigns"], required=True)
    """Bulk lookup campaigns, one object each."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
