# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_groups_add_contacts_response import InfoGroupsAddContactsResponse


class AddContactsToGroupResponse(Model):
    """The response of ``add_contacts_to_group`` and ``add_contacts_to_group_with_fields``.

    :param info: Summary of adding the contacts to the group: totals, cost and invalid numbers. Required.
    """

    info: InfoGroupsAddContactsResponse = field(
        "info", type="info_groups_add_contacts_response.InfoGroupsAddContactsResponse", required=True
    )
    """Summary of adding the contacts to the group: totals, cost and invalid numbers."""
