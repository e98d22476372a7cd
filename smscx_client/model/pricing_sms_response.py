# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel

if TYPE_CHECKING:
    from smscx_client.model.network_operator import NetworkOperator


class PricingSmsResponse(MapModel["NetworkOperator"]):
    """SMS prices grouped by country code; each country lists its operators with their rates."""

    country_code: dict[str, NetworkOperator] = field(
        "countryCode", type={str: "network_operator.NetworkOperator"}, default=None
    )
