"""Workers: they run batches and never touch the journal.

The thread that owns the journal submits tasks and collects outcomes. So a job runs the same on threads, on the
machines of `integrations.celery`, and in the crash simulation, which decides who is first.
"""

from __future__ import annotations

import math
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol, Union

from smscx_client.bulk.batch import BatchTask, run_batch
from smscx_client.bulk.outcome import Outcome

if TYPE_CHECKING:
    from smscx_client.client import Client

__all__ = ["Finished", "Pool", "ThreadPool"]

#: A key, and the outcome of its task or what a task should never raise.
Finished = tuple[int, Union[Outcome, BaseException]]
#: Seconds after which a waiting thread looks for Ctrl-C, on systems where a lock cannot be interrupted.
_GLANCE = 1.0


class Pool(Protocol):
    """Where the batches of a job run."""

    def submit(self, key: int, task: BatchTask) -> None:
        """Start a task, or queue it."""
        ...

    def wait(self, seconds: float | None) -> list[Finished]:
        """Return what has finished, as soon as anything has; an empty list after so many seconds."""
        ...

    def close(self) -> None:
        """Start nothing any more."""
        ...


class ThreadPool:
    """Threads of this process.

    They are daemons: a second Ctrl-C ends the program although a request is on its way. The journal knows that.
    """

    def __init__(self, client: Client, workers: int):
        self._client = client
        self._tasks: SimpleQueue[tuple[int, BatchTask] | None] = SimpleQueue()
        self._finished: SimpleQueue[Finished] = SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"bulk-{n}", daemon=True) for n in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        while (given := self._tasks.get()) is not None:
            key, task = given
            try:
                self._finished.put((key, run_batch(self._client, task)))
            except BaseException as error:
                self._finished.put((key, error))
            del given, task

    def submit(self, key: int, task: BatchTask) -> None:
        """Queue a task."""
        self._tasks.put((key, task))

    def wait(self, seconds: float | None) -> list[Finished]:
        """Return the next finished task."""
        left = math.inf if seconds is None else max(0.0, seconds)
        while True:
            glance = min(_GLANCE, left)
            left -= glance
            try:
                return [self._finished.get(timeout=glance)]
            except Empty:
                if not left:
                    return []

    def close(self) -> None:
        """End each thread after the task that it runs."""
        for _ in self._threads:
            self._tasks.put(None)
