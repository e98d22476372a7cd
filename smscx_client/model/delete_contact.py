# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_groups_contact_deleted import InfoGroupsContactDeleted


class DeleteContact(Model):
    """The response of ``delete_contact_from_group``.

    :param info: Details of the contact that was removed. Required.
    """

    info: InfoGroupsContactDeleted = field(
        "info", type="info_groups_contact_deleted.InfoGroupsContactDeleted", required=True
    )
    """Details of the contact that was removed."""
