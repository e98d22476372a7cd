"""Cancelling a call that runs in a thread: it makes no further try and ends a pause at once.

A request that is being sent when its call is cancelled still runs to its end, in its thread, so that its connection
stays usable. The thread knows its call by :data:`current`, since the layers between have no parameter for it.
"""

from __future__ import annotations

import threading
import time

__all__ = ["CallCancelled", "Cancellation", "check", "current", "pause"]


class CallCancelled(BaseException):
    """Ends a call in its thread after it was cancelled. No caller sees it: nobody waits for the call any more.

    It is no ``Exception``: a callback of the program that catches everything must not keep the call alive.
    """


class Cancellation:
    """Whether a call was cancelled."""

    __slots__ = ("_pause", "cancelled")

    def __init__(self) -> None:
        self.cancelled = False
        self._pause: threading.Event | None = None

    def cancel(self) -> None:
        """Cancel the call, from any thread."""
        self.cancelled = True
        if self._pause is not None:
            self._pause.set()

    def check(self) -> None:
        """Raise :class:`CallCancelled` if the call was cancelled."""
        if self.cancelled:
            raise CallCancelled

    def pause(self, seconds: float) -> None:
        """Wait, and raise :class:`CallCancelled` as soon as the call is cancelled."""
        self._pause = threading.Event()
        self.check()  # after the line above: `cancel` either sees the event, or is seen here
        self._pause.wait(seconds)
        self.check()


class _Current(threading.local):
    """The call that the current thread makes; None if it cannot be cancelled."""

    call: Cancellation | None = None


current = _Current()


def check() -> None:
    """Raise :class:`CallCancelled` if the call of this thread was cancelled."""
    if current.call is not None:
        current.call.check()


def pause(seconds: float) -> None:
    """Wait; for a call that can be cancelled, only until it is cancelled.

    :raises CallCancelled: the call of this thread was cancelled.
    """
    if current.call is None:
        time.sleep(seconds)
    else:
        current.call.pause(seconds)
