"""Every store has the same guarantees: one claim at a time, handled once, and nothing lost after a crash."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import redis
import redis.asyncio
from django.conf import settings as django_settings
from django.core.cache import caches

from smscx_client import webhooks
from smscx_client.webhooks import Claim
from test.support.ports import free_port

LEASE, KEEP = 300, 7 * 86_400


class Time:
    """A clock that only tests move."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(scope="session")
def redis_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A client of a Redis server that runs for the tests."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed, and RedisSeen is tested against a real one")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    folder = tmp_path_factory.mktemp("redis")
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert any("Ready to accept connections" in line for line in process.stdout), "redis-server has not started"
        with closing(redis.Redis(port=port)) as client:
            yield client
        process.terminate()


@pytest.fixture
def django_cache() -> Any:
    if not django_settings.configured:
        django_settings.configure()
    cache = caches["default"]
    cache.clear()
    return cache


@pytest.fixture(params=["memory", "sqlite", "redis", "django", "callable"])
def store(request: pytest.FixtureRequest, tmp_path: Path, time: Time) -> Iterator[webhooks.Seen]:
    if request.param == "memory":
        yield webhooks.MemorySeen(clock=time)
    elif request.param == "sqlite":
        with closing(webhooks.SqliteSeen(tmp_path / "seen.db", clock=time)) as seen:
            yield seen
    elif request.param == "redis":
        client = request.getfixturevalue("redis_client")
        client.flushall()
        yield webhooks.RedisSeen(client)
    elif request.param == "django":
        yield webhooks.CacheSeen(request.getfixturevalue("django_cache"))
    else:
        yield webhooks.CallableSeen(lambda key: False)


def test_a_key_is_claimed_once_and_handled_once(store: webhooks.Seen) -> None:
    assert isinstance(store, webhooks.Seen)
    assert store.claim("a", "me") is Claim.NEW
    assert store.claim("a", "you") is Claim.BUSY
    assert store.claim("b", "you") is Claim.NEW
    store.confirm("a", "me")
    assert store.claim("a", "you") is Claim.HANDLED


def test_a_released_key_can_be_claimed_again(store: webhooks.Seen) -> None:
    store.release("a", "")  # there is no claim to end
    assert store.claim("a", "me") is Claim.NEW
    store.release("a", "you")
    assert store.claim("a", "you") is Claim.BUSY
    store.release("a", "me")
    assert store.claim("a", "you") is Claim.NEW
    store.confirm("a", "you")
    store.release("a", "you")
    assert store.claim("a", "me") is Claim.HANDLED


def test_of_many_threads_one_claims_a_key(store: webhooks.Seen) -> None:
    with ThreadPoolExecutor(8) as threads:
        for key in map(str, range(50)):
            claims = list(threads.map(lambda owner, key=key: store.claim(key, owner), map(str, range(8))))
            assert sorted(claim.value for claim in claims) == ["busy"] * 7 + ["new"]
    assert {claim.value for claim in Claim} == {"new", "busy", "handled"}


TIMED: dict[str, Callable[[Path, Time], webhooks.Seen]] = {
    "memory": lambda folder, time: webhooks.MemorySeen(lease=10, clock=time),
    "sqlite": lambda folder, time: webhooks.SqliteSeen(folder / "seen.db", lease=10, clock=time),
}


@pytest.mark.parametrize("kind", TIMED)
def test_a_claim_ends_after_its_lease(kind: str, tmp_path: Path, time: Time) -> None:
    store = TIMED[kind](tmp_path, time)
    assert store.claim("a", "crashed") is Claim.NEW
    time.now += 9.9
    assert store.claim("a", "me") is Claim.BUSY
    time.now += 0.1
    assert store.claim("a", "me") is Claim.NEW
    store.release("a", "crashed")
    assert store.claim("a", "you") is Claim.BUSY
    time.now += 3600
    assert store.claim("a", "me") is Claim.NEW
    store.confirm("a", "me")
    time.now += 3600
    assert store.claim("a", "you") is Claim.HANDLED


def test_redis_and_a_cache_get_the_times_of_the_settings() -> None:
    stored = (
        "smscx:seen:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # later versions find it, too
    )

    class RecordsTimes:
        """A Redis client and a Django cache that keep nothing."""

        times: list[float]

        def set(self, name: str, value: str, **options: Any) -> bool:
            assert name == stored
            if "nx" not in options:
                assert value == "done"  # which later versions find
            self.times.append(options.get("px", 0) / 1000 or options["timeout"])
            return True

        def add(self, name: str, value: str, timeout: float) -> bool:
            assert name == stored
            self.times.append(timeout)
            return True

    for kind in (webhooks.RedisSeen, webhooks.CacheSeen):
        for times, options in (([LEASE, KEEP], {}), ([1.5, 2.5], {"lease": 1.5, "keep": 2.5})):
            recording = RecordsTimes()
            recording.times = []
            store = kind(recording, **options)
            assert store.claim("a", "me") is Claim.NEW
            store.confirm("a", "me")
            assert recording.times == times


def test_the_default_lease_is_five_minutes(tmp_path: Path, time: Time) -> None:
    with closing(webhooks.SqliteSeen(tmp_path / "seen.db", clock=time)) as file:
        for store in (webhooks.MemorySeen(clock=time), file):
            assert store.claim("a", "crashed") is Claim.NEW
            time.now += LEASE - 0.1
            assert store.claim("a", "me") is Claim.BUSY
            time.now += 0.1
            assert store.claim("a", "me") is Claim.NEW


def test_the_claim_of_a_function_ends_after_its_lease() -> None:
    store = webhooks.CallableSeen(lambda key: False, lease=-1)
    assert [store.claim("a", "crashed"), store.claim("a", "me")] == [Claim.NEW, Claim.NEW]


def test_claims_in_redis_and_in_a_cache_end_after_their_lease(redis_client: Any, django_cache: Any) -> None:
    redis_client.flushall()
    assert webhooks.RedisSeen(redis_client, lease=LEASE).claim("a", "me") is Claim.NEW
    (name,) = redis_client.keys("smscx:seen:*")
    assert 0 < redis_client.pttl(name) <= LEASE * 1000
    webhooks.RedisSeen(redis_client, keep=KEEP).confirm("a", "me")
    assert LEASE * 1000 < redis_client.pttl(name) <= KEEP * 1000
    store = webhooks.CacheSeen(django_cache, lease=-1)
    assert [store.claim("a", "crashed"), store.claim("a", "me")] == [Claim.NEW, Claim.NEW]


def test_memory_is_bounded(time: Time) -> None:
    store = webhooks.MemorySeen(100, clock=time)
    for key in map(str, range(1000)):
        assert store.claim(key, "me") is Claim.NEW
        store.confirm(key, "me")
    assert len(store) == 100
    assert ("900" in store, "899" in store) == (True, False)
    assert store.claim("0", "me") is Claim.NEW  # forgotten, its claim included
    one = webhooks.MemorySeen(1)
    one.confirm("a", "me")
    assert len(one) == 1
    assert store.claim("999", "me") is Claim.HANDLED
    with pytest.raises(ValueError, match="size must be at least 1"):
        webhooks.MemorySeen(0)


def test_a_file_keeps_keys_across_restarts_until_they_expire(tmp_path: Path, time: Time) -> None:
    path = str(tmp_path / "seen.db")
    with closing(webhooks.SqliteSeen(path, keep=3600, clock=time)) as store:
        store.claim("a", "me")
        store.confirm("a", "me")
    with closing(webhooks.SqliteSeen(path, keep=3600, clock=time)) as store:
        time.now += 3599.9
        assert store.claim("a", "me") is Claim.HANDLED
        time.now += 0.1
        assert store.claim("a", "me") is Claim.NEW


def test_a_file_deletes_old_keys_from_time_to_time(tmp_path: Path, time: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks.SqliteSeen, "_PURGE_EVERY", 2)
    path, rows = tmp_path / "seen.db", []
    with closing(webhooks.SqliteSeen(path, keep=10, clock=time)) as store, closing(sqlite3.connect(path)) as reader:
        for key in "abcdef":
            store.confirm(key, "me")
            time.now += 5
            rows += reader.execute("SELECT count(*) FROM seen").fetchone()
    assert rows == [1, 2, 3, 2, 3, 2]


def test_a_file_is_open_only_while_it_is_used(tmp_path: Path) -> None:
    def is_open() -> bool:
        return (tmp_path / "seen.db-wal").exists()

    store = webhooks.SqliteSeen(tmp_path / "seen.db")
    assert not is_open()  # so that a server can fork
    for _ in range(2):
        store.claim("a", "me")
        store.confirm("a", "me")
        assert is_open()
        store.close()
        assert not is_open()
        store.close()
    store.claim("a", "me")
    del store
    assert not is_open()


def test_a_file_that_cannot_be_made_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="seen.db: unable to open database file"):
        webhooks.SqliteSeen(tmp_path / "no-such-folder" / "seen.db")
    (tmp_path / "seen.csv").write_text("key\n" * 1000)
    with pytest.raises(sqlite3.DatabaseError, match="seen.csv: file is not a database"):
        webhooks.SqliteSeen(tmp_path / "seen.csv")


def _claim_all(path: str) -> list[str]:
    store = webhooks.SqliteSeen(path)
    claimed = [key for key in map(str, range(300)) if store.claim(key, str(os.getpid())) is Claim.NEW]
    for key in claimed:
        store.confirm(key, str(os.getpid()))
    store.close()
    return claimed


def test_of_many_processes_one_claims_a_key(tmp_path: Path) -> None:
    path = str(tmp_path / "seen.db")
    with multiprocessing.get_context("spawn").Pool(3) as processes:
        claimed = [key for keys in processes.map(_claim_all, [path] * 3) for key in keys]
    assert sorted(claimed, key=int) == [str(number) for number in range(300)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_file_can_be_used_on_both_sides_of_a_fork(tmp_path: Path) -> None:
    code = f"""
import os
from smscx_client import webhooks
store = webhooks.SqliteSeen({str(tmp_path / "seen.db")!r})
assert store.claim("a", "parent").value == "new"
child = os.fork()
if not child:
    assert store.claim("a", "child").value == "busy"
    assert store.claim("b", "child").value == "new"
    store.close()
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
assert store.claim("b", "parent").value == "busy"
store.confirm("a", "parent")
assert store.claim("a", "parent").value == "handled"
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


def test_a_function_decides_what_was_handled() -> None:
    handled = {"a"}
    store = webhooks.CallableSeen(handled.__contains__)
    assert store.claim("a", "me") is Claim.HANDLED
    assert store.claim("b", "me") is Claim.NEW
    handled.add("b")
    store.confirm("b", "me")
    assert store.claim("b", "you") is Claim.HANDLED


def test_a_function_that_stores_keys_at_once_does_not_lose_failed_events() -> None:
    stored: set[str] = set()

    def seen(key: str) -> bool:
        was_there = key in stored
        stored.add(key)
        return was_there

    store = webhooks.CallableSeen(seen)
    assert store.claim("a", "me") is Claim.NEW
    store.release("a", "me")
    assert store.claim("a", "you") is Claim.NEW
    store.confirm("a", "you")
    assert store.claim("a", "me") is Claim.HANDLED


def test_a_function_that_fails_claims_nothing() -> None:
    def seen(key: str) -> bool:
        if fails.pop():
            raise OSError("the database is down")
        return False

    fails = [False, True]
    store = webhooks.CallableSeen(seen)
    with pytest.raises(OSError, match="database is down"):
        store.claim("a", "me")
    assert store.claim("a", "me") is Claim.NEW


def test_the_receiver_takes_every_kind_of_store(redis_client: Any, django_cache: Any, tmp_path: Path) -> None:
    def seen_of(given: Any) -> type:
        return type(webhooks.Receiver(token="t", seen=given).seen)

    assert seen_of(None) is webhooks.MemorySeen
    assert seen_of(webhooks.MemorySeen()) is webhooks.MemorySeen
    assert seen_of(webhooks.SqliteSeen(tmp_path / "seen.db")) is webhooks.SqliteSeen
    assert seen_of(redis_client) is webhooks.RedisSeen
    assert seen_of(django_cache) is webhooks.CacheSeen
    assert seen_of(set().__contains__) is webhooks.CallableSeen


async def _seen(key: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("seen.db", "not str"),
        (set(), "not set"),
        (webhooks.MemorySeen, "not type"),
        (_seen, "async function"),
    ],
)
def test_an_object_that_is_no_store_is_refused(given: Any, reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        webhooks.Receiver(token="t", seen=given)


def test_a_store_refuses_the_address_of_a_server() -> None:
    with pytest.raises(TypeError, match="RedisSeen takes a redis.Redis, not str"):
        webhooks.RedisSeen("redis://127.0.0.1")
    with pytest.raises(TypeError, match="CacheSeen takes a Django cache, not str"):
        webhooks.CacheSeen("default")


def test_an_async_redis_client_is_refused() -> None:
    async def make() -> None:
        webhooks.Receiver(token="t", seen=redis.asyncio.Redis())

    with pytest.raises(TypeError, match="not a client of redis.asyncio"):
        asyncio.run(make())


@pytest.mark.parametrize("wrong", [None, "5", 1.5, True])
def test_a_store_refuses_a_size_or_path_of_another_type(wrong: Any) -> None:
    with pytest.raises(TypeError, match="^size: must be an int, not "):
        webhooks.MemorySeen(wrong)
    if not isinstance(wrong, str):
        with pytest.raises(TypeError, match="^path: must be the path of a file, not "):
            webhooks.SqliteSeen(wrong)
