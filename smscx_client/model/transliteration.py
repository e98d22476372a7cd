# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from typing import Literal


class Transliteration(Model):
    """Converts Unicode characters to the GSM 03.38 charset, replacing those without a GSM equivalent: Cyrillic
    ``Привет`` gives ``privet``, Polish ``cześć`` gives ``czesc``, Turkish ``edilmiş`` gives ``edilmis``, Romanian
    ``bună`` gives ``buna``. Takes precedence over the application settings.

    :param alphabet: Alphabet to transliterate. ``NON_GSM`` maps every character outside GSM-7 to a similar GSM one; a
        character with no GSM equivalent becomes ``?``. One of ``NONE``, ``NON_GSM``, ``POLISH``, ``TURKISH``,
        ``GREEK``, ``ROMANIAN``, ``RUSSIAN_CYRILLIC``, ``BULGARIAN_CYRILLIC``, ``UKRAINIAN_CYRILLIC``,
        ``BELARUSIAN_CYRILLIC``, ``SERBIAN_CYRILLIC``, ``MACEDONIAN_CYRILLIC``. Required.
    :param remove_emojis: Whether emojis are stripped from the text. Optional, ``False`` by default. Default: ``False``.
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
    """Alphabet to transliterate. ``NON_GSM`` maps every character outside GSM-7 to a similar GSM one; a character
    with no GSM equivalent becomes ``?``. One of ``NONE``, ``NON_GSM``, ``POLISH``, ``TURKISH``, ``GREEK``,
    ``ROMANIAN``, ``RUSSIAN_CYRILLIC``, ``BULGARIAN_CYRILLIC``, ``UKRAINIAN_CYRILLIC``, ``BELARUSIAN_CYRILLIC``,
    ``SERBIAN_CYRILLIC``, ``MACEDONIAN_CYRILLIC``."""
    remove_emojis: bool | None = field("removeEmojis", type=bool, default=None, kw_only=True)
    """Whether emojis are stripped from the text. Optional, ``False`` by default. Default: ``False``."""

    if TYPE_CHECKING:

        def __init__(
            self,
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
            ],
            *,
            remove_emojis: bool | None = None,
        ) -> None: ...
