"""All chance in the sandbox: the same seed and the same calls give the same ids, tokens and PINs.

Each draw is a keyed hash of a counter. The counter is the whole state, so it is kept with the other state in the store.
"""

from __future__ import annotations

import string
from hashlib import blake2b

__all__ = ["ALPHANUMERIC", "DIGITS", "LETTERS", "Rng"]

DIGITS = string.digits
LETTERS = string.ascii_letters
ALPHANUMERIC = LETTERS + DIGITS


class Rng:
    """Reproducible chance; not for secrets that protect anything."""

    def __init__(self, seed: int, drawn: int = 0) -> None:
        self._key = str(seed).encode()[:64]
        self.drawn = drawn

    def number(self) -> int:
        """An integer of 128 bits."""
        self.drawn += 1
        digest = blake2b(self.drawn.to_bytes(8, "big"), key=self._key, digest_size=16).digest()
        return int.from_bytes(digest, "big")

    def uuid(self) -> str:
        """A UUID of version 4."""
        bits = (self.number() & ~(0xF000 << 64) & ~(0xC000 << 48)) | (0x4000 << 64) | (0x8000 << 48)
        text = f"{bits:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def chance(self, probability: float) -> bool:
        """True as often as `probability` says, from 0 to 1."""
        return self.number() < probability * (1 << 128)

    def trait(self, of: str) -> int:
        """An integer of 128 bits that belongs to a text: the same whenever it is asked for, and nothing is drawn."""
        return int.from_bytes(blake2b(of.encode(), key=self._key, digest_size=16, person=b"trait").digest(), "big")

    def text(self, length: int, alphabet: str = ALPHANUMERIC) -> str:
        """`length` characters of `alphabet`."""
        drawn = []
        for position in range(length):
            if position % 16 == 0:
                value = self.number()
            value, index = divmod(value, len(alphabet))
            drawn.append(alphabet[index])
        return "".join(drawn)
