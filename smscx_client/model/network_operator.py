# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import MapModel, field


class NetworkOperator(MapModel[float]):
    """SMS prices in one country, one per network operator, under the operator's name."""

    operator_name: dict[str, float] = field("operatorName", type={str: float}, default=None)
