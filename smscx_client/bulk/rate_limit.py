"""One rate limit for all workers of a job: slow down before it is reached, and pause after a 429.

The API sends the size of the limit and what remains of it with each response, but not the length of its window. So a
window of `window` seconds is assumed until a 429 or a refill shows the real one.
"""

from __future__ import annotations

__all__ = ["WINDOW", "RateLimit"]

#: Seconds (assumed: the API does not state its window).
WINDOW = 60.0
#: Requests that are left to others who use the account.
_RESERVE = 1


class RateLimit:
    """When the next request may start. Not thread-safe: one thread asks it for all workers.

    :param window: seconds in which the limit counts.
    :param workers: requests at a time.
    """

    def __init__(self, window: float = WINDOW, workers: int = 1):
        self.window = window
        self._workers = workers
        self._limit: int | None = None
        self._remaining = 0
        self._started_at = 0.0
        self._ends_at = 0.0
        self._is_known = False
        self._last_start = 0.0
        self._held_until = 0.0

    def started(self, now: float) -> None:
        """Note that a request starts."""
        self._last_start = now

    def observe(self, limit: int | None, remaining: int | None, now: float) -> None:
        """Note what a response says; None if it says nothing."""
        is_new = not self._is_known or now >= self._ends_at
        self._is_known = True
        if limit is None or remaining is None:
            return
        # Responses can overtake each other, so that a little more remains than before.
        was_refilled = self._limit is not None and remaining > self._remaining + max(limit // 4, 2 * self._workers)
        if was_refilled and not is_new:
            self.window = max(1.0, now - self._started_at)
        if is_new or was_refilled or self._limit is None:
            self._started_at, self._ends_at = now, now + self.window
            self._remaining = remaining
        self._limit = limit
        self._remaining = min(self._remaining, remaining)

    def hold(self, until: float, now: float) -> None:
        """Start nothing before `until`, the time of a 429's reset."""
        if self._limit is not None and until > self._ends_at:
            self.window = max(self.window, until - self._started_at)
        self._held_until = max(self._held_until, until)
        self._remaining, self._is_known = 0, False

    def delay(self, now: float, in_flight: int) -> float | None:
        """Return the seconds until the next request may start; None to wait for a response first."""
        if now < self._held_until:
            return self._held_until - now
        if self._limit is not None and now >= self._ends_at:
            self._is_known = False
        if not self._is_known:  # one request shows what the limit is
            return None if in_flight else 0.0
        if self._limit is None:
            return 0.0
        left = self._remaining - in_flight - _RESERVE
        if left <= 0:
            return None if in_flight else self._ends_at - now
        if self._remaining > self._limit // 2:
            return 0.0
        pause = (self._ends_at - now) / (left + 1)
        return max(0.0, self._last_start + pause - now)
