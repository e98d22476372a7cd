# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_optouts import DataOptouts
    from smscx_client.model.info_optouts import InfoOptouts
    from smscx_client.model.paging import Paging


class OptoutsListResponse(Model):
    """The answer of ``get_optouts_list``."""

    info: InfoOptouts = field("info", type="InfoOptouts", required=True)
    """Summary of the opt-out list: link and total."""
    data: list[DataOptouts] = field("data", type=["DataOptouts"], required=True)
    """Opted-out contacts, one entry per phone number."""
    paging: Paging = field("paging", type="Paging", required=True)
    """Paging details: cursors for the next and previous pages, and the page size."""
