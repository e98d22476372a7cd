"""The rate limit: so many requests in a window of time (size and window are assumed)."""

from __future__ import annotations

import math
from typing import NamedTuple

from ..spec.errors import ApiError, Assumed

__all__ = ["Quota", "RateLimiter"]


class Quota(NamedTuple):
    """What is left of the window after a request."""

    limit: int
    remaining: int

    def headers(self) -> dict[str, str]:
        """As the API tells it."""
        return {"X-Rate-Limit-Limit": str(self.limit), "X-Rate-Limit-Remaining": str(self.remaining)}


class RateLimiter:
    """Counts the requests of the account in windows; the first request after a window opens the next."""

    def __init__(self, limit: int, window: int) -> None:
        self.limit = limit
        self.window = window
        self._first = (limit, window)
        self._opened = -math.inf
        self._used = 0

    def take(self, now: float) -> Quota:
        """Count one request; over the limit, an ApiError names the time from which to retry."""
        if now >= self._opened + self.window:
            self._opened, self._used = now, 0
        if self._used >= self.limit:
            reset = math.ceil(self._opened + self.window)
            headers = {**Quota(self.limit, 0).headers(), "X-Rate-Limit-Reset": str(reset)}
            raise ApiError(Assumed.RATE_LIMIT, headers=headers)
        self._used += 1
        return Quota(self.limit, self.limit - self._used)

    def reset(self) -> None:
        """Go back to the first size and window, and open one with the next request."""
        self.change(*self._first)

    def change(self, limit: int, window: int) -> None:
        """Take another size and window from the next request on."""
        self.limit, self.window = limit, window
        self._opened = -math.inf
