"""The rate limit: a number of requests per time window (both are assumed)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..spec.errors import ApiError, Assumed

__all__ = ["Quota", "RateLimiter"]


class Quota(NamedTuple):
    """The limit, and the requests that remain in the window."""

    limit: int
    remaining: int

    def headers(self) -> dict[str, str]:
        """Return the response headers."""
        return {"X-Rate-Limit-Limit": str(self.limit), "X-Rate-Limit-Remaining": str(self.remaining)}


class RateLimiter:
    """Counts the requests of the account per window; the first request after a window starts the next."""

    def __init__(self, limit: int, window: int) -> None:
        self.limit = limit
        self.window = window
        self._initial = (limit, window)
        self._started = -math.inf
        self._count = 0

    def take(self, now: float) -> Quota:
        """Count one request; raises ApiError over the limit, with the time at which the window ends."""
        if now >= self._started + self.window:
            self._started, self._count = now, 0
        if self._count >= self.limit:
            reset = math.ceil(self._started + self.window)
            headers = {**Quota(self.limit, 0).headers(), "X-Rate-Limit-Reset": str(reset)}
            raise ApiError(Assumed.RATE_LIMIT, headers=headers)
        self._count += 1
        return Quota(self.limit, self.limit - self._count)

    @property
    def state(self) -> dict[str, Any]:
        """The limit and the current window, as JSON, for `restore`."""
        return {
            "initial": list(self._initial),
            "limit": self.limit,
            "window": self.window,
            "started": None if self._started == -math.inf else self._started,
            "count": self._count,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Return to a limit and a window."""
        self.limit, self.window, self._count = state["limit"], state["window"], state["count"]
        self._started = -math.inf if state["started"] is None else state["started"]

    def reset(self) -> None:
        """Return to the initial limit and window; the next request starts a window."""
        self.change(*self._initial)

    def change(self, limit: int, window: int) -> None:
        """Set limit and window; the next request starts a window."""
        self.limit, self.window = limit, window
        self._started, self._count = -math.inf, 0
