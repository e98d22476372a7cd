"""Many calls at the same time from an event loop: their cost, their duration, and the delays of the loop.

The floor makes the same calls with urllib3 in a thread pool, from the same event loop, as a program without an async
client would.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import smscx_client
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Figure, Scale, Side, cpu, wall

__all__ = ["DELAY", "IN_FLIGHT", "Call", "Loop", "by_hand", "calls", "heartbeat"]

IN_FLIGHT = 200
#: Seconds after which the server responds.
DELAY = 0.05
_AT_THE_SAME_TIME = 60
_BEAT = 0.01
#: A failure in one call of ten, as the sandbox makes them: before the call runs, or after it.
_FAULTS = (
    {"status": 503, "probability": 0.05},
    {"reset": True, "when": "after", "probability": 0.05},
    {"latency": 0.05, "probability": 0.1},
)
_MESSAGE = {"to": ["+31612469333"], "from": "InfoText", "text": "Your parcel arrives today."}

Call = Callable[[], Awaitable[Any]]


def calls(url: str, scale: Scale) -> Iterator[Contest]:
    """CPU of a call at 200 in flight, and the time of 60 slow calls."""
    runner = Loop()
    with ThreadPoolExecutor(IN_FLIGHT) as pool:
        for name, title, delay, at_once, count, meter, unit, target in (
            (
                "async",
                f"CPU of a small GET at {IN_FLIGHT} in flight, response after {DELAY * 1000:.0f} ms",
                *(DELAY, IN_FLIGHT, max(IN_FLIGHT, scale.calls * 20), cpu, "µs", 1.3),
            ),
            (
                "async-wall",
                f"{_AT_THE_SAME_TIME} calls of 0.5 s at the same time, wall time",
                *(0.5, _AT_THE_SAME_TIME, _AT_THE_SAME_TIME, wall, "ms", 1.3),
            ),
        ):
            host = f"{url}/after-{delay}"
            floor = Floor(host, maxsize=IN_FLIGHT)
            client = smscx_client.AsyncClient(host=host, api_key="benchmark", max_concurrency=IN_FLIGHT)
            yield Contest(
                name=name,
                title=title,
                floor=runner.side(by_hand(pool, floor.balance), at_once, count),
                client=runner.side(_balance_of(client), at_once, count),
                meter=meter,
                unit=unit,
                scale=1e-6 if unit == "µs" else 1e-3,
                per=count if unit == "µs" else 1,
                target=target,
                note="" if unit == "µs" else "0.5 to 0.7 s",
            )
            runner.run(client.close())
    runner.close()


def heartbeat(_: str, scale: Scale) -> Iterator[Figure]:
    """The longest delay of a task that wakes every 10 ms, while 500 sends run against a sandbox with failures."""
    from benchmarks.sandbox_process import running  # only this one needs the sandbox

    count = min(500, scale.calls * 5)
    figure = Figure(
        "async-heartbeat",
        f"Longest delay of a heartbeat of 10 ms while {count} sends run, one in ten of which fails",
        "ms",
        None,
        "the client: 20 ms at most",
    )
    runner = Loop()
    with running() as sandbox, ThreadPoolExecutor(64) as pool:
        for fault in _FAULTS:
            sandbox.call("POST", "/_sandbox/faults", {"operation": "send_sms", **fault})
        host = f"http://127.0.0.1:{sandbox.port}"
        client = smscx_client.AsyncClient(host=host, api_key="sandbox-key", max_retries=5)
        floor = Floor(host, maxsize=64)
        for _ in range(max(2, scale.pairs // 5)):
            for samples, call in (
                (figure.floor, by_hand(pool, lambda: _sent_by_hand(floor))),
                (figure.client, lambda: client.sms.send_sms(_MESSAGE)),
            ):
                samples.append(runner.run(_longest_delay(call, count)) * 1e3)
        runner.run(client.close())
    runner.close()
    yield figure


class Loop:
    """One event loop for all runs of a contest."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()

    def run(self, work: Any) -> Any:
        return self._loop.run_until_complete(work)

    def side(self, call: Call, at_once: int, count: int) -> Side:
        """Make ``count`` calls, ``at_once`` of them at the same time."""

        async def worker(share: int) -> Any:
            for _ in range(share):
                found = await call()
            return found

        async def all_of_them() -> Any:
            share = count // at_once
            return set(await asyncio.gather(*(worker(share) for _ in range(at_once))))

        return Side(lambda _: self.run(all_of_them()))

    def close(self) -> None:
        self._loop.close()


def by_hand(pool: ThreadPoolExecutor, call: Callable[[], Any]) -> Call:
    async def run() -> Any:
        return await asyncio.get_running_loop().run_in_executor(pool, call)

    return run


def _balance_of(client: smscx_client.AsyncClient) -> Call:
    async def balance() -> float:
        return (await client.account.get_account_balance()).balance

    return balance


def _sent_by_hand(floor: Floor) -> Any:
    """Send as the client does, with an idempotency id, and repeat a failed request after a pause."""
    import uuid

    from urllib3.exceptions import HTTPError

    body = json.dumps({**_MESSAGE, "idempotencyId": str(uuid.uuid4())})
    headers = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}
    for number in range(6):
        try:
            response = floor.pool.request("POST", f"{floor.url}/sms", body=body, headers=headers)
        except HTTPError:
            time.sleep(0.25 * 2**number)
            continue
        if response.status != 503:
            return json.loads(response.data)
        time.sleep(0.25 * 2**number)
    raise RuntimeError("five repeats failed")


async def _longest_delay(call: Call, count: int) -> float:
    longest, loop = 0.0, asyncio.get_running_loop()

    async def beat() -> None:
        nonlocal longest
        while True:
            due = loop.time() + _BEAT
            await asyncio.sleep(_BEAT)
            longest = max(longest, loop.time() - due)

    beating = asyncio.ensure_future(beat())
    await asyncio.gather(*(call() for _ in range(count)))
    beating.cancel()
    return longest
