# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_originators_list import DataOriginatorsList


class OriginatorsListResponse(Model):
    """The response of ``get_originators_list``.

    :param data: Originators (sender names) of the account. Required.
    """

    data: list[DataOriginatorsList] = field("data", type=["data_originators_list.DataOriginatorsList"], required=True)
    """Originators (sender names) of the account."""
