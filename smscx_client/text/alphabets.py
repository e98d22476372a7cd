# ruff: noqa: RUF001 (the tables need letters that look alike)
"""The API's alphabets: the GSM-7 replacement of each character that has one."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from .segments import GSM, is_gsm

__all__ = ["ALPHABETS", "UNKNOWN", "replacement"]

UNKNOWN = "?"
"""What the API sends for a character that has no counterpart."""

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


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2]))


def _table(name: str) -> dict[str, str]:
    """Return the letters of one alphabet. Capital Cyrillic becomes small Latin, as in the API's guide."""
    if name in _LATIN:
        return _pairs(_LATIN[name])
    small = _pairs(_CYRILLIC[name])
    return {**small, **{letter.upper(): latin for letter, latin in small.items()}}


@lru_cache(maxsize=4096)
def _general(code: int) -> str | None:
    """Return the replacement that a character has in every alphabet: a space, or its letter without the accent."""
    letter = chr(code)
    if unicodedata.category(letter) == "Zs":
        return " "
    if unicodedata.combining(letter):
        return ""
    bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return bare if bare and is_gsm(bare) else None


class _Replacements(dict[int, str]):
    """A table for `str.translate`."""

    __slots__ = ()

    def __missing__(self, code: int) -> str:
        found = _general(code)
        return UNKNOWN if found is None else found


def _replacements(letters: dict[str, str]) -> _Replacements:
    known = {**_pairs(_PUNCTUATION), **letters, **{character: character for character in GSM}}
    return _Replacements({ord(letter): latin for letter, latin in known.items()})


_OWN = {name: _table(name) for name in (*_LATIN, *_CYRILLIC)}
_ALL = {letter: latin for table in reversed(list(_OWN.values())) for letter, latin in table.items()}

ALPHABETS = {name: _replacements(letters) for name, letters in {**_OWN, "NON_GSM": _ALL}.items()}
"""The API's name of each alphabet, and its table for `str.translate`; `NONE` is not among them."""


def replacement(letter: str) -> str | None:
    """Return the GSM-7 text for one character in the alphabet `NON_GSM`, or None if it has no counterpart."""
    code = ord(letter)
    return ALPHABETS["NON_GSM"].get(code) if code in ALPHABETS["NON_GSM"] else _general(code)
