"""The threads in which an ``AsyncClient`` makes its calls, and how a task waits for one of them.

The event loop runs no part of a call. A task starts a job and sleeps. A thread of the client runs the job, with the
context variables of the task, and then wakes the task. A task that is cancelled stops waiting at once; its job makes no
further try, and what it still returns is closed.

The event loop can be that of asyncio or of trio. The threads belong to the client and not to an event loop, so one
client works in several event loops, one after the other or at the same time.
"""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from smscx_client._background import Background
from smscx_client._cancellation import Cancellation, current
from smscx_client._download import discard

if TYPE_CHECKING:
    from typing_extensions import ParamSpec

    P = ParamSpec("P")

__all__ = ["CallThreads"]

T = TypeVar("T")


#: How many calls start in one round of the event loop. Each thread that starts takes the interpreter for a moment, so a
#: hundred of them at once would keep the loop from its other tasks.
_STARTS_PER_ROUND = 2


class CallThreads:
    """The threads of one client.

    :param most: how many calls run at the same time; more wait for a thread in the order in which they were started.
    """

    def __init__(self, most: int):
        self.most = most
        self._background = Background()
        #: The jobs that start in the next rounds of their event loop. Several loops change it at the same time.
        self._next: dict[asyncio.AbstractEventLoop, deque[_Job]] = {}

    async def run(self, call: Callable[P, T], /, *arguments: P.args, **keywords: P.kwargs) -> T:
        """Run ``call`` in a thread and return its result or raise its exception.

        If the waiting task is cancelled, the call is cancelled too: see :mod:`smscx_client._cancellation`.
        """
        job = _Job(partial(call, *arguments, **keywords))
        result: T = await _wait(job, self._start)
        return result

    async def finish(self, then: Callable[[], None]) -> None:
        """Wait for the running calls, end the threads, and run ``then``. A later call starts new threads.

        If the waiting task is cancelled, all this still happens, in a thread of its own.
        """
        for jobs in list(self._next.values()):
            self._start_first(jobs, len(jobs))
        job = _Job(partial(self.finish_blocking, then), always=True)
        closing = Thread(target=job.run, name="smscx_client close")
        await _wait(job, lambda *_: closing.start())
        closing.join()  # it has nothing left to do; without this, it could still be there for a moment

    def finish_blocking(self, then: Callable[[], None]) -> None:
        """Do the same as :meth:`finish`, but block this thread until it is done."""
        self._background.finish()
        then()

    def _start(self, job: _Job, loop: asyncio.AbstractEventLoop | None) -> None:
        """Start a job: at once in trio, in the next rounds of the event loop in asyncio."""
        if loop is None:
            self._start_now(job)
            return
        jobs = self._next.get(loop)
        if jobs is None:
            for other in [other for other in list(self._next) if other.is_closed()]:
                self._next.pop(other, None)
            jobs = self._next[loop] = deque()
            loop.call_soon(self._start_some, loop, jobs)
        jobs.append(job)

    def _start_some(self, loop: asyncio.AbstractEventLoop, jobs: deque[_Job]) -> None:
        self._start_first(jobs, _STARTS_PER_ROUND)
        if jobs:
            loop.call_soon(self._start_some, loop, jobs)
        else:
            del self._next[loop]

    def _start_first(self, jobs: deque[_Job], most: int) -> None:
        for _ in range(most):
            try:
                job = jobs.popleft()
            except IndexError:  # no more, or another event loop closes the client and has started them
                return
            self._start_now(job)

    def _start_now(self, job: _Job) -> None:
        if not job.cancelled:
            self._background.start(self.most, job.run)


class _Job(Cancellation):
    """A function to run in a thread, and its outcome.

    :param call: the function.
    :param always: run it even if its task no longer waits when a thread gets to it.
    """

    __slots__ = ("_always", "_call", "_context", "_failure", "_received", "_result", "is_useless", "wake")

    def __init__(self, call: Callable[[], Any], *, always: bool = False):
        super().__init__()
        self._call = call
        self._always = always
        self._context = copy_context()
        self._result: Any = None
        self._failure: BaseException | None = None
        #: Whether the event loop has got the outcome.
        self._received = False
        #: Calls :meth:`receive` in the event loop; raises RuntimeError if the loop is closed.
        self.wake: Callable[[], object] = bool
        #: Whether the event loop is closed.
        self.is_useless: Callable[[], bool] = bool

    def run(self) -> None:
        """Run the function in this thread, and wake the waiting task."""
        call, wake, self._call, self.wake = self._call, self.wake, bool, bool  # they refer to the job and the client
        if self._always or not (self.cancelled or self.is_useless()):
            current.call = self
            try:
                self._result = self._context.run(call)
            except BaseException as error:
                self._failure = error
            finally:
                current.call = None
        if self.cancelled:
            self._discard()
            return
        try:
            wake()
        except RuntimeError:  # the event loop is closed
            self._discard()

    def receive(self, resume: Callable[[], object]) -> None:
        """Resume the waiting task, in the event loop, unless it was cancelled in the meantime."""
        if self.cancelled:
            self._discard()
            return
        self._received = True
        resume()

    def outcome(self) -> Any:
        """Return the result or raise the exception of the function."""
        failure, result = self._failure, self._result
        self._failure = self._result = None
        if failure is None:
            return result
        try:
            raise failure
        finally:
            del failure  # its traceback has this frame: together they would wait for the garbage collector

    def abandon(self) -> None:
        """Cancel the job, in the event loop, because its task no longer waits."""
        self.cancel()
        if self._received:
            self._discard()

    def _discard(self) -> None:
        """Close what nobody receives: a downloaded file, or a response whose body is not read."""
        result, self._result, self._failure = self._result, None, None
        discard(result[0] if isinstance(result, tuple) else result)


async def _wait(job: _Job, start: Callable[[_Job, asyncio.AbstractEventLoop | None], None]) -> Any:
    """Start a job, wait for it and return its result."""
    trio = sys.modules.get("trio")
    waiting = _wait_in_asyncio if trio is None or not _is_running(trio) else _wait_in_trio
    try:
        await waiting(job, start)
    except BaseException:
        job.abandon()
        raise
    return job.outcome()


async def _wait_in_asyncio(job: _Job, start: Callable[[_Job, asyncio.AbstractEventLoop | None], None]) -> None:
    loop = asyncio.get_running_loop()
    woken: asyncio.Future[None] = loop.create_future()
    resume = partial(_resume, woken)
    job.wake = partial(loop.call_soon_threadsafe, job.receive, resume)
    job.is_useless = loop.is_closed
    start(job, loop)
    await woken


def _resume(woken: asyncio.Future[None]) -> None:
    if not woken.done():  # the task is being cancelled
        woken.set_result(None)


async def _wait_in_trio(job: _Job, start: Callable[[_Job, asyncio.AbstractEventLoop | None], None]) -> None:
    import trio

    woken = trio.Event()
    job.wake = partial(trio.lowlevel.current_trio_token().run_sync_soon, job.receive, woken.set)
    start(job, None)
    await woken.wait()


def _is_running(trio: Any) -> bool:
    """Whether the current task is one of trio."""
    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        return False
    return True
