"""The signature of a model's constructor, for ``inspect.signature`` and ``help``."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smscx_client._models.field import Field

__all__ = ["signature_of"]


def signature_of(model: type, fields: dict[str, Field]) -> Signature:
    """The required fields, positional or by name, then the optional ones, by name."""
    types: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        types.update(getattr(base, "__annotations__", {}))
    required = [
        Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation=types.get(name, Parameter.empty))
        for name, one in fields.items()
        if one.required
    ]
    optional = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=types.get(name, Parameter.empty))
        for name, one in fields.items()
        if not one.required
    ]
    return Signature([*required, *optional])
