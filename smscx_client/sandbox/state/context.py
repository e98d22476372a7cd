"""The parts of a sandbox, passed as one value to everything that reads or changes its state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..settings import Settings
from ..spec.dates import stamp
from ..spec.openapi import Spec
from .clock import Clock
from .rng import Rng
from .store import Store

__all__ = ["Context"]


@dataclass(frozen=True)
class Context:
    """Settings, API description, store, clock and random source of one sandbox."""

    settings: Settings
    spec: Spec
    store: Store
    clock: Clock
    rng: Rng
    running_calls: set[tuple[str, str]] = field(default_factory=set)
    """The calls that run in many steps, by operation and idempotency id."""

    def stamp(self) -> str:
        """Return the current time in the API's format."""
        return stamp(self.clock.seconds())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block in a transaction; stores the position of the random source, so that a restart continues it."""
        with self.store.transaction():
            yield
            self.store.put("draws", self.rng.draws)
