"""The threads that run batches."""

from __future__ import annotations

import threading

import pytest

from smscx_client import Client
from smscx_client.bulk import pool
from smscx_client.bulk.batch import DELETE_GROUP, BatchTask
from smscx_client.bulk.outcome import DONE, Outcome


def test_threads_return_the_outcomes_of_their_tasks_and_end_when_the_pool_is_closed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_GLANCE", 0.001)
    before = set(threading.enumerate())
    threads = pool.ThreadPool(client, 3)
    started = sorted(set(threading.enumerate()) - before, key=lambda thread: thread.name)
    assert [(thread.name, thread.daemon) for thread in started] == [(f"bulk-{number}", True) for number in range(3)]
    assert threads.wait(0) == threads.wait(0.0025) == []
    threads.submit(1, BatchTask("no operation", {}, "+31612469333"))
    threads.submit(2, BatchTask(DELETE_GROUP, {}, "", arguments={"group_id": 99}))
    results = dict(threads.wait(None)[0] for _ in range(2))
    assert isinstance(results[1], KeyError)
    assert results[2] == Outcome(DONE)
    threads.close()
    for thread in started:
        thread.join(60)
        assert not thread.is_alive()
