"""Which row of a response belongs to which recipient: by its place if all numbers agree, else by its number.

Rows have numbers in E.164 format; recipients can be written in other ways.
"""

from __future__ import annotations

from collections.abc import Sequence

from smscx_client._phone_numbers import phone_number_key, phone_number_keys
from smscx_client.bulk.outcome import DUPLICATE, INVALID, UNKNOWN

__all__ = ["places", "places_by_number"]

#: A national number is found by its digits if it has at least so many of them.
_LEAST_DIGITS = 6


def places(numbers: Sequence[str], rows: Sequence[str], invalid: Sequence[str]) -> list[int | str]:
    """For each number the place of its row, or the status of a number without one.

    :param rows: the numbers of the rows, in their order.
    :param invalid: the numbers that the API found invalid.
    """
    bad = frozenset(invalid)
    valid = [number for number in numbers if number not in bad]
    if len(valid) == len(rows) and all(map(_agree, valid, rows)):
        following = iter(range(len(rows)))
        return [INVALID if number in bad else next(following) for number in numbers]
    found = places_by_number(numbers, rows)
    found = [INVALID if place == UNKNOWN and number in bad else place for number, place in zip(numbers, found)]
    left = sorted(set(range(len(rows))).difference(found))
    if len(left) == found.count(UNKNOWN):  # the API has written these numbers in another way
        following = iter(left)
        return [next(following) if place == UNKNOWN else place for place in found]
    return found


def _agree(number: str, row: str) -> bool:
    """Whether a number can be that of a row."""
    return row.endswith(number.lstrip("0"))


def places_by_number(numbers: Sequence[str], rows: Sequence[str]) -> list[int | str]:
    """For each number the place of its row, by the numbers alone; `UNKNOWN` or `DUPLICATE` without one."""
    index = _NumberIndex(rows)
    taken: set[int] = set()
    found: list[int | str] = []
    for number in numbers:
        place = index.place(number)
        if place is None:
            found.append(UNKNOWN)
        elif place in taken:  # the API removed it: it is another way to write a number that has this row
            found.append(DUPLICATE)
        else:
            taken.add(place)
            found.append(place)
    return found


class _NumberIndex:
    """Finds the place of a number in a list of numbers in E.164 format, whichever way it is written."""

    def __init__(self, numbers: Sequence[str]):
        self._keys = phone_number_keys(numbers)
        self._by_key = {key: place for place, key in enumerate(self._keys)}
        self._by_end: dict[int, dict[str, int | None]] = {}

    def place(self, number: str) -> int | None:
        """Return the place of a number; None if it is not in the list, or could be more than one of them."""
        place = self._by_key.get(phone_number_key(number))
        if place is not None:
            return place
        digits = number.lstrip("0")  # of a national number, after its trunk prefix
        if len(digits) < _LEAST_DIGITS:
            return None
        return self._ends(len(digits)).get(digits)

    def _ends(self, length: int) -> dict[str, int | None]:
        """The place of each number by its last digits; None where two numbers have the same."""
        if length not in self._by_end:
            ends = self._by_end[length] = {}
            for key, place in self._by_key.items():
                end = key[-length:]
                ends[end] = None if end in ends else place
        return self._by_end[length]
