# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class TransliterationAppSettings(Model):
    """A part of ``Sms``.

    :param alphabet: Alphabet that the application transliterates by default. One of ``NONE``, ``NON_GSM``, ``POLISH``,
        ``TURKISH``, ``GREEK``, ``ROMANIAN``, ``RUSSIAN_CYRILLIC``, ``BULGARIAN_CYRILLIC``, ``UKRAINIAN_CYRILLIC``,
        ``BELARUSIAN_CYRILLIC``, ``SERBIAN_CYRILLIC``, ``MACEDONIAN_CYRILLIC``. Required.
    :param remove_emojis: Whether the application strips emojis from SMS text by default. Default: ``False``.
    """

    alphabet: Literal[
        "NONE",
        "NON_GSM",
        "POLISH",
        "TURKISH",
        "GREEK",
        "ROMANIAN",
        "RUSSIAN_CYRILLIC",
        "BULGARIAN_CYRILLIC",
        "UKRAINIAN_CYRILLIC",
        "BELARUSIAN_CYRILLIC",
        "SERBIAN_CYRILLIC",
        "MACEDONIAN_CYRILLIC",
    ] = field(
        "alphabet",
        required=True,
        enum=(
            "NONE",
            "NON_GSM",
            "POLISH",
            "TURKISH",
            "GREEK",
            "ROMANIAN",
            "RUSSIAN_CYRILLIC",
            "BULGARIAN_CYRILLIC",
            "UKRAINIAN_CYRILLIC",
            "BELARUSIAN_CYRILLIC",
            "SERBIAN_CYRILLIC",
            "MACEDONIAN_CYRILLIC",
        ),
    )
    """Alphabet that the application transliterates by default. One of ``NONE``, ``NON_GSM``, ``POLISH``,
    ``TURKISH``, ``GREEK``, ``ROMANIAN``, ``RUSSIAN_CYRILLIC``, ``BULGARIAN_CYRILLIC``, ``UKRAINIAN_CYRILLIC``,
    ``BELARUSIAN_CYRILLIC``, ``SERBIAN_CYRILLIC``, ``MACEDONIAN_CYRILLIC``."""
    remove_emojis: bool | None = field("removeEmojis", type=bool, default=None, kw_only=True)
    """Whether the application strips emojis from SMS text by default. Default: ``False``."""
