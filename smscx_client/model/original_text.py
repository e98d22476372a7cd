# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class OriginalText(Model):
    """A part of ``Text``.

    :param text: The message as written, with no transliteration applied. Required.
    :param length: Character count of the untransliterated text. Example: ``100``. Required.
    :param parts: How many message parts the untransliterated text takes. Example: ``2``. Required.
    :param encoding: Character encoding that the untransliterated text needs. One of ``GSM-7``, ``UCS-2``. Required.
    """

    text: str = field("text", required=True)
    """The message as written, with no transliteration applied."""
    length: int = field("length", type=int, required=True)
    """Character count of the untransliterated text. Example: ``100``."""
    parts: int = field("parts", type=int, required=True)
    """How many message parts the untransliterated text takes. Example: ``2``."""
    encoding: Literal["GSM-7", "UCS-2"] = field("encoding", required=True, enum=("GSM-7", "UCS-2"))
    """Character encoding that the untransliterated text needs. One of ``GSM-7``, ``UCS-2``."""
