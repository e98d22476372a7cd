# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client._models.field import field
from smscx_client._models.shapes import MapModel


class GroupAddCustomFields(MapModel[str]):
    """Key-value pairs, at most 20, each keyed by the custom field's name, such as ``height``. A stored value is
    inserted in a message text with the placeholder ``{{<KEY>}}``."""

    custom_field_name: dict[str, str] = field("customFieldName", type={str: str}, default=None, max_properties=20)
