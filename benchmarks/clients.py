"""Making a client for https, and a client for each of 1,000 tenants."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import certifi
import urllib3

import smscx_client
from benchmarks.harness import LINUX, Contest, Scale, Side, cpu, in_fresh_process, reported

__all__ = ["making", "resident_of_many"]

_HOST = "https://127.0.0.1:1"  # no client here makes a call


def _by_hand(context: ssl.SSLContext | None, key: str = "benchmark") -> Any:
    """The objects that a program keeps for one account: a pool and the headers."""
    timeout = urllib3.Timeout(connect=5, read=60)
    pool = urllib3.PoolManager(maxsize=100, timeout=timeout, retries=False, ssl_context=context)
    return pool, {"Accept": "application/json", "X-API-KEY": key}


def _ours(key: str = "benchmark", **settings: Any) -> smscx_client.Client:
    return smscx_client.Client(host=_HOST, api_key=key, **settings)


def making(_: str, scale: Scale) -> Iterator[Contest]:
    context, certificates = ssl.create_default_context(cafile=certifi.where()), certifi.where()
    common: dict[str, Any] = {"unit": "ms", "scale": 1e-3, "per": scale.calls, "limit": 1.0, "same": False}
    yield Contest(
        name="client",
        title="Making a `Client` for https; by hand: a `PoolManager`",
        floor=Side.calling(partial(_by_hand, None), scale.calls),
        client=Side.calling(_ours, scale.calls),
        meter=cpu,
        **common,
    )
    configured = partial(smscx_client.Configuration, host=_HOST, api_key="benchmark", ssl_ca_cert=certificates)
    yield Contest(
        name="client-shared",
        title="... the second and later with `ssl_ca_cert`; by hand, with one `SSLContext` for all",
        floor=Side.calling(partial(_by_hand, context), scale.calls),
        client=Side(*_repeated(lambda: smscx_client.Client(configuration=configured()), scale.calls)),
        meter=cpu,
        **common,
    )
    if LINUX:
        yield Contest(
            name="client-tenants",
            title=f"... memory of each of {scale.clients:,} such clients after the first, resident",
            floor=Side.calling(lambda: in_fresh_process(resident_of_many, scale.clients, "floor")),
            client=Side.calling(lambda: in_fresh_process(resident_of_many, scale.clients, "client")),
            meter=reported,
            unit="KB",
            scale=1e3,
            limit=20.0,
            same=False,
            often=0.5,
        )


def _repeated(make: Callable[[], Any], times: int) -> tuple[Callable[[Any], Any], Callable[[], Any]]:
    """Make many clients beside a first one, which is made before the measurement and holds the TLS context."""
    return lambda first: [make() for _ in range(times)][-1], make


def resident_of_many(count: int, side: str) -> float:
    """Bytes of resident memory for each of ``count`` clients of different tenants, after the first one."""
    context = ssl.create_default_context(cafile=certifi.where())

    def made(number: int) -> Any:
        if side == "floor":
            return _by_hand(context, f"key {number}")
        configuration = smscx_client.Configuration(host=_HOST, api_key=f"key {number}", ssl_ca_cert=certifi.where())
        return smscx_client.Client(configuration=configuration)

    kept = [made(number) for number in range(2)]
    before = _resident()
    kept += [made(number) for number in range(count)]
    return (_resident() - before) / count


def _resident() -> float:
    return float(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
