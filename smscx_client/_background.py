"""Calls with ``async_req=True``: their handles, and the threads that make them.

Each process starts its own threads when it needs them: threads do not survive a fork. A program waits at its end for
the calls that it has started.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["Background", "Handle"]


class Handle:
    """A call that was started with ``async_req=True``."""

    __slots__ = ("_future",)

    def __init__(self, future: Future[Any]):
        self._future = future

    def get(self, timeout: float | None = None) -> Any:
        """Wait for the call, then return its result or raise its exception.

        :param timeout: seconds to wait at most. The call continues after that.
        :raises multiprocessing.TimeoutError: the call is not done after ``timeout`` seconds.
        """
        self.wait(timeout)
        if not self.ready():
            from multiprocessing import TimeoutError as NotDone

            raise NotDone(f"the call is not done after {timeout} s")
        return self._future.result()

    def wait(self, timeout: float | None = None) -> None:
        """Wait until the call is done, at most ``timeout`` seconds."""
        from concurrent.futures import wait

        wait([self._future], timeout)

    def ready(self) -> bool:
        """Whether the call is done."""
        return self._future.done()

    def successful(self) -> bool:
        """Whether the call is done and raised no exception.

        :raises ValueError: the call is not done.
        """
        if not self.ready():
            raise ValueError("the call is not done")
        return self._future.exception() is None


class Background:
    """The threads of one client."""

    def __init__(self) -> None:
        self._by_process: dict[int, ThreadPoolExecutor] = {}

    def start(self, threads: int, call: Callable[..., Any], *arguments: Any) -> Handle:
        """Start a call, in a copy of the context (:mod:`contextvars`) of the caller.

        :param threads: how many calls can run at the same time; only the value of the first call is used.
        """
        from contextvars import copy_context

        executor = self._by_process.get(os.getpid())
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor

            executor = self._by_process.setdefault(os.getpid(), ThreadPoolExecutor(threads, "smscx_client"))
        try:
            return Handle(executor.submit(copy_context().run, call, *arguments))
        except RuntimeError:
            if self._by_process.get(os.getpid()) is executor:  # the program ends
                raise
            return self.start(threads, call, *arguments)  # another thread has just called `finish`

    def finish(self) -> None:
        """Wait for the started calls, and end the threads. A later call starts new threads."""
        executor = self._by_process.pop(os.getpid(), None)
        if executor is not None:
            executor.shutdown()
