# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_delete_group import InfoDeleteGroup


class DeleteGroup(Model):
    """The response of ``delete_group``.

    :param info: Details of the group that was removed. Required.
    """

    info: InfoDeleteGroup = field("info", type="info_delete_group.InfoDeleteGroup", required=True)
    """Details of the group that was removed."""
