"""Fields and kinds, under the names of version 1.0.0; the code is in ``_models/``."""

from __future__ import annotations

from smscx_client._models.checks import Checks
from smscx_client._models.field import Field, field
from smscx_client._models.kinds import Kind, Path, kind_of

__all__ = ["Checks", "Field", "Kind", "Path", "field", "kind_of"]
