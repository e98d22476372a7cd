# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field


class CountryPriceObj1(Model):
    """A part of ``CountryPriceObj``.

    :param country_code: Code of the country that the price entry is for. 1 to 50 characters; matches
        ``^[a-zA-Z0-9_]$``. Required.
    :param custom_value: Custom value held in the price entry for the country. 1 to 100 characters.
    """

    country_code: str = field("countryCode", required=True, min_length=1, max_length=50, pattern="^[a-zA-Z0-9_]$")
    """Code of the country that the price entry is for. 1 to 50 characters; matches ``^[a-zA-Z0-9_]$``."""
    custom_value: str | None = field("customValue", default=None, kw_only=True, min_length=1, max_length=100)
    """Custom value held in the price entry for the country. 1 to 100 characters."""
