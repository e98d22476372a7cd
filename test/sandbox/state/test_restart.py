"""A sandbox with a database file continues after a restart: its clock, its rate limit, its random numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.state.clock import Clock

Restart = Callable[..., Any]
NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)


@pytest.fixture
def restart(caller_type: Any, tmp_path: Path) -> Iterator[Restart]:
    """Start a sandbox with the same database as before, after the end of the last one."""
    running: list[Sandbox] = []

    def start(clock: Clock | None = None, **settings: Any) -> Any:
        while running:
            running.pop().close()
        running.append(Sandbox(Settings(database=str(tmp_path / "sandbox.db"), **settings), clock))
        return caller_type(running[-1])

    yield start
    running.pop().close()


def _now(call: Any) -> str:
    now: str = call("GET", "/_sandbox/clock").json()["now"]
    return now


def _hours_ahead(call: Any) -> int:
    ahead = call.sandbox.context.clock.now() - datetime.now(timezone.utc)
    return round(ahead / timedelta(hours=1))


@pytest.mark.parametrize("clock", [None, Clock])
def test_the_offset_of_a_clock(restart: Restart, clock: Callable[[], Clock] | None) -> None:
    restart(clock and clock())("POST", "/_sandbox/clock", {"advance": 7200})
    call = restart(clock and clock())
    assert _hours_ahead(call) == 2
    call("POST", "/_sandbox/reset")
    assert _hours_ahead(call) == 0
    assert _hours_ahead(restart()) == 0


@pytest.mark.parametrize("again", [True, False])
def test_a_frozen_clock(restart: Restart, again: bool) -> None:
    restart(Clock.frozen(NOON))("POST", "/_sandbox/clock", {"advance": 90})
    call = restart(Clock.frozen(NOON) if again else None)
    assert (_now(call), call.sandbox.context.clock.is_frozen) == ("2026-11-02 12:01:30", True)
    call("POST", "/_sandbox/reset")
    assert _now(restart()) == "2026-11-02 12:00:00"


def test_a_clock_that_was_frozen_by_a_call(restart: Restart) -> None:
    call = restart()
    call("POST", "/_sandbox/clock", {"rate": 0})
    frozen = _now(call)
    call = restart()
    assert (_now(call), call.sandbox.context.clock.is_frozen) == (frozen, True)


def test_a_clock_of_another_kind_replaces_the_old_one(restart: Restart) -> None:
    restart(Clock.frozen(NOON))("POST", "/_sandbox/clock", {"advance": 90})
    assert _now(restart(Clock.frozen())) == "2026-11-02 09:00:00"
    assert not restart(Clock()).sandbox.context.clock.is_frozen


def test_the_rate_window(restart: Restart) -> None:
    call = restart(Clock.frozen(), rate_limit=3)
    for _ in range(2):
        call("GET", "/account/balance")
    call = restart(Clock.frozen(), rate_limit=3)
    assert [call("GET", "/account/balance").status for _ in range(2)] == [200, 429]
    call = restart(rate_limit=3)
    assert call("GET", "/account/balance").status == 429
    call.sandbox.advance(60)
    assert call("GET", "/account/balance").status == 200


def test_a_rate_limit_that_was_set_by_a_call(restart: Restart) -> None:
    restart()("POST", "/_sandbox/limits", {"rateLimit": 7, "rateWindow": 5})
    assert restart()("GET", "/_sandbox/limits").json() == {"rateLimit": 7, "rateWindow": 5}
    assert restart(rate_limit=9)("GET", "/_sandbox/limits").json() == {"rateLimit": 9, "rateWindow": 60}


def test_the_seed_of_a_reset(restart: Restart, make: Callable[..., Any]) -> None:
    unbroken = make(seed=5)
    sent = [unbroken.send()["data"][0]["msgId"] for _ in range(2)]
    call = restart(Clock.frozen())
    call("POST", "/_sandbox/reset", {"seed": 5})
    assert [call.send()["data"][0]["msgId"], restart(Clock.frozen()).send()["data"][0]["msgId"]] == sent


@pytest.mark.parametrize("action", ["restore", "reset"])
def test_the_state_that_a_snapshot_or_a_reset_restores(restart: Restart, action: str) -> None:
    call = restart(Clock.frozen(NOON), rate_limit=3)
    call("GET", "/account/balance")
    call("POST", "/_sandbox/snapshots", {"name": "one"})
    call.sandbox.advance(30)
    call("GET", "/account/balance")
    call("POST", "/_sandbox/snapshots/one/restore" if action == "restore" else "/_sandbox/reset")
    call = restart(Clock.frozen(NOON), rate_limit=3)
    assert _now(call) == "2026-11-02 12:00:00"
    remaining = call("GET", "/account/balance").headers["X-Rate-Limit-Remaining"]
    assert remaining == ("1" if action == "restore" else "2")


def test_a_process_that_is_killed_has_written_all(restart: Restart, caller_type: Any, tmp_path: Path) -> None:
    call = restart(Clock.frozen(NOON))
    call("POST", "/_sandbox/clock", {"advance": 90})
    call("GET", "/account/balance")
    for name in ("sandbox.db", "sandbox.db-wal"):
        (tmp_path / f"copy-of-{name}").write_bytes((tmp_path / name).read_bytes())
    copy = Sandbox(Settings(database=str(tmp_path / "copy-of-sandbox.db")))
    assert _now(caller_type(copy)) == "2026-11-02 12:01:30"
    assert copy.limiter.state["count"] == 1
    copy.close()
