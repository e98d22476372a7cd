"""The random source of the sandbox: the same seed and the same calls give the same ids, tokens and PINs.

Each draw is a keyed hash of a counter. The counter is the whole state; the store keeps it.
"""

from __future__ import annotations

import string
from hashlib import blake2b

__all__ = ["ALPHANUMERIC", "Rng"]

ALPHANUMERIC = string.ascii_letters + string.digits


class Rng:
    """A reproducible random source; not secure."""

    def __init__(self, seed: int, draws: int = 0) -> None:
        self._key = str(seed).encode()[:64]
        self.draws = draws
        """How many numbers were drawn."""

    def number(self) -> int:
        """Draw an integer of 128 bits."""
        self.draws += 1
        digest = blake2b(self.draws.to_bytes(8, "big"), key=self._key, digest_size=16).digest()
        return int.from_bytes(digest, "big")

    def uuid(self) -> str:
        """Draw a UUID of version 4."""
        bits = (self.number() & ~(0xF000 << 64) & ~(0xC000 << 48)) | (0x4000 << 64) | (0x8000 << 48)
        text = f"{bits:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def chance(self, probability: float) -> bool:
        """Draw True with this probability, from 0 to 1."""
        return self.number() < probability * (1 << 128)

    def stable_number(self, text: str) -> int:
        """Return an integer of 128 bits that depends on seed and text only; draws nothing."""
        return int.from_bytes(blake2b(text.encode(), key=self._key, digest_size=16, person=b"trait").digest(), "big")

    def text(self, length: int, alphabet: str = ALPHANUMERIC) -> str:
        """Draw `length` characters of `alphabet`."""
        characters = []
        for position in range(length):
            if position % 16 == 0:
                value = self.number()
            value, index = divmod(value, len(alphabet))
            characters.append(alphabet[index])
        return "".join(characters)
