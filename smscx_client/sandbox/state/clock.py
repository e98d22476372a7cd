"""The one clock of the sandbox: tests can stop it and move it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timezone
from typing import Any

from ..spec.dates import moment

__all__ = ["FROZEN_AT", "Clock"]

FROZEN_AT = datetime(2026, 11, 2, 9, 0, tzinfo=timezone.utc)

_FIXED_TIME: ContextVar[float | None] = ContextVar("_FIXED_TIME", default=None)


class Clock:
    """Time that starts at `start` and runs at `rate` seconds per real second: 1 is real time, 0 is frozen."""

    def __init__(self, start: datetime | None = None, rate: float = 1.0) -> None:
        self._origin = time.time()
        self._start = self._origin if start is None else start.timestamp()
        self._rate = rate
        self._advanced = 0.0
        self._initial = (self._origin, self._start, rate)
        self.kind = [None if start is None else self._start, rate]
        """The start, None for now, and the rate: two clocks of one kind were made alike."""

    @classmethod
    def frozen(cls, at: datetime = FROZEN_AT) -> Clock:
        """Return a clock that only `advance` moves."""
        return cls(at, rate=0)

    @classmethod
    def from_text(cls, text: str) -> Clock:
        """Parse `real`, `frozen`, `frozen:2026-11-02 09:00:00` (UTC) or a factor such as `60x`."""
        kind, _, at = text.partition(":")
        if kind == "frozen":
            return cls.frozen(moment(at)) if at else cls.frozen()
        if text == "real":
            return cls()
        try:
            rate = float(text[:-1]) if text.endswith("x") else -1.0
        except ValueError:
            rate = -1.0
        if not 0 < rate <= 1_000_000:
            raise ValueError(f"{text!r} is not a clock: use `real`, `frozen`, `frozen:2026-11-02 09:00:00` or `60x`")
        return cls(rate=rate)

    def seconds(self) -> float:
        """Return the time as a Unix timestamp."""
        fixed = _FIXED_TIME.get()
        return self._seconds() if fixed is None else fixed

    def _seconds(self) -> float:
        return self._start + (time.time() - self._origin) * self._rate + self._advanced

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.fromtimestamp(self.seconds(), timezone.utc)

    @contextmanager
    def fixed_at(self, seconds: float) -> Iterator[None]:
        """Return this time during the block, in this thread only."""
        token = _FIXED_TIME.set(seconds)
        try:
            yield
        finally:
            _FIXED_TIME.reset(token)

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        if seconds < 0:
            raise ValueError(f"the clock only moves forward, not by {seconds} seconds")
        self._advanced += seconds

    def wait(self, until: float) -> float | None:
        """Return the real seconds until the clock reaches `until`; None if it is frozen."""
        ahead = until - self.seconds()
        if ahead <= 0:
            return 0
        return ahead / self._rate if self._rate else None

    @property
    def rate(self) -> float:
        """Seconds per real second."""
        return self._rate

    @property
    def is_frozen(self) -> bool:
        """Whether only `advance` moves the clock."""
        return self._rate == 0

    def set_rate(self, rate: float, at: float | None = None) -> None:
        """Run at another rate, from now on or from a Unix timestamp, which may be an earlier one."""
        self._start = self.seconds() if at is None else at
        self._origin = time.time()
        self._rate = rate
        self._advanced = 0.0

    @property
    def state(self) -> dict[str, Any]:
        """Everything about the clock, as JSON, for `restore`."""
        return {
            "kind": self.kind,
            "origin": self._origin,
            "start": self._start,
            "rate": self._rate,
            "advanced": self._advanced,
            "initial": list(self._initial),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Continue a clock of another process: one that runs has run on meanwhile."""
        self.kind = state["kind"]
        self._origin, self._start, self._rate = state["origin"], state["start"], state["rate"]
        self._advanced = state["advanced"]
        origin, start, rate = state["initial"]
        self._initial = (origin, start, rate)

    def reset(self) -> None:
        """Undo every `advance` and `set_rate`."""
        self._origin, self._start, self._rate = self._initial
        self._advanced = 0.0
