# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.data_applications_list import DataApplicationsList


class ApplicationsListResponse(Model):
    """The response of ``get_applications_list``.

    :param data: List of applications, one object each. Required.
    """

    data: list[DataApplicationsList] = field(
        "data", type=["data_applications_list.DataApplicationsList"], required=True
    )
    """List of applications, one object each."""
