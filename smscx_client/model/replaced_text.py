# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal

    from smscx_client.model.characters_replaced import CharactersReplaced


class ReplacedText(Model):
    """A part of ``Text``.

    :param text: GSM version of the message, with its Unicode characters converted. Required.
    :param length: Character count of the text once converted. Example: ``100``. Required.
    :param parts: Number of parts that the message takes up. Example: ``1``. Required.
    :param encoding: Character encoding that the text needs once converted. One of ``GSM-7``, ``UCS-2``. Required.
    :param characters: Characters that were replaced, each with its number of occurrences. Required.
    """

    text: str = field("text", required=True)
    """GSM version of the message, with its Unicode characters converted."""
    length: int = field("length", type=int, required=True)
    """Character count of the text once converted. Example: ``100``."""
    parts: int = field("parts", type=int, required=True)
    """Number of parts that the message takes up. Example: ``1``."""
    encoding: Literal["GSM-7", "UCS-2"] = field("encoding", required=True, enum=("GSM-7", "UCS-2"))
    """Character encoding that the text needs once converted. One of ``GSM-7``, ``UCS-2``."""
    characters: CharactersReplaced = field("characters", type="characters_replaced.CharactersReplaced", required=True)
    """Characters that were replaced, each with its number of occurrences."""
