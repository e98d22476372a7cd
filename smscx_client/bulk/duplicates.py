"""Numbers that occur more than once among any number of recipients, in bounded memory.

Only hashes are kept, sorted per batch, in a temporary file; equal hashes meet when the batches are merged range by
range. The hashes are floats, which Python sorts faster than integers of this size. The caller compares the texts, so a
collision does no harm.
"""

from __future__ import annotations

import sys
import tempfile
from array import array
from bisect import bisect_left
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Duplicates", "marks"]

_WIDTH = array("d").itemsize
_RANGES = 256
_BITS = sys.hash_info.width
_BOUNDS = [-(1 << (_BITS - 1)) + number * ((1 << _BITS) // _RANGES) for number in range(_RANGES)]
#: Hashes that are compared at a time.
_AT_ONCE = 100_000


def marks(keys: Sequence[str]) -> array[float]:
    """The hash of each number."""
    return array("d", map(hash, keys))


class Duplicates:
    """The hashes of the recipients of a job."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - `close` closes it
        self._runs: list[tuple[int, array[int]]] = []
        """Where each batch begins in the file, and how many of its hashes come before each range."""
        self._size = 0

    def add(self, keys: Sequence[str]) -> None:
        """Add the numbers of a batch."""
        hashes = array("d", sorted(marks(keys)))
        steps = array("i", [bisect_left(hashes, bound) for bound in _BOUNDS])
        steps.append(len(hashes))
        self._runs.append((self._size * _WIDTH, steps))
        self._file.write(hashes.tobytes())
        self._size += len(hashes)

    def repeated(self) -> Iterator[set[float]]:
        """Yield the hashes that occur in more than one place, in few sets of bounded size."""
        width = max(1, min(_RANGES, _RANGES * _AT_ONCE // max(1, self._size)))
        found: set[float] = set()
        for first in range(0, _RANGES, width):
            hashes = self._between(first, min(first + width, _RANGES))
            hashes.sort()
            if _has_equals(hashes):
                found.update(one for one, other in zip(hashes, hashes[1:]) if one == other)
            if len(found) >= _AT_ONCE:
                yield found
                found = set()
        if found:
            yield found

    def _between(self, first: int, last: int) -> list[float]:
        """The hashes of all batches from one range to another."""
        found: list[float] = []
        for start, steps in self._runs:
            self._file.seek(start + steps[first] * _WIDTH)
            part = array("d")
            part.frombytes(self._file.read((steps[last] - steps[first]) * _WIDTH))
            found.extend(part)
        return found

    def close(self) -> None:
        """Delete the temporary file."""
        self._file.close()


def _has_equals(ordered: list[float]) -> bool:
    return any(map(eq, ordered, ordered[1:]))
