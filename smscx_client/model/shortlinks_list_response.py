# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_shortlink_list import DataShortlinkList


class ShortlinksListResponse(Model):
    """The response of ``get_shortlinks_list``.

    :param data: Short links of the account, one entry per link. Required.
    """

    data: list[DataShortlinkList] = field("data", type=["data_shortlink_list.DataShortlinkList"], required=True)
    """Short links of the account, one entry per link."""
