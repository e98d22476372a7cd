# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client.model_utils import Model, field

if TYPE_CHECKING:
    from typing import Literal


class OriginalText(Model):
    """A part of ``Text``."""

    text: str = field("text", required=True)
    """The message as written, with no transliteration applied."""
    length: int = field("length", type=int, required=True)
    """Character count of the untransliterated text."""
    parts: int = field("parts", type=int, required=True)
    """How many message parts the untransliterated text takes."""
    encoding: Literal["GSM-7", "UCS-2"] = field("encoding", required=True, enum=("GSM-7", "UCS-2"))
    """Character encoding that the untransliterated text needs."""
