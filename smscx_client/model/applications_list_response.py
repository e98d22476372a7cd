# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_applications_list import DataApplicationsList


class ApplicationsListResponse(Model):
    """The answer of ``get_applications_list``."""

    data: list[DataApplicationsList] = field("data", type=["DataApplicationsList"], required=True)
    """List of applications, one object each."""
