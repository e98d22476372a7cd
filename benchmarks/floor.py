"""The floor: careful hand-written code for each call, and nothing else.

A pool with the client's size, timeouts and headers; ``PoolManager.request``; ``json.dumps`` and ``json.loads``; plain
dicts. It checks the status, as every program must, and nothing else. It does not check the request, map errors, retry,
log, or make idempotency ids, as the client does.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import urllib3

__all__ = ["HEADERS", "Floor", "read_rows", "read_rows_naive", "read_rows_replacing"]

HEADERS = {"Accept": "application/json", "User-Agent": "smscx-client-python/1.0.0", "X-API-KEY": "benchmark"}
_JSON_HEADERS = {**HEADERS, "Content-Type": "application/json"}


class Floor:
    """Hand-written calls to the server at ``url``, with at most ``maxsize`` connections that stay open."""

    def __init__(self, url: str, maxsize: int = 100):
        self.url = url
        self.pool = urllib3.PoolManager(maxsize=maxsize, timeout=urllib3.Timeout(connect=5, read=60), retries=False)

    def balance(self) -> float:
        response = self.pool.request("GET", f"{self.url}/account/balance", headers=HEADERS)
        balance: float = _parsed(response)["balance"]
        return balance

    def send(self, to: list[str], **more: Any) -> dict[str, Any]:
        body = json.dumps({"to": to, "from": "InfoText", "text": "Your parcel arrives today.", **more})
        response = self.pool.request("POST", f"{self.url}/sms", body=body, headers=_JSON_HEADERS)
        return _parsed(response)

    def send_keyed(self, to: list[str]) -> dict[str, Any]:
        """The same with an idempotency id, as the client does it."""
        return self.send(to, idempotencyId=str(uuid.uuid4()))

    def listed(self, page_size: int = 500) -> Iterator[dict[str, Any]]:
        """The rows of all pages of a report."""
        address = f"{self.url}/reports/campaigns/6f6ad855-e542-411e-b316-caa909a1ccda"
        query: dict[str, Any] = {"limit": page_size}
        while True:
            page = _parsed(self.pool.request("GET", address, fields=query, headers=HEADERS))
            yield from page["data"]
            query["next"] = page["paging"]["next"]
            if not query["next"]:
                return

    def export(self, file: Path) -> int:
        response = self.pool.request(
            "GET",
            f"{self.url}/reports/campaigns/6f6ad855-e542-411e-b316-caa909a1ccda/csv",
            headers=HEADERS,
            preload_content=False,
        )
        with file.open("wb") as out:
            shutil.copyfileobj(response, out)
        response.release_conn()
        return file.stat().st_size


def _parsed(response: Any) -> dict[str, Any]:
    if response.status != 200:
        raise RuntimeError(f"{response.status}: {response.data!r}")
    value: dict[str, Any] = json.loads(response.data)
    return value


def read_rows(rows: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    """Read five fields of each row, the date as an aware datetime in UTC, with the fastest plain expression."""
    last: tuple[Any, ...] = ()
    for row in rows:
        last = (
            row["msgId"],
            row["status"],
            row["cost"],
            datetime.fromisoformat(row["createdAt"] + "+00:00"),
            row["textAnalysis"]["parts"],
        )
    return last


def read_rows_replacing(rows: list[dict[str, Any]]) -> tuple[Any, ...]:
    """The same with the usual expression, whose date takes six to thirteen times as long up to Python 3.12."""
    last: tuple[Any, ...] = ()
    for row in rows:
        last = (
            row["msgId"],
            row["status"],
            row["cost"],
            datetime.fromisoformat(row["createdAt"]).replace(tzinfo=timezone.utc),
            row["textAnalysis"]["parts"],
        )
    return last


def read_rows_naive(rows: list[dict[str, Any]]) -> tuple[Any, ...]:
    """The same with a naive datetime, without the time zone."""
    last: tuple[Any, ...] = ()
    for row in rows:
        last = (
            row["msgId"],
            row["status"],
            row["cost"],
            datetime.fromisoformat(row["createdAt"]),
            row["textAnalysis"]["parts"],
        )
    return last
