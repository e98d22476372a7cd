# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_groups import DataGroups


class GroupsList(Model):
    """The response of ``get_groups_list``.

    :param data: Contact groups of the account. Required.
    """

    data: list[DataGroups] = field("data", type=["data_groups.DataGroups"], required=True)
    """Contact groups of the account."""
