"""One client in many threads, before and after a fork, in other processes, closed or garbage-collected at any time."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import select
import subprocess
import sys
import textwrap
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, Callable

import pytest
import urllib3

import smscx_client
from smscx_client.apis import AccountApi, GroupsApi
from smscx_client.auth import TokenSource
from smscx_client.retry import RetryPolicy
from test.support import ROOT
from test.support.scripted import Connection, Scripted, http_response

BALANCE = b'{"balance": 250.0, "currency": "eur", "billing": "prepaid"}'

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def echoes(connection: Connection) -> None:
    """Respond with the group id of the request and with the client port of its connection."""
    if b"X-Refuse" in connection.received:
        connection.close(http_response(b"{}", status="403 Forbidden"))
    target = connection.received.split(b" ")[1]
    if target == b"/oauth/token":
        body: Any = {"access_token": "token", "expires_in": 3600, "token_type": "Bearer"}
    elif target == b"/account/balance":
        body = json.loads(BALANCE)
    else:
        body = {"info": {"id": int(target.split(b"/")[2].partition(b"?")[0])}, "data": []}
    on = f"X-Port: {connection.socket.getpeername()[1]}"
    connection.socket.sendall(http_response(json.dumps(body).encode(), on, "Content-Type: application/json"))


@pytest.fixture
def server() -> Iterator[Scripted]:
    server = Scripted()
    server.respond(echoes)
    yield server
    server.close()


@pytest.fixture
def client(server: Scripted) -> Iterator[smscx_client.ApiClient]:
    with smscx_client.ApiClient(smscx_client.Configuration(host=server.host, api_key="k"), pool_threads=4) as client:
        client.retry_policy = RetryPolicy(sleep=lambda seconds: None)
        yield client


def group(client: smscx_client.ApiClient, number: int, **options: Any) -> int:
    """The id in the response for a group."""
    return GroupsApi(client).get_group_details(number, **options).info.id


def port(client: smscx_client.ApiClient) -> str:
    """The client port of the connection that a call uses."""
    whole: Any = AccountApi(client).get_account_balance(_return_http_data_only=False)
    return whole[2]["X-Port"]


# Threads


@pytest.mark.parametrize("kept", [100, 2], ids=["a connection each", "fewer connections than threads"])
def test_each_thread_gets_its_own_response(client: smscx_client.ApiClient, server: Scripted, kept: int) -> None:
    client.configuration.connection_pool_maxsize = kept
    with smscx_client.ApiClient(client.configuration) as client, ThreadPoolExecutor(32) as threads:
        barrier = threading.Barrier(32)

        def call(thread: int) -> list[int]:
            barrier.wait()
            return [group(client, 1000 * thread + number) for number in range(20)]

        responses = list(threads.map(call, range(32)))
    assert responses == [[1000 * thread + number for number in range(20)] for thread in range(32)]
    assert len(server.requests) == 640


def test_each_handle_gets_its_own_response(client: smscx_client.ApiClient) -> None:
    barrier = threading.Barrier(16)

    def call(thread: int) -> list[int]:
        barrier.wait()
        handles: list[Any] = [
            GroupsApi(client).get_group_details(100 * thread + number, async_req=True) for number in range(5)
        ]
        return [handle.get().info.id for handle in handles]

    with ThreadPoolExecutor(16) as threads:
        responses = list(threads.map(call, range(16)))
    assert responses == [[100 * thread + number for number in range(5)] for thread in range(16)]


def test_a_response_is_not_changed_by_the_next_one(client: smscx_client.ApiClient) -> None:
    groups: Any = GroupsApi(client)
    first, status, headers = groups.get_group_details(1, _return_http_data_only=False)
    unread = groups.get_group_details(2, _preload_content=False)
    third = groups.get_group_details(3)
    assert json.loads(unread.read())["info"]["id"] == 2
    assert (first.info.id, status, third.info.id) == (1, 200, 3)
    assert headers["Content-Type"] == "application/json"


def test_a_handle_shows_its_state(client: smscx_client.ApiClient, server: Scripted) -> None:
    go = threading.Event()

    def waits(connection: Connection) -> None:
        go.wait(20)
        echoes(connection)

    server.respond(waits, http_response(b"{}", status="404 Not Found"))
    handle: Any = GroupsApi(client).get_group_details(7, async_req=True)
    with pytest.raises(multiprocessing.TimeoutError):
        handle.get(timeout=0)
    assert not handle.ready()
    with pytest.raises(ValueError, match="not done"):
        handle.successful()
    go.set()
    handle.wait()
    assert handle.ready() and handle.successful()
    assert handle.get().info.id == 7
    refused: Any = GroupsApi(client).get_group_details(8, async_req=True)
    with pytest.raises(smscx_client.ResourceNotFoundException):
        refused.get()
    assert not refused.successful()


def test_a_token_is_not_fetched_again_while_its_time_is_being_noted() -> None:
    fetched: list[str] = []
    looked_at = threading.Event()
    others: list[threading.Thread] = []

    def fetch(time_left: float | None) -> tuple[str, float]:
        fetched.append(f"token-{len(fetched)}")
        return fetched[-1], 3600

    def clock() -> float:
        if others:
            looked_at.set()
        elif fetched:  # the token is fetched, and not stored yet, while another thread needs one
            others.append(threading.Thread(target=source.token))
            others[0].start()
            looked_at.wait(0.1)
        return 1000.0

    source = TokenSource(fetch, clock)
    assert source.token() == "token-0"
    others[0].join()
    assert fetched == ["token-0"]


@pytest.mark.parametrize(
    "failure",
    [smscx_client.ApiTimeoutException("silent"), smscx_client.InvalidCredentialsException(401, body="{}")],
    ids=["silent", "refused"],
)
def test_threads_that_wait_for_a_token_share_the_failure_of_its_fetch(
    monkeypatch: pytest.MonkeyPatch, failure: smscx_client.ApiException
) -> None:
    arrived = threading.Semaphore(0)
    fetched: list[int] = []

    class Watched:
        """A lock that records which threads acquire it."""

        def __init__(self, lock: Any) -> None:
            self._lock = lock

        def acquire(self, **options: Any) -> bool:
            arrived.release()
            return bool(self._lock.acquire(**options))

        def release(self) -> None:
            self._lock.release()

    def fetch(time_left: float | None) -> tuple[str, float]:
        fetched.append(1)
        if len(fetched) == 1:
            assert all(arrived.acquire(timeout=20) for _ in range(8))
        if len(fetched) < 9:
            raise failure
        return "token", 3600

    def call(_: int) -> Any:
        with pytest.raises(type(failure)) as raised:
            source.token()
        return raised.value

    lock = threading.RLock
    with monkeypatch.context() as patched:
        patched.setattr("smscx_client.auth.threading.RLock", lambda: Watched(lock()))
        source = TokenSource(fetch)
    with ThreadPoolExecutor(8) as threads:
        met = list(threads.map(call, range(8)))
    assert len(fetched) == 1
    assert len(set(map(id, met))) == 8
    assert {str(one) for one in met} == {str(failure)}
    fetched.extend([1] * 8)
    assert source.token() == "token"


# Closing


def test_closing_waits_for_calls_that_have_started(client: smscx_client.ApiClient) -> None:
    handles: list[Any] = [GroupsApi(client).get_group_details(number, async_req=True) for number in range(20)]
    client.close()
    assert all(handle.ready() for handle in handles)
    assert [handle.get().info.id for handle in handles] == list(range(20))


def test_closing_does_not_cut_off_a_call(client: smscx_client.ApiClient, server: Scripted) -> None:
    arrived, go = threading.Event(), threading.Event()

    def waits(connection: Connection) -> None:
        arrived.set()
        go.wait(20)
        echoes(connection)

    server.respond(waits, echoes)
    with ThreadPoolExecutor(1) as threads:
        call = threads.submit(group, client, 5)
        arrived.wait(20)
        client.close()
        go.set()
        assert call.result() == 5
    assert group(client, 6) == 6


def test_closing_while_many_are_calling(client: smscx_client.ApiClient) -> None:
    done = threading.Event()

    def call(thread: int) -> list[int]:
        return [group(client, 1000 * thread + number) for number in range(12)]

    def close() -> None:
        while not done.is_set():
            client.close()

    closing = threading.Thread(target=close)
    closing.start()
    with ThreadPoolExecutor(8) as threads:
        responses = list(threads.map(call, range(8)))
    done.set()
    closing.join()
    assert responses == [[1000 * thread + number for number in range(12)] for thread in range(8)]


def test_closing_while_calls_start(client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    submit = ThreadPoolExecutor.submit

    def closed_just_before(threads: ThreadPoolExecutor, *call: Any) -> Any:
        monkeypatch.undo()
        client.close()
        return submit(threads, *call)

    monkeypatch.setattr(ThreadPoolExecutor, "submit", closed_just_before)
    handle: Any = GroupsApi(client).get_group_details(7, async_req=True)
    assert handle.get().info.id == 7


# Fork


def in_a_fork(function: Callable[[], Any]) -> Any:
    """Run ``function`` in a child process; return its result (JSON values), or raise an error with its traceback."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            outcome = json.dumps(function())
        except BaseException:
            outcome = json.dumps(["failed", traceback.format_exc()])
        os.write(writing, outcome.encode())
        os._exit(0)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], 30)
    if not ready:
        os.kill(child, 9)
    os.waitpid(child, 0)
    with os.fdopen(reading) as from_child:
        assert ready, "the child hangs"
        outcome = json.loads(from_child.read())
    assert not (isinstance(outcome, list) and outcome[:1] == ["failed"]), outcome[1]
    return outcome


@forks
def test_parent_and_child_share_no_connection(client: smscx_client.ApiClient) -> None:
    before = port(client)
    in_child = in_a_fork(lambda: [port(client), port(client)])
    assert in_child[0] == in_child[1] != before
    assert port(client) == before


def test_no_thread_of_a_child_uses_the_parents_connection(
    client: smscx_client.ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    parents = port(client)
    pools, ports = urllib3.PoolManager, []

    def opening(**settings: Any) -> Any:
        monkeypatch.setattr(urllib3, "PoolManager", pools)
        other = threading.Thread(target=lambda: ports.append(port(client)))
        other.start()
        other.join()
        return pools(**settings)

    monkeypatch.setattr("os.getpid", lambda: 1)
    monkeypatch.setattr(urllib3, "PoolManager", opening)
    ports.append(port(client))
    assert len(ports) == 2
    assert parents not in ports


@forks
def test_closing_in_the_child_does_not_affect_the_parent(client: smscx_client.ApiClient) -> None:
    before = port(client)
    assert in_a_fork(client.close) is None
    assert port(client) == before


@forks
def test_parent_and_child_call_at_the_same_time(client: smscx_client.ApiClient) -> None:
    group(client, 0)
    with ThreadPoolExecutor(4) as threads:
        mine = [threads.submit(group, client, number) for number in range(100)]
        theirs = in_a_fork(lambda: [group(client, number) for number in range(1000, 1100)])
        assert [one.result() for one in mine] == list(range(100))
    assert theirs == list(range(1000, 1100))


@forks
def test_a_fork_during_the_fetch_of_a_token(server: Scripted) -> None:
    fetching, go = threading.Event(), threading.Event()

    def holds_the_first(connection: Connection) -> None:
        fetching.set()
        go.wait(20)
        echoes(connection)

    server.respond(holds_the_first, echoes)
    configuration = smscx_client.Configuration(host=server.host, application_id="app", application_secret="secret")
    with smscx_client.ApiClient(configuration) as client, ThreadPoolExecutor(1) as threads:
        mine = threads.submit(group, client, 1)
        fetching.wait(20)
        assert in_a_fork(lambda: group(client, 2)) == 2
        go.set()
        assert mine.result() == 1
    assert sum(b"/oauth/token" in one for one in server.requests) == 2


@forks
def test_handles_after_a_fork(client: smscx_client.ApiClient, server: Scripted) -> None:
    arrived, go = threading.Event(), threading.Event()

    def waits(connection: Connection) -> None:
        arrived.set()
        go.wait(20)
        echoes(connection)

    def in_child() -> list[int]:
        handles: list[Any] = [GroupsApi(client).get_group_details(number, async_req=True) for number in (2, 3)]
        client.close()
        return [handle.get(timeout=10).info.id for handle in handles]

    server.respond(waits, echoes)
    mine: Any = GroupsApi(client).get_group_details(1, async_req=True)
    arrived.wait(20)
    assert in_a_fork(in_child) == [2, 3]
    go.set()
    assert mine.get().info.id == 1


# Other processes


def balance_of(configuration: smscx_client.Configuration) -> float:
    with smscx_client.ApiClient(configuration) as client:
        return AccountApi(client).get_account_balance().balance


def test_a_configuration_goes_to_another_process(server: Scripted) -> None:
    configuration = smscx_client.Configuration(host=server.host, application_id="app", application_secret="secret")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        assert list(processes.map(balance_of, [configuration] * 2)) == [250.0, 250.0]
    assert [one.split(b" ")[1] for one in server.requests] == [b"/oauth/token", b"/account/balance"] * 2


# Clients that are garbage-collected


def run(script: str, host: str) -> str:
    """Run ``script`` in Python's development mode; return its standard error."""
    script = f"import smscx_client\nfrom smscx_client.apis import *\nHOST = {host!r}\n" + textwrap.dedent(script)
    ran = subprocess.run(
        [sys.executable, "-X", "dev", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr


def test_a_program_that_ends_finishes_its_calls(server: Scripted) -> None:
    run(
        """
        client = smscx_client.ApiClient(smscx_client.Configuration(host=HOST, api_key="k"))
        for number in range(5):
            GroupsApi(client).get_group_details(number, async_req=True)
        """,
        server.host,
    )
    assert len(server.requests) == 5


@pytest.mark.skipif(
    urllib3.__version__.startswith("1."), reason="urllib3 1.26 itself leaves its sockets to the garbage"
)
def test_a_client_that_is_garbage_collected_prints_nothing(server: Scripted) -> None:
    noise = run(
        """
        import gc

        for _ in range(3):
            client = smscx_client.ApiClient(smscx_client.Configuration(host=HOST, api_key="k"))
            AccountApi(client).get_account_balance()
            AccountApi(client).get_account_balance(async_req=True).get()
            unread = AccountApi(client).get_account_balance(_preload_content=False)
            try:
                AccountApi(client).get_account_balance(_request_auths=[{"key": "X-Refuse", "value": "1"}])
            except smscx_client.ApiException:
                pass
            del client, unread
            gc.collect()
        client = smscx_client.ApiClient(smscx_client.Configuration(host=HOST, api_key="k"))
        AccountApi(client).get_account_balance()
        """,
        server.host,
    )
    assert noise == ""


def test_a_client_that_is_garbage_collected_ends_its_threads(server: Scripted) -> None:
    client = smscx_client.ApiClient(smscx_client.Configuration(host=server.host, api_key="k"))
    handle: Any = AccountApi(client).get_account_balance(async_req=True)
    handle.get()
    (thread,) = [one for one in threading.enumerate() if one.name.startswith("smscx_client")]
    del client, handle
    gc.collect()
    thread.join(10)
    assert not thread.is_alive()
