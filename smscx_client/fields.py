"""The parts of ``_models/`` that generated API modules import from here."""

from __future__ import annotations

from smscx_client._models.checks import Checks
from smscx_client._models.field import Field, field
from smscx_client._models.kinds import Kind, Path, kind_of

__all__ = ["Checks", "Field", "Kind", "Path", "field", "kind_of"]
