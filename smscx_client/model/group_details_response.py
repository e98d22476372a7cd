# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_groups_details import DataGroupsDetails
    from smscx_client.model.info_groups import InfoGroups
    from smscx_client.model.paging import Paging


class GroupDetailsResponse(Model):
    """The response of ``get_group_details``.

    :param info: Details of the group. Required.
    :param data: Contacts held in the group. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoGroups = field("info", type="info_groups.InfoGroups", required=True)
    """Details of the group."""
    data: list[DataGroupsDetails] = field("data", type=["data_groups_details.DataGroupsDetails"], required=True)
    """Contacts held in the group."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
