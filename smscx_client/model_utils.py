"""The base classes of all models; the code is in ``_models/``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client._models.base import Model
from smscx_client._models.field import field
from smscx_client._models.json import encode_json

if TYPE_CHECKING:
    from smscx_client._models.shapes import MapModel as MapModel
    from smscx_client._models.shapes import OneOfModel as OneOfModel
    from smscx_client._models.shapes import ScalarModel as ScalarModel

__all__ = ["MapModel", "Model", "OneOfModel", "ScalarModel", "encode_json", "field"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from smscx_client._models import shapes  # few models need it

    return getattr(shapes, name)
