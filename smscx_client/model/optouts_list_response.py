# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_optouts import DataOptouts
    from smscx_client.model.info_optouts import InfoOptouts
    from smscx_client.model.paging import Paging


class OptoutsListResponse(Model):
    """The response of ``get_optouts_list``.

    :param info: Summary of the opt-out list: link and total. Required.
    :param data: Opted-out contacts, one entry per phone number. Required.
    :param paging: Paging details: cursors for the next and previous pages, and the page size. Required.
    """

    info: InfoOptouts = field("info", type="info_optouts.InfoOptouts", required=True)
    """Summary of the opt-out list: link and total."""
    data: list[DataOptouts] = field("data", type=["data_optouts.DataOptouts"], required=True)
    """Opted-out contacts, one entry per phone number."""
    paging: Paging = field("paging", type="paging.Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
