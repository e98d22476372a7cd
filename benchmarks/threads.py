"""Eight threads on one client, as a web application uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from benchmarks.calls import client_for
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Scale, Side, wall
from benchmarks.server import connections_opened
from smscx_client.api.account_api import AccountApi

__all__ = ["threads"]

_THREADS = 8


def threads(url: str, scale: Scale) -> Iterator[Contest]:
    account, floor = AccountApi(client_for(f"{url}/1")), Floor(f"{url}/1")
    with ThreadPoolExecutor(_THREADS) as executor:

        def together(call: Callable[[], Any]) -> Side:
            def many(_: int) -> None:
                for _ in range(scale.calls):
                    call()

            return Side.calling(lambda: list(executor.map(many, range(_THREADS))))

        by_hand, ours = together(floor.balance), together(account.get_account_balance)
        note = f"connections opened: {_opened(url, by_hand)} by the floor, {_opened(url, ours)} by the client"
        yield Contest(
            name="threads",
            title=f"{_THREADS} threads on one client, small GETs, wall time of a call",
            floor=by_hand,
            client=ours,
            meter=wall,
            unit="µs",
            scale=1e-6,
            per=scale.calls * _THREADS,
            target=1.10,
            often=3,
            note=note,
        )


def _opened(url: str, side: Side) -> int:
    """How many connections two runs of ``side`` open: at most one per thread, unless some are discarded."""
    before = connections_opened(url)
    side.run(None)
    side.run(None)
    return connections_opened(url) - before - 1
