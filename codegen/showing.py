"""How values are shown to people: example values as Python source, as JSON, in words."""

from __future__ import annotations

from typing import Any

FILTERS: dict[str, Any] = {}
GLOBALS: dict[str, Any] = {}
