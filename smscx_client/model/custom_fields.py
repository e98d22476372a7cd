# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel


class CustomFields(MapModel[str]):
    """Key-value object whose keys are custom field names, such as ``{"height": "1.78m", "orderNumber": "441"}``. In
    the message template, each placeholder ``{{<KEY>}}`` (``{{height}}``, ``{{orderNumber}}``) is replaced by the
    value stored under that key."""

    custom_field_name: dict[str, str] = field("customFieldName", type={str: str}, default=None)
