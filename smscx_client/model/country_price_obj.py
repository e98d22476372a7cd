# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.shapes import MapModel

if TYPE_CHECKING:
    from smscx_client.model.country_price_obj1 import CountryPriceObj1 as CountryPriceObj1


class CountryPriceObj(MapModel["CountryPriceObj1"], values="country_price_obj1.CountryPriceObj1"):
    """Described by the API, used by no operation."""
