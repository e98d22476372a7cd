# ruff: noqa: RUF001 (the tables need letters that look alike)
"""Transliteration to GSM-7: `cześć` becomes `czesc`; a character without a counterpart becomes `?`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from .segments import is_gsm

__all__ = ["ALPHABETS", "Transliterator"]

_UNKNOWN = "?"

_LATIN = {
    "POLISH": "ą a ć c ę e ł l ń n ó o ś s ź z ż z Ą A Ć C Ę E Ł L Ń N Ó O Ś S Ź Z Ż Z",
    "TURKISH": "ğ g ı i ş s ç c â a î i û u Ğ G İ I Ş S Â A Î I Û U",
    "ROMANIAN": "ă a â a î i ș s ş s ț t ţ t Ă A Â A Î I Ș S Ş S Ț T Ţ T",
    "GREEK": (
        "α a ά a β v γ g δ d ε e έ e ζ z η i ή i θ th ι i ί i ϊ i ΐ i κ k λ l μ m ν n ξ x ο o ό o π p ρ r σ s ς s τ t "
        "υ y ύ y ϋ y ΰ y φ f χ ch ψ ps ω o ώ o Α A Ά A Β V Ε E Έ E Ζ Z Η I Ή I Ι I Ί I Ϊ I Κ K Μ M Ν N Ο O Ό O Ρ R Τ T "
        "Υ Y Ύ Y Ϋ Y Χ Ch Ώ O"
    ),
}
_CYRILLIC = {
    "RUSSIAN_CYRILLIC": (
        "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
        "щ shch ъ ' ы y ь ' э e ю yu я ya"
    ),
    "BULGARIAN_CYRILLIC": (
        "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht "
        "ъ a ь y ю yu я ya"
    ),
    "UKRAINIAN_CYRILLIC": (
        "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh "
        "ц ts ч ch ш sh щ shch ь ' ю iu я ia"
    ),
    "BELARUSIAN_CYRILLIC": (
        "а a б b в v г h д d е e ё yo ж zh з z і i й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch "
        "ш sh ы y ь ' э e ю yu я ya"
    ),
    "SERBIAN_CYRILLIC": (
        "а a б b в v г g д d ђ dj е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h "
        "ц c ч c џ dz ш s"
    ),
    "MACEDONIAN_CYRILLIC": (
        "а a б b в v г g д d ѓ gj е e ж zh з z ѕ dz и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ќ kj у u "
        "ф f х h ц c ч ch џ dj ш sh"
    ),
}
_PUNCTUATION = (
    '“ " ” " „ " « " » " ‘ \' ’ \' ‚ , ‹ < › > – - — - ‐ - ‑ - − - … ... • * · . × x ÷ / © (c) ® (r) ™ TM º o ª a'
)

_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\U000e0020-\U000e007f\u2600-\u27bf\u2b00-\u2bff\u2194-\u2199\u21a9\u21aa"
    "\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u200d\ufe0f\u20e3]"
)


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2]))


def _table(name: str) -> dict[str, str]:
    """Return the table of one alphabet. Capital Cyrillic becomes small Latin, as in the API's guide."""
    if name in _LATIN:
        return _pairs(_LATIN[name])
    small = _pairs(_CYRILLIC.get(name, ""))
    return {**small, **{letter.upper(): latin for letter, latin in small.items()}}


_TABLES = {name: _table(name) for name in (*_LATIN, *_CYRILLIC)}
_TABLES["NON_GSM"] = {letter: latin for table in reversed(list(_TABLES.values())) for letter, latin in table.items()}
_TABLES["NONE"] = {}
_SIGNS = _pairs(_PUNCTUATION)

ALPHABETS = tuple(_TABLES)


class _Letters(dict[int, str]):
    """A cache for `str.translate`: the replacement of each character, computed on first use."""

    def __init__(self, table: dict[str, str]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, code: int) -> str:
        self[code] = replaced = self._replace(chr(code))
        return replaced

    def _replace(self, letter: str) -> str:
        if is_gsm(letter):
            return letter
        known = self._table.get(letter) or _SIGNS.get(letter)
        if known:
            return known
        if unicodedata.category(letter) == "Zs":
            return " "
        bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
        return bare if bare and is_gsm(bare) else _UNKNOWN


_LETTERS = {name: _Letters(table) for name, table in _TABLES.items()}


class Transliterator(NamedTuple):
    """The transliteration options of one request."""

    alphabet: str = "NONE"
    remove_emojis: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether every text stays unchanged."""
        return self.alphabet == "NONE" and not self.remove_emojis

    def apply(self, text: str) -> str:
        """Return the text after transliteration."""
        if self.remove_emojis:
            text = _EMOJI.sub("", text)
        if self.alphabet == "NONE":
            return text
        return unicodedata.normalize("NFC", text).translate(_LETTERS[self.alphabet])

    def replaced(self, text: str) -> dict[str, int]:
        """Return the characters that `apply` replaces or removes, with their counts."""
        letters = text if self.alphabet == "NONE" else unicodedata.normalize("NFC", text)
        return dict(Counter(letter for letter in letters if self.apply(letter) != letter))
