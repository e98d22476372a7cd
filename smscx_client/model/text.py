# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.original_text import OriginalText
    from smscx_client.model.replaced_text import ReplacedText


class Text(Model):
    """A part of ``TransliterationAnalysis``.

    :param original: The text before transliteration, with its length, parts and encoding. Required.
    :param replaced: The text after transliteration, with its length, encoding and replaced characters. Required.
    """

    original: OriginalText = field("original", type="original_text.OriginalText", required=True)
    """The text before transliteration, with its length, parts and encoding."""
    replaced: ReplacedText = field("replaced", type="replaced_text.ReplacedText", required=True)
    """The text after transliteration, with its length, encoding and replaced characters."""
