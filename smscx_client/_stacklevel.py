"""The line of the program that a warning is about: the first one outside this package."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["caller_stacklevel"]

#: What the file names of this package begin with.
_PACKAGE = f"{Path(__file__).parent}{os.sep}"


def caller_stacklevel() -> int:
    """Return the `stacklevel` of the first frame outside this package, for a warning of the calling function."""
    frame: FrameType | None = sys._getframe(1)
    level = 0
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
        level += 1
    return level + 1
