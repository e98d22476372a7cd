# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel


class PhoneNumbersByCountry(MapModel[int]):
    """Count of phone numbers per destination country, as in ``{"NL": 1432, "DE": 1336, "FR": 795}``."""

    country_code: dict[str, int] = field("countryCode", type={str: int}, default=None)
