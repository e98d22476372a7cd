"""A point in time to go back to."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import NamedTuple

from .limiter import RateLimiter
from .rng import Rng
from .settings import Settings
from .world import World

__all__ = ["Snapshot"]


class Snapshot(NamedTuple):
    """The whole store, the clock, how far chance has got, and the rate limit."""

    store: sqlite3.Connection
    settings: Settings
    drawn: int
    time: float
    rate: float
    limits: tuple[int, int]

    @classmethod
    def of(cls, world: World, limiter: RateLimiter) -> Snapshot:
        """Everything as it is now."""
        clock, limits = world.clock, (limiter.limit, limiter.window)
        return cls(world.store.copy(), world.settings, world.rng.drawn, clock.seconds(), clock.rate, limits)

    def restore(self, world: World, limiter: RateLimiter) -> World:
        """Everything as it was. Time goes on from then, at the rate it had; the rate limit's window is a new one."""
        world.store.take_back(self.store)
        world.clock.go_on(self.rate, self.time)
        limiter.change(*self.limits)
        return replace(world, settings=self.settings, rng=Rng(self.settings.seed, self.drawn))
