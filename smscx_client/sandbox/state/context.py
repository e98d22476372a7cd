"""What a sandbox consists of, handed as one value to everything that acts on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ..settings import Settings
from ..spec.openapi import Spec
from .clock import Clock, stamp
from .rng import Rng
from .store import Store

__all__ = ["Context"]


@dataclass(frozen=True)
class Context:
    """State, time, chance, and the rules."""

    settings: Settings
    spec: Spec
    store: Store
    clock: Clock
    rng: Rng

    def stamp(self) -> str:
        """Now, as the API writes it."""
        return stamp(self.clock.seconds())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing; chance goes on where it stopped after a restart."""
        with self.store.transaction():
            yield
            self.store.put("drawn", self.rng.drawn)
