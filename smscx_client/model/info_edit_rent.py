# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from datetime import datetime

from smscx_client._models.base import Model
from smscx_client._models.field import field


class InfoEditRent(Model):
    """A part of ``EditRentResponse``.

    :param rent_id: ID that uniquely identifies this number rental. A UUID. Example:
        ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``. Required.
    :param datetime: When the rental settings were changed, in UTC. ``YYYY-MM-DD HH:MM:SS``, UTC. Required.
    """

    rent_id: str = field("rentId", type="uuid", required=True)
    """ID that uniquely identifies this number rental. A UUID. Example: ``"2c4cacb9-355d-41ca-9f70-24feb81eccb7"``."""
    datetime: datetime = field("datetime", type=datetime, required=True)
    """When the rental settings were changed, in UTC. ``YYYY-MM-DD HH:MM:SS``, UTC."""
