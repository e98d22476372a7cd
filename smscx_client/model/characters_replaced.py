# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import Any

from smscx_client._models.shapes import MapModel


class CharactersReplaced(MapModel[Any]):
    """Object mapping each character that was replaced to the number of times it occurred, such as ``{"ș": 1, "👧":
    2}``."""
