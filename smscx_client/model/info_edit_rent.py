# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client.model_utils import Model, field


class InfoEditRent(Model):
    """A part of ``EditRentResponse``."""

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """When the rental settings were changed, in UTC."""
