"""The one clock that all of the sandbox reads, so that tests can stop it and move it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timezone
from functools import lru_cache

__all__ = ["FORMAT", "Clock", "moment", "stamp"]

FORMAT = "%Y-%m-%d %H:%M:%S"
FROZEN_AT = datetime(2026, 11, 2, 9, 0, tzinfo=timezone.utc)


_SHOWN: ContextVar[float | None] = ContextVar("_SHOWN", default=None)


class Clock:
    """Time that passes at `rate` seconds per real second from `start` on: 1 is real, 60 a minute a second, 0 frozen."""

    def __init__(self, start: datetime | None = None, rate: float = 1.0) -> None:
        self._origin = time.time()
        self._start = self._origin if start is None else start.timestamp()
        self._rate = rate
        self._moved = 0.0
        self._first = (self._origin, self._start, rate)

    @classmethod
    def frozen(cls, at: datetime = FROZEN_AT) -> Clock:
        """A clock that moves by `advance` only."""
        return cls(at, rate=0)

    @classmethod
    def from_text(cls, text: str) -> Clock:
        """Read `real`, `frozen`, `frozen:2026-11-02 09:00:00` (UTC) or a factor such as `60x`."""
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
            raise ValueError(f"{text!r} is no clock: give `real`, `frozen`, `frozen:2026-11-02 09:00:00` or `60x`")
        return cls(rate=rate)

    def seconds(self) -> float:
        """Now, as a Unix timestamp."""
        shown = _SHOWN.get()
        return self._seconds() if shown is None else shown

    def _seconds(self) -> float:
        return self._start + (time.time() - self._origin) * self._rate + self._moved

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.fromtimestamp(self.seconds(), timezone.utc)

    @contextmanager
    def showing(self, seconds: float) -> Iterator[None]:
        """Show another time during the block, to this thread alone."""
        token = _SHOWN.set(seconds)
        try:
            yield
        finally:
            _SHOWN.reset(token)

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        if seconds < 0:
            raise ValueError(f"the clock only goes forward, not by {seconds} seconds")
        self._moved += seconds

    def wait(self, until: float) -> float | None:
        """How many real seconds pass before the clock shows `until`; None while it stands still."""
        ahead = until - self.seconds()
        if ahead <= 0:
            return 0
        return ahead / self._rate if self._rate else None

    @property
    def rate(self) -> float:
        """Seconds that pass in a real second."""
        return self._rate

    @property
    def is_frozen(self) -> bool:
        """Whether only `advance` moves it."""
        return self._rate == 0

    def go_on(self, rate: float, at: float | None = None) -> None:
        """Go on at another rate, from now or from a Unix timestamp, which may be an earlier one."""
        self._start = self.seconds() if at is None else at
        self._origin = time.time()
        self._rate = rate
        self._moved = 0.0

    def reset(self) -> None:
        """Forget every `advance` and `go_on`."""
        self._origin, self._start, self._rate = self._first
        self._moved = 0.0


def stamp(seconds: float) -> str:
    """A Unix timestamp as the API writes it: `YYYY-MM-DD HH:MM:SS` in UTC."""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime(FORMAT)


@lru_cache(maxsize=1024)
def moment(text: str) -> datetime:
    """Read `YYYY-MM-DD HH:MM:SS` as a time in UTC; anything else is a ValueError."""
    if len(text) != 19:
        raise ValueError(f"{text!r} does not match YYYY-MM-DD HH:MM:SS")
    return datetime.strptime(text, FORMAT).replace(tzinfo=timezone.utc)
