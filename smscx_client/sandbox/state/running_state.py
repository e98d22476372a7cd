"""What a restart continues besides the tables: the clock, the rate limit and its window, the seed after a reset.

Each part is stored with the settings that it started from. A sandbox that starts with the same settings continues the
part; other settings replace it. A clock that is not given continues in any case.
"""

from __future__ import annotations

from typing import Any

from ..settings import Settings
from .clock import Clock
from .rate_limit import RateLimiter
from .store import Store

__all__ = ["RunningState"]

_KEY = "running"


class RunningState:
    """Reads and writes that state; it writes nothing for a database in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._saved: dict[str, Any] = store.get(_KEY, {}) if store.is_kept else {}

    def clock(self, given: Clock | None) -> Clock:
        """Return the clock to continue with."""
        clock = given or Clock()
        saved = self._saved.get("clock")
        if saved and (given is None or saved["kind"] == clock.kind):
            clock.restore(saved)
        return clock

    def continue_limits(self, limiter: RateLimiter) -> None:
        """Continue the stored limit and window."""
        saved = self._saved.get("limits")
        if saved and saved["initial"] == limiter.state["initial"]:
            limiter.restore(saved)

    def seed(self, settings: Settings) -> int:
        """Return the seed to continue with."""
        saved = self._saved.get("seed")
        return int(saved["seed"]) if saved and saved["initial"] == settings.seed else settings.seed

    def save(self, clock: Clock, limiter: RateLimiter, initial_seed: int, seed: int) -> None:
        """Write the state if it has changed."""
        if not self._store.is_kept:
            return
        state = {
            "clock": clock.state,
            "limits": limiter.state,
            "seed": {"initial": initial_seed, "seed": seed},
        }
        if state != self._saved:
            self._store.put(_KEY, state)
            self._saved = state

    def forget(self) -> None:
        """Write the state again next time: the database has other content now."""
        self._saved = {}
