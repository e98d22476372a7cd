"""Decisions by seed, crashes, and the trace of both."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Crash", "Dice"]

T = TypeVar("T")


class Crash(BaseException):
    """The program ends here, as if killed: no `except Exception` catches it."""


class Dice:
    """All decisions of a simulation.

    :param crashes: the largest number of crashes; after that the program runs to its end.
    :param likely: a part of the name of those points at which a crash is likely.
    """

    def __init__(self, seed: int, crashes: int, likely: str = ""):
        self._random = random.Random(seed)
        self.crashes_left = crashes
        self.likely = likely
        self.trace: list[str] = []
        self.points = 0
        """The number of points at which the program could crash."""
        self.rate = self._random.choice((0.02, 0.05, 0.1, 0.25))
        """The probability of a crash at each point."""

    def note(self, text: str) -> None:
        """Add a line to the trace."""
        self.trace.append(text)

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self._random.random() < probability

    def choose(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return self._random.choice(options)

    def between(self, least: int, most: int) -> int:
        """Return a whole number; both ends are possible."""
        return self._random.randint(least, most)

    def uniform(self, least: float, most: float) -> float:
        """Return a number between two others."""
        return self._random.uniform(least, most)

    def point(self, where: str) -> None:
        """Crash here with the probability of a crash."""
        self.points += 1
        rate = 0.5 if self.likely and self.likely in where else self.rate
        if self.crashes_left and self.chance(rate):
            self.crashes_left -= 1
            self.note(f"CRASH at {where}")
            raise Crash(where)
        self.note(where)
