# Generated from openapi.yaml by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from smscx_client.model.data_originators_list import DataOriginatorsList


class OriginatorsListResponse(Model):
    """The answer of ``get_originators_list``."""

    data: list[DataOriginatorsList] = field("data", type=["DataOriginatorsList"], required=True)
    """Originators (sender names) of the account."""
