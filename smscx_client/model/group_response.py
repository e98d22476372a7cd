# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.info_group import InfoGroup


class GroupResponse(Model):
    """The response of ``empty_group``.

    :param info: Details of the group. Required.
    """

    info: InfoGroup = field("info", type="info_group.InfoGroup", required=True)
    """Details of the group."""
