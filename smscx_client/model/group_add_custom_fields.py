# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from smscx_client.model_utils import MapModel, field


class GroupAddCustomFields(MapModel[str]):
    """Key-value pairs, at most 20, each keyed by the custom field's name, such as ``height``. A stored value is
    inserted in a message text with the placeholder ``{{<KEY>}}``."""

    custom_field_name: dict[str, str] = field("customFieldName", type={str: str}, default=None, max_properties=20)
