"""Behaviour of the async client only: the event loop, cancelling, context, closing."""

from __future__ import annotations

import asyncio
import gc
import inspect
import pathlib
import socket
import ssl
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import Any

import pytest
import trio
import trustme

import smscx_client
from smscx_client._namespaces import METHODS
from smscx_client.retry import RetryPolicy
from test.support.recorder import Recorder
from test.support.scripted import Connection, Scripted, http_response, keeps_silent

BALANCE = b'{"balance": 5.5, "currency": "EUR"}'
BODY = {"to": ["+31612469333"], "from": "InfoText", "text": "Hi"}
PACKAGE = pathlib.Path(smscx_client.__file__).parent
NAMESPACES = sorted(set(METHODS.values()))
#: Seconds after which a test fails instead of waiting forever.
AT_MOST = 20

needs_task_groups = pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio has task groups since Python 3.11")


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    server = Scripted()
    server.respond(http_response(BALANCE))
    yield server
    server.close()


def make(server: Scripted | Recorder, **settings: Any) -> smscx_client.AsyncClient:
    return smscx_client.AsyncClient(**{"host": server.host, "api_key": "key", **settings})


class Held:
    """A step of a server that responds when the test releases it."""

    def __init__(self, body: bytes = BALANCE) -> None:
        self._body = body
        self._release = threading.Event()
        self._arrived = threading.Event()

    def __call__(self, connection: Connection) -> None:
        self._arrived.set()
        self._release.wait(AT_MOST)
        connection.socket.sendall(http_response(self._body))

    async def arrived(self) -> None:
        """Wait until the request has arrived."""
        assert await asyncio.get_running_loop().run_in_executor(None, self._arrived.wait, AT_MOST)

    def release(self) -> None:
        self._release.set()


def threads_of_clients() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("smscx_client")]


def threads_left() -> list[threading.Thread]:
    """The threads of clients that do not end. One that has just closed a client may still be ending."""
    for thread in threads_of_clients():
        thread.join(AT_MOST)
    return threads_of_clients()


# The same methods


def test_methods_signatures_and_documentation_of_client() -> None:
    client, twin = smscx_client.Client(api_key="key"), smscx_client.AsyncClient(api_key="key")
    compared = 0
    for namespace in NAMESPACES:
        ours, theirs = type(getattr(twin, namespace)), type(getattr(client, namespace))
        for name, method in inspect.getmembers(theirs, inspect.isfunction):
            if name.startswith("_"):
                continue
            same = getattr(ours, name)
            expected, signature = inspect.signature(method), inspect.signature(same)
            assert signature.parameters == expected.parameters
            if name.startswith("iter_"):
                assert signature.return_annotation == f"Async{expected.return_annotation}"
                assert same.__doc__ == (method.__doc__ or "").replace("    for row in", "    async for row in")
            else:
                assert inspect.iscoroutinefunction(same)
                assert signature.return_annotation == expected.return_annotation
                assert same.__doc__ == method.__doc__
            compared += 1
    assert compared == 112  # 101 methods, one of which has a second name, and 10 iterators


# The event loop


def test_no_part_of_a_call_runs_in_the_event_loop(scripted: Scripted) -> None:
    scripted.respond(
        http_response(b'{"access_token": "token", "expires_in": 3600}'),
        http_response(status="503 Busy"),
        http_response(BALANCE),
    )
    ran: set[str] = set()

    def note(frame: Any, event: str, argument: Any) -> None:
        if event == "c_call":
            ran.add(getattr(argument, "__qualname__", ""))
        elif event == "call" and frame.f_code.co_filename.startswith(str(PACKAGE)):
            ran.add(pathlib.Path(frame.f_code.co_filename).relative_to(PACKAGE).as_posix())

    async def main() -> None:
        client = make(scripted, api_key=None, application_id="app", application_secret="secret", retry_policy=quick())
        account = client.account  # the first use of a namespace imports its module
        sys.setprofile(note)
        try:
            response = await account.get_account_balance()
        finally:
            sys.setprofile(None)
        assert response.balance == 5.5
        await client.close()

    asyncio.run(main())
    assert len(scripted.requests) == 3
    own = {
        "aio/account_api.py",
        "aio/api.py",
        "aio/threads.py",
        "_background.py",
        "_cancellation.py",
    }
    assert {one for one in ran if one.endswith(".py")} == own
    assert ran & {"socket.connect", "socket.sendall", "socket.recv_into", "sleep"} == set()


def quick() -> RetryPolicy:
    """Pauses that take no time."""
    return RetryPolicy(sleep=lambda seconds: None)


def test_making_and_closing_a_client_for_https_reads_no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    made: list[threading.Thread] = []
    monkeypatch.setattr(ssl, "SSLContext", lambda *_: made.append(threading.current_thread()))

    async def main() -> None:
        async with smscx_client.AsyncClient(host="https://127.0.0.1:1", api_key="key"):
            pass

    asyncio.run(main())
    assert threading.main_thread() not in made


def test_at_most_so_many_calls_at_the_same_time(recorder: Recorder) -> None:
    running: list[int] = []
    peak: list[int] = []
    lock = threading.Lock()

    def token() -> str:
        with lock:
            running.append(1)
            peak.append(len(running))
        barrier.wait(AT_MOST)
        with lock:
            running.pop()
        return "token"

    barrier = threading.Barrier(3)
    recorder.respond({"balance": 5.5})

    async def main() -> None:
        async with make(recorder, api_key=None, access_token=token, max_concurrency=3) as client:
            await asyncio.gather(*(client.account.get_account_balance() for _ in range(12)))
            assert len(threads_of_clients()) == 3

    asyncio.run(main())
    assert max(peak) == 3


def test_several_event_loops_at_the_same_time(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})
    client = make(recorder)
    found: list[float] = []

    async def main() -> None:
        responses = await asyncio.gather(*(client.account.get_account_balance() for _ in range(10)))
        found.extend(one.balance for one in responses)

    loops = [threading.Thread(target=asyncio.run, args=(main(),)) for _ in range(3)]
    for one in loops:
        one.start()
    for one in loops:
        one.join()
    client.close_blocking()
    assert found == [5.5] * 30


def begin(loop: asyncio.AbstractEventLoop, client: smscx_client.AsyncClient) -> asyncio.Task[Any]:
    """Run a call until it waits for its thread, which it gets in the next round of the event loop."""
    task = loop.create_task(client.account.get_account_balance())
    loop.call_soon(loop.stop)
    loop.run_forever()
    return task


def test_calls_of_several_event_loops_begin_at_the_same_time(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})
    client = make(recorder)
    tasks: dict[asyncio.AbstractEventLoop, Any] = {}

    another = asyncio.new_event_loop()

    def begin_another() -> None:
        tasks[another] = begin(another, client)

    class Loop(asyncio.SelectorEventLoop):
        """While another loop looks whether this one is closed, a third loop begins a call."""

        def is_closed(self) -> bool:
            if another not in tasks:
                tasks[another] = None
                third = threading.Thread(target=begin_another)
                third.start()
                third.join()
            return super().is_closed()

    first = Loop()
    tasks[first] = begin(first, client)

    async def second() -> float:
        return (await client.account.get_account_balance()).balance

    assert asyncio.run(second()) == 5.5
    failures: list[Any] = []
    for loop, task in tasks.items():
        with closing(loop):
            loop.set_exception_handler(lambda _, context: failures.append(context))
            assert loop.run_until_complete(task).balance == 5.5
    assert (len(tasks), failures) == (2, [])
    client.close_blocking()


def test_event_loop_that_is_closed_before_a_call_has_a_thread_is_forgotten(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})
    client = make(recorder)

    async def later() -> float:
        return (await client.account.get_account_balance()).balance

    def abandoned() -> weakref.ref[Any]:
        loop = asyncio.new_event_loop()
        task = begin(loop, client)
        loop.close()
        task._log_destroy_pending = False  # the program that closes its loop gets this message
        task.get_coro().close()
        return weakref.ref(loop)

    reference = abandoned()
    assert asyncio.run(later()) == 5.5
    gc.collect()
    assert reference() is None
    assert len(recorder.requests) == 1
    client.close_blocking()


def test_trio(scripted: Scripted) -> None:
    scripted.respond(http_response(BALANCE), keeps_silent, http_response(BALANCE))

    async def main() -> None:
        async with make(scripted) as client:
            assert (await client.account.get_account_balance()).balance == 5.5
            with pytest.raises(smscx_client.ApiValueError):
                await client.otp.get_otp_status("7")
            with trio.move_on_after(0.05) as scope:
                await client.account.get_account_balance()
            assert scope.cancelled_caught
            assert (await client.account.get_account_balance()).balance == 5.5
            scripted.close()

    trio.run(main)
    assert len(scripted.requests) == 3
    assert threads_left() == []


# Context


def test_context_variables_reach_the_call(recorder: Recorder) -> None:
    tenant: ContextVar[str] = ContextVar("tenant")
    recorder.respond({"balance": 5.5})

    async def task(client: smscx_client.AsyncClient, name: str) -> None:
        tenant.set(name)
        await client.account.get_account_balance()

    async def main() -> None:
        async with make(recorder, api_key=None, access_token=tenant.get) as client:
            await asyncio.gather(*(task(client, f"tenant-{number}") for number in range(20)))

    asyncio.run(main())
    assert sorted(one.headers["Authorization"] for one in recorder.requests) == sorted(
        f"Bearer tenant-{number}" for number in range(20)
    )


# Cancelling


def test_cancelled_call_returns_at_once_and_its_late_response_is_dropped(scripted: Scripted) -> None:
    held = Held(b'{"balance": 1.0}')
    scripted.respond(held, http_response(BALANCE))

    async def main() -> None:
        async with make(scripted) as client:
            task = asyncio.ensure_future(client.account.get_account_balance())
            await held.arrived()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            during = await client.account.get_account_balance()
            held.release()
            after = [await client.account.get_account_balance() for _ in range(3)]
            assert [during.balance, *(one.balance for one in after)] == [5.5] * 4

    asyncio.run(main())
    assert len(scripted.requests) == 5


def test_cancelled_call_is_not_repeated(scripted: Scripted) -> None:
    released, arrived = threading.Event(), threading.Event()

    def busy(connection: Connection) -> None:
        arrived.set()
        released.wait(AT_MOST)
        connection.socket.sendall(http_response(status="503 Busy"))

    scripted.respond(busy)

    async def main() -> None:
        async with make(scripted, max_retries=5, retry_policy=quick()) as client:
            task = asyncio.ensure_future(client.account.get_account_balance())
            await asyncio.get_running_loop().run_in_executor(None, arrived.wait, AT_MOST)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            released.set()

    asyncio.run(main())
    assert len(scripted.requests) == 1


def test_cancelled_during_a_pause(scripted: Scripted) -> None:
    scripted.respond(http_response(b"", "Retry-After: 50", status="503 Busy"))

    async def main() -> None:
        loop, pausing = asyncio.get_running_loop(), asyncio.Event()

        def uniform(least: float, most: float) -> float:
            loop.call_soon_threadsafe(pausing.set)
            return most

        client = make(scripted, retry_policy=RetryPolicy(uniform=uniform))
        task = asyncio.ensure_future(client.account.get_account_balance())
        await pausing.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(client.close(), AT_MOST)  # it waits for the thread of the call

    asyncio.run(main())
    assert len(scripted.requests) == 1


def test_cancelled_while_a_token_is_fetched(scripted: Scripted) -> None:
    held = Held(b'{"access_token": "token", "expires_in": 3600}')
    scripted.respond(held, http_response(BALANCE))

    async def main() -> None:
        async with make(scripted, api_key=None, application_id="app", application_secret="secret") as client:
            task = asyncio.ensure_future(client.account.get_account_balance())
            await held.arrived()
            waiting = asyncio.ensure_future(client.account.get_account_balance())
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            held.release()
            assert (await waiting).balance == 5.5

    asyncio.run(main())
    assert [one.split(b" ")[1] for one in scripted.requests] == [b"/oauth/token", b"/account/balance"]


@contextmanager
def server_that_waits_in(phase: str, arrived: threading.Event, release: threading.Event) -> Iterator[tuple[Any, Any]]:
    """A server whose first connection stops in this phase until ``release``, and the settings to call it with."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    def hold(_: Any) -> None:
        if not arrived.is_set():
            arrived.set()
            release.wait(AT_MOST)

    def hold_in_the_body(connection: Connection) -> None:
        whole = http_response(BALANCE)
        connection.socket.sendall(whole[:-10])
        hold(connection)
        connection.socket.sendall(whole[-10:])

    server = Scripted(context if phase == "TLS handshake" else None)
    server.respond(hold_in_the_body if phase == "reading" else http_response(BALANCE))
    if phase != "reading":
        server.on_connect = hold
    with closing(server), authority.cert_pem.tempfile() as certificate:
        if phase == "TLS handshake":
            yield server, {"ssl_ca_cert": certificate}
        else:
            yield server, {"socket_options": [(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)]}


@pytest.mark.parametrize("phase", ["connecting", "TLS handshake", "sending", "reading"])
def test_cancelled_in_each_phase_of_a_request_leaves_nothing_behind(phase: str) -> None:
    """The call ends at once and is not repeated, the client still works, and its threads end."""
    arrived, release = threading.Event(), threading.Event()
    large = {**BODY, "to": [f"+316{n:08d}" for n in range(25_000)]}

    async def main(server: Scripted, settings: dict[str, Any]) -> int:
        async with make(server, **settings) as client:
            call = client.sms.send_sms(large) if phase == "sending" else client.account.get_account_balance()
            task = asyncio.ensure_future(call)
            if phase == "connecting":
                await asyncio.sleep(0)
            else:
                assert await asyncio.get_running_loop().run_in_executor(None, arrived.wait, AT_MOST)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert not release.is_set()
            release.set()
            assert (await client.account.get_account_balance()).balance == 5.5
        return server.connections

    with server_that_waits_in(phase, arrived, release) as (server, settings):
        assert asyncio.run(main(server, settings)) <= 2
        assert len(server.requests) <= 2
    assert threads_left() == []


@pytest.mark.parametrize("rounds", [1, 3])
def test_cancelled_before_a_thread_is_free(rounds: int, scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)

    async def main() -> None:
        async with make(scripted, max_concurrency=1) as client:
            first = asyncio.ensure_future(client.account.get_account_balance())
            await held.arrived()
            second = asyncio.ensure_future(client.sms.send_sms(BODY))
            for _ in range(rounds):
                await asyncio.sleep(0)
            second.cancel()
            with pytest.raises(asyncio.CancelledError):
                await second
            held.release()
            assert (await first).balance == 5.5

    asyncio.run(main())
    assert len(scripted.requests) == 1


def test_wait_for(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held, http_response(BALANCE))

    async def main() -> None:
        async with make(scripted) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.account.get_account_balance(), 0.05)
            held.release()
            assert (await client.account.get_account_balance()).balance == 5.5

    asyncio.run(main())


@needs_task_groups
def test_task_group_cancels_the_other_calls(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)

    async def main() -> None:
        async with make(scripted) as client:
            with pytest.raises(ExceptionGroup) as caught:  # noqa: F821 - Python 3.11
                async with asyncio.TaskGroup() as group:
                    other = group.create_task(client.account.get_account_balance())
                    await held.arrived()
                    group.create_task(client.otp.get_otp_status("7"))
            assert caught.group_contains(smscx_client.ApiValueError)
            assert other.cancelled()
            held.release()

    asyncio.run(main())


def test_response_of_a_cancelled_call_is_closed(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)

    async def main() -> None:
        async with make(scripted) as client:
            task = asyncio.ensure_future(client.account.get_account_balance(_preload_content=False))
            await held.arrived()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            held.release()

    asyncio.run(main())
    gc.collect()  # an unclosed socket would be a warning, and a warning is an error


def test_file_of_a_cancelled_call_is_deleted(scripted: Scripted, tmp_path: pathlib.Path) -> None:
    sent = threading.Event()

    def export(connection: Connection) -> None:
        half = b"x" * 100_000
        head = http_response(
            half * 2, "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        connection.socket.sendall(head[:-100_000])
        sent.set()
        release.wait(AT_MOST)
        connection.socket.sendall(half)

    release = threading.Event()
    scripted.respond(export)

    async def main() -> None:
        client = make(scripted)
        client.configuration.temp_folder_path = str(tmp_path)
        async with client:
            export = client.reports.export_campaign_report_to_xlsx("6f6ad855-e542-411e-b316-caa909a1ccda")
            task = asyncio.ensure_future(export)
            await asyncio.get_running_loop().run_in_executor(None, sent.wait, AT_MOST)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            release.set()

    asyncio.run(main())
    assert len(scripted.requests) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["call ends", "loop is woken", "task resumes", "loop is closed"])
def test_file_that_nobody_receives_is_deleted(moment: str, scripted: Scripted, tmp_path: pathlib.Path) -> None:
    """The task is cancelled, or its loop closed, when the file is complete, and before this moment."""
    scripted.respond(
        http_response(b"sheet", "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    )
    saved, release, woken = threading.Event(), threading.Event(), threading.Event()

    def on_event(event: smscx_client.CallEvent) -> None:
        if event.kind == "call":
            saved.set()
            release.wait(AT_MOST)

    class Loop(asyncio.SelectorEventLoop):
        def call_soon_threadsafe(self, *arguments: Any, **keywords: Any) -> Any:
            handle = super().call_soon_threadsafe(*arguments, **keywords)
            woken.set()
            return handle

    with closing(Loop()) as loop:
        client = make(scripted, temp_folder_path=str(tmp_path), on_event=on_event)
        export = client.reports.export_campaign_report_to_xlsx(
            "6f6ad855-e542-411e-b316-caa909a1ccda", _return_http_data_only=moment == "call ends"
        )
        task = loop.create_task(export)
        for _ in range(3):
            loop.call_soon(loop.stop)
            loop.run_forever()
        assert saved.wait(AT_MOST)
        assert len(list(tmp_path.iterdir())) == 1
        if moment == "task resumes":
            release.set()
            assert woken.wait(AT_MOST)
        if moment != "loop is closed":
            task.cancel()
        if moment == "loop is woken":
            release.set()
            assert woken.wait(AT_MOST)
        if moment == "loop is closed":
            task._log_destroy_pending = False  # the program that closes its loop gets this message
            loop.close()
        else:
            with pytest.raises(asyncio.CancelledError):
                loop.run_until_complete(task)
        release.set()
        client.close_blocking()
        assert list(tmp_path.iterdir()) == []
        export.close()


def test_download_that_is_not_cancelled(scripted: Scripted, tmp_path: pathlib.Path) -> None:
    scripted.respond(
        http_response(b"sheet", "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    )

    async def main() -> None:
        async with make(scripted, temp_folder_path=str(tmp_path)) as client:
            with await client.reports.export_campaign_report_to_xlsx("6f6ad855-e542-411e-b316-caa909a1ccda") as file:
                assert file.read() == b"sheet"

    asyncio.run(main())


# Closing


def test_close_waits_for_the_calls(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)

    async def main() -> None:
        client = make(scripted)
        call = asyncio.ensure_future(client.account.get_account_balance())
        await held.arrived()
        closing = asyncio.ensure_future(client.close())
        await asyncio.sleep(0)
        assert not closing.done()
        held.release()
        await closing
        assert (await call).balance == 5.5

    asyncio.run(main())
    assert threads_left() == []


def test_close_waits_for_calls_that_have_no_thread_yet(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})

    async def main() -> list[float]:
        before = set(threads_of_clients())  # of other tests
        client = make(recorder)
        calls = [asyncio.ensure_future(client.account.get_account_balance()) for _ in range(8)]
        await asyncio.sleep(0)  # each task runs once, and only some of them get their thread in this round
        await client.close()
        assert set(threads_of_clients()) <= before
        return [(await call).balance for call in calls]

    assert asyncio.run(main()) == [5.5] * 8


def test_only_the_client_itself_ends_its_threads_and_connections(scripted: Scripted) -> None:
    before = set(threads_of_clients())  # of other tests
    client = make(scripted)
    other = client.with_options(max_retries=0, headers={"X-Trace": "1"})
    assert repr(client) == f"AsyncClient(configuration={client.configuration!r})"
    assert (other.configuration.max_retries, other.api_client.configuration) == (0, other.configuration)

    async def balance(one: smscx_client.AsyncClient) -> float:
        return (await one.account.get_account_balance()).balance

    assert asyncio.run(balance(other)) == 5.5
    assert b"X-Trace: 1" in scripted.requests[0]
    other.close_blocking()
    asyncio.run(other.close())
    assert len(set(threads_of_clients()) - before) == 1
    assert asyncio.run(balance(client)) == 5.5
    assert scripted.connections == 1
    client.close_blocking()
    assert set(threads_of_clients()) <= before
    assert asyncio.run(balance(client)) == 5.5
    assert scripted.connections == 2
    client.close_blocking()


def test_cancelled_close_still_closes(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)

    async def main() -> None:
        client = make(scripted)
        call = asyncio.ensure_future(client.account.get_account_balance())
        await held.arrived()
        closing = asyncio.ensure_future(client.close())
        await asyncio.sleep(0)
        closing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closing
        held.release()
        await call

    asyncio.run(main())
    assert threads_left() == []


def test_end_of_the_program_while_calls_run(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held, http_response(BALANCE))
    client = make(scripted)

    async def main() -> None:
        waiting = asyncio.ensure_future(client.account.get_account_balance())
        await held.arrived()
        assert not waiting.done()

    asyncio.run(main())  # it cancels the task
    held.release()

    async def later() -> float:
        return (await client.account.get_account_balance()).balance

    assert asyncio.run(later()) == 5.5
    client.close_blocking()


def test_event_loop_that_is_closed_while_calls_run(scripted: Scripted) -> None:
    held = Held()
    scripted.respond(held)
    client = make(scripted, max_concurrency=1)
    loop = asyncio.new_event_loop()
    calls = [client.account.get_account_balance(), client.account.get_account_balance()]
    tasks = [loop.create_task(call) for call in calls]
    loop.run_until_complete(held.arrived())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
    held.release()
    client.close_blocking()
    assert len(scripted.requests) == 1  # the second call had no thread yet
    for task in tasks:
        task._log_destroy_pending = False  # the program that closes its loop gets this message for each of its tasks
    for call in calls:
        call.close()


def test_client_that_is_not_closed(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})

    async def main() -> weakref.ref[Any]:
        client = make(recorder)
        await client.account.get_account_balance()
        return weakref.ref(client)

    reference = asyncio.run(main())
    gc.collect()
    assert reference() is None
    assert threads_left() == []


def test_calls_leave_nothing_behind(recorder: Recorder) -> None:
    recorder.respond({"balance": 5.5})

    def kept() -> int:
        gc.collect()
        return len(gc.get_objects())

    async def many(client: smscx_client.AsyncClient) -> None:
        for _ in range(10):
            await asyncio.gather(*(client.account.get_account_balance() for _ in range(10)))
            with pytest.raises(smscx_client.ApiValueError):
                await client.otp.get_otp_status("7")

    async def main() -> tuple[int, int]:
        async with make(recorder, max_concurrency=4) as client:
            await many(client)
            recorder.requests.clear()
            before = kept()
            await many(client)
            recorder.requests.clear()
            return before, kept()

    before, after = asyncio.run(main())
    assert after - before < 100  # 110 calls


def test_exception_keeps_nothing_alive_in_a_cycle(recorder: Recorder) -> None:
    async def main() -> None:
        async with make(recorder) as client:
            gc.collect()
            gc.disable()
            try:
                with pytest.raises(smscx_client.ApiValueError) as caught:
                    await client.otp.get_otp_status("7")
                reference = weakref.ref(caught.value)
                del caught
                assert reference() is None
            finally:
                gc.enable()

    asyncio.run(main())


# Wrong use


@pytest.mark.parametrize(
    ("call", "expected", "words"),
    [
        (lambda: smscx_client.AsyncClient(api_key="key", max_concurrency=0), smscx_client.ApiValueError, "1 or more"),
        (lambda: smscx_client.AsyncClient(api_key="key", max_concurrency="9"), smscx_client.ApiTypeError, "an int"),
        (lambda: smscx_client.AsyncClient(api_key="key", max_concurrency=True), smscx_client.ApiTypeError, "not bool"),
        (
            lambda: smscx_client.AsyncClient(api_key="key").send_sms,
            smscx_client.ApiAttributeError,
            "client.sms.send_sms",
        ),
    ],
)
def test_wrong_use(call: Callable[[], Any], expected: type[Exception], words: str) -> None:
    with pytest.raises(expected, match=words):
        call()


def test_option_for_threads_of_client_is_refused(recorder: Recorder) -> None:
    async def main() -> None:
        async with make(recorder) as client:
            for call in (
                client.account.get_account_balance(async_req=True),
                client.sms.send_sms(BODY, async_req=True),
                client.reports.export_advanced_report_to_csv(save_to="never.csv", async_req=True),
            ):
                with pytest.raises(smscx_client.ApiTypeError, match="async_req.*await"):
                    await call

    asyncio.run(main())
    assert recorder.requests == []


def test_pool_has_a_connection_for_each_thread() -> None:
    made = [
        smscx_client.AsyncClient(api_key="key", max_concurrency=count, **size)
        for count, size in (
            (10, {}),
            (300, {}),
            (300, {"connection_pool_maxsize": 500}),
            (100, {"connection_pool_maxsize": None}),
            (101, {"connection_pool_maxsize": None}),
        )
    ]
    assert [one.configuration.connection_pool_maxsize for one in made] == [100, 300, 500, None, 101]
    own = smscx_client.Configuration(api_key="key")
    smscx_client.AsyncClient(configuration=own, max_concurrency=300)
    assert own.connection_pool_maxsize == 100
