"""Message texts: parts and encodings, transliteration, placeholders.

    from smscx_client import text

    text.analyze("Zażółć gęślą jaźń").encoding  # UCS-2
    text.transliterate("Zażółć gęślą jaźń", "POLISH")  # Zazolc gesla jazn
    text.placeholders("Hi {{firstname}}")[0].suggestion  # firstName

Nothing here sends a request, keeps state or imports the rest of the package.
"""

from __future__ import annotations

from .analysis import NonGsmCharacter, TextAnalysis, analyze
from .segments import GSM_7, MAX_PARTS, UCS_2, is_gsm
from .templates import ATTACHMENTS, PIN, RANDOM, SHORTLINK, Placeholder, Renderer, Template, placeholders
from .transliteration import NAMES as ALPHABETS
from .transliteration import Transliteration, Transliterator, transliterate

__all__ = [
    "analyze",
    "is_gsm",
    "placeholders",
    "transliterate",
    "NonGsmCharacter",
    "Placeholder",
    "TextAnalysis",
    "Transliteration",
    # Constants
    "ALPHABETS",
    "GSM_7",
    "MAX_PARTS",
    "UCS_2",
    # Rendering, as the sandbox does it for many recipients
    "ATTACHMENTS",
    "PIN",
    "RANDOM",
    "SHORTLINK",
    "Renderer",
    "Template",
    "Transliterator",
]
