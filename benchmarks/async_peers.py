"""The same calls as in :mod:`benchmarks.async_calls` with aiohttp and httpx, written by hand.

The floor is the same too: urllib3 in a thread pool. Needs ``pip install -r benchmarks/requirements.txt``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from benchmarks.async_calls import DELAY, IN_FLIGHT, Call, Loop, by_hand
from benchmarks.floor import HEADERS, Floor
from benchmarks.harness import Contest, Scale, cpu

__all__ = ["calls"]


def calls(url: str, scale: Scale) -> Iterator[Contest]:
    """CPU of a call at 200 in flight."""
    host, count = f"{url}/after-{DELAY}", max(IN_FLIGHT, scale.calls * 20)
    with ExitStack() as stack:
        runner = Loop()
        stack.callback(runner.close)
        pool = stack.enter_context(ThreadPoolExecutor(IN_FLIGHT))
        floor = Floor(host, maxsize=IN_FLIGHT)
        for name, make in (("aiohttp", _aiohttp), ("httpx", _httpx)):
            client, call = runner.run(make(f"{host}/account/balance"))
            yield Contest(
                name=f"async-{name}",
                title=f"... with `{name}` by hand, in the column *client*",
                floor=runner.side(by_hand(pool, floor.balance), IN_FLIGHT, count),
                client=runner.side(call, IN_FLIGHT, count),
                meter=cpu,
                unit="µs",
                scale=1e-6,
                per=count,
            )
            runner.run(client.close() if name == "aiohttp" else client.aclose())


async def _aiohttp(address: str) -> tuple[Any, Call]:
    import aiohttp

    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=IN_FLIGHT), headers=HEADERS)

    async def call() -> Any:
        async with session.get(address) as response:
            if response.status != 200:
                raise RuntimeError(str(response.status))
            return json.loads(await response.read())["balance"]

    return session, call


async def _httpx(address: str) -> tuple[Any, Call]:
    import httpx

    limits = httpx.Limits(max_connections=IN_FLIGHT, max_keepalive_connections=IN_FLIGHT)
    client = httpx.AsyncClient(limits=limits, headers=HEADERS, timeout=60)

    async def call() -> Any:
        response = await client.get(address)
        if response.status_code != 200:
            raise RuntimeError(str(response.status_code))
        return json.loads(response.content)["balance"]

    return client, call
