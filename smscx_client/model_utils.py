"""The base classes of all models; the code is in ``_models/``."""

from __future__ import annotations

from smscx_client._models.base import Model
from smscx_client._models.field import field
from smscx_client._models.json import encode_json
from smscx_client._models.shapes import MapModel, OneOfModel, ScalarModel

__all__ = ["MapModel", "Model", "OneOfModel", "ScalarModel", "encode_json", "field"]
