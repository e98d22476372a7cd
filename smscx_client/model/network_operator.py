# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel


class NetworkOperator(MapModel[float]):
    """SMS prices in one country, one per network operator, under the operator's name."""

    operator_name: dict[str, float] = field("operatorName", type={str: float}, default=None)
