"""Calls in threads of their own: what ``async_req=True`` gives back, and who does the work.

The threads are begun on first need, one set for each process: after a fork, those of the parent are not there. A
program that ends waits for the calls it has begun.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["Background", "Handle"]


class Handle:
    """A call begun with ``async_req=True``."""

    __slots__ = ("_future",)

    def __init__(self, future: Future[Any]):
        self._future = future

    def get(self, timeout: float | None = None) -> Any:
        """Wait for the call, and return what it returns or raise what it raises.

        :param timeout: seconds to wait at most; the call goes on after that.
        :raises multiprocessing.TimeoutError: the call is not done by then.
        """
        self.wait(timeout)
        if not self.ready():
            from multiprocessing import TimeoutError as StillRunning

            raise StillRunning(f"the call is not done after {timeout} s")
        return self._future.result()

    def wait(self, timeout: float | None = None) -> None:
        """Wait until the call is done, or ``timeout`` seconds have passed."""
        from concurrent.futures import wait

        wait([self._future], timeout)

    def ready(self) -> bool:
        """Whether the call is done."""
        return self._future.done()

    def successful(self) -> bool:
        """Whether the call is done and raised nothing.

        :raises ValueError: it is not done.
        """
        if not self.ready():
            raise ValueError("the call is not done")
        return self._future.exception() is None


class Background:
    """The threads of one client."""

    def __init__(self) -> None:
        self._by_process: dict[int, ThreadPoolExecutor] = {}

    def start(self, threads: int, call: Callable[..., Any], *arguments: Any) -> Handle:
        """Begin a call.

        :param threads: how many calls run at a time; what the first call says counts.
        """
        mine = self._by_process.get(os.getpid())
        if mine is None:
            from concurrent.futures import ThreadPoolExecutor

            mine = self._by_process.setdefault(os.getpid(), ThreadPoolExecutor(threads, "smscx_client"))
        try:
            return Handle(mine.submit(call, *arguments))
        except RuntimeError:
            if self._by_process.get(os.getpid()) is mine:  # the program ends
                raise
            return self.start(threads, call, *arguments)  # another thread has just finished them

    def finish(self) -> None:
        """Wait for the calls that were begun, and end the threads; a later call begins new ones."""
        mine = self._by_process.pop(os.getpid(), None)
        if mine is not None:
            mine.shutdown()
