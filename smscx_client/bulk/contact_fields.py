"""The fields of a contact, read from the model of the API."""

from __future__ import annotations

from functools import lru_cache

from smscx_client.models import GroupAdd

__all__ = ["CUSTOM", "MOST_CUSTOM_FIELDS", "NUMBER", "field_names", "is_custom"]

NUMBER, CUSTOM = "phone_number", "custom_fields"
MOST_CUSTOM_FIELDS = 20


@lru_cache(maxsize=1)
def field_names() -> dict[str, str]:
    """The name on the wire of each field of a contact, by its Python name."""
    return dict(GroupAdd.attribute_map)


def is_custom(name: str) -> bool:
    """Whether a field is one that the user has named, and not one of the API."""
    return name not in field_names()
