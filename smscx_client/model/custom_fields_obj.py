# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel


class CustomFieldsObj(MapModel[str]):
    """Key-value object of at most 20 custom fields, keyed by field name, such as ``{"height": "1.78m",
    "orderNumber": "441"}``. Message texts can include a stored value through the placeholder ``{{<KEY>}}``
    (``{{height}}``, ``{{orderNumber}}``)."""

    custom_field_name: dict[str, str] = field("customFieldName", type={str: str}, default=None, max_properties=20)
