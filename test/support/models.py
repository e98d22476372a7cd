"""Helpers for tests of models."""

from __future__ import annotations

from typing import Any

from smscx_client.model_utils import Model

__all__ = ["read_everything"]


def read_everything(value: Any) -> None:
    """Read every attribute and every item of each model in ``value``."""
    if isinstance(value, Model):
        for key in dir(type(value)):
            if isinstance(getattr(type(value), key), property):
                read_everything(getattr(value, key))
        for key in value:
            read_everything(value[key])
            read_everything(value.get(key))
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            read_everything(item)
