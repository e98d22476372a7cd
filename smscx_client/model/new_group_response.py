# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_new_group import InfoNewGroup


class NewGroupResponse(Model):
    """The response of ``create_group``.

    :param info: Details of the newly created group. Required.
    """

    info: InfoNewGroup = field("info", type="info_new_group.InfoNewGroup", required=True)
    """Details of the newly created group."""
