"""Client and AsyncClient behind one face, so that one test checks both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import smscx_client

__all__ = ["KINDS", "Caller", "FakeTime"]

KINDS = ("Client", "AsyncClient")


class FakeTime:
    """A clock that only pauses move."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    def policy(self) -> smscx_client.retry.RetryPolicy:
        return smscx_client.retry.RetryPolicy(
            clock=lambda: self.now, now=lambda: self.now, sleep=self.sleep, uniform=lambda least, most: most
        )


class Caller:
    """Makes calls with a client and waits for them: ``caller.sms.send_sms(...)``, whichever client it is."""

    def __init__(self, client: Any, loop: asyncio.AbstractEventLoop | None):
        self.client = client
        self._loop = loop

    def __getattr__(self, namespace: str) -> Any:
        return _Namespace(self, getattr(self.client, namespace))

    def with_options(self, **options: Any) -> Caller:
        return Caller(self.client.with_options(**options), self._loop)

    def wait(self, outcome: Any) -> Any:
        """The outcome of a call; that of a coroutine after it has run."""
        return outcome if self._loop is None else self._loop.run_until_complete(outcome)

    def rows(self, pages: Any) -> Iterator[Any]:
        """The rows of an ``iter_...`` method of the client, one after another."""
        while True:
            try:
                yield next(pages) if self._loop is None else self.wait(pages.__anext__())
            except (StopIteration, StopAsyncIteration):
                return

    def together(self, *calls: Callable[[Any], Any]) -> list[Any]:
        """Make calls at the same time; the result or the exception of each."""
        if self._loop is not None:
            return self._loop.run_until_complete(_gathered(self.client, calls))
        with ThreadPoolExecutor(len(calls)) as threads:
            started = [threads.submit(call, self.client) for call in calls]
        return [one.exception() or one.result() for one in started]

    def close(self) -> None:
        self.wait(self.client.close())


class _Namespace:
    def __init__(self, caller: Caller, namespace: Any):
        self._caller = caller
        self._namespace = namespace

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def call(*arguments: Any, **keywords: Any) -> Any:
            return self._caller.wait(getattr(self._namespace, method)(*arguments, **keywords))

        return call


async def _gathered(client: Any, calls: tuple[Callable[[Any], Any], ...]) -> list[Any]:
    return await asyncio.gather(*(call(client) for call in calls), return_exceptions=True)
