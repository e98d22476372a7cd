"""Class attributes under which published clients list the fields of a model: computed when they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from smscx_client._models.kinds import DateTime, Kind, ListOf, MapOf, Plain, Ref

if TYPE_CHECKING:
    from smscx_client._models.field import Field

__all__ = ["TABLES"]


def _attribute_map(fields: dict[str, Field]) -> dict[str, str]:
    """Python name to wire name."""
    return {name: one.wire for name, one in fields.items()}


def _openapi_types(fields: dict[str, Field]) -> dict[str, tuple[Any, ...]]:
    """Python name to a tuple of types, as in ``{"to": ([str],)}``."""
    return {name: _types(one.kind) for name, one in fields.items()}


def _allowed_values(fields: dict[str, Field]) -> dict[tuple[str], dict[str, Any]]:
    """``(Python name,)`` to the values that the field can have, as in ``{("alphabet",): {"NONE": "NONE"}}``."""
    return {
        (name,): {str(value).upper(): value for value in limit}
        for name, one in fields.items()
        for keyword, limit, _, _ in one.rules
        if keyword == "enum"
    }


def _types(kind: Kind) -> tuple[Any, ...]:
    from datetime import datetime

    if isinstance(kind, ListOf):
        return (list(_types(kind.item)),)
    if isinstance(kind, MapOf):
        return ({str: _types(kind.item)},)
    if isinstance(kind, Ref):
        return (kind.model,)
    if isinstance(kind, DateTime):
        return (datetime,)
    return kind.types if isinstance(kind, Plain) else (bool, dict, float, int, list, str, type(None))


#: Attribute name to a function of the fields of a model.
TABLES: dict[str, Callable[[dict[str, Field]], dict[Any, Any]]] = {
    "attribute_map": _attribute_map,
    "openapi_types": _openapi_types,
    "allowed_values": _allowed_values,
}
