"""Bulk jobs and webhooks through Celery: a real Redis, worker processes, one of them killed, the broker restarted."""

from __future__ import annotations

import configparser
import itertools
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from decimal import Decimal
from importlib import import_module, reload
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml
from celery import Celery
from celery.app.task import Context
from celery.exceptions import Ignore
from redis.backoff import NoBackoff
from redis.retry import Retry

from smscx_client import bulk
from smscx_client.bulk.batch import BatchTask
from smscx_client.bulk.outcome import AGAIN, DONE, LOST, REFUSED, Outcome
from smscx_client.integrations._shared_rate_limit import SharedRateLimit, account_of
from smscx_client.integrations.celery import BatchTasks, CeleryPool
from smscx_client.sandbox import Request, Response, Sandbox, Settings
from smscx_client.sandbox.engine import faults
from smscx_client.sandbox.engine.faults import Fault
from smscx_client.sandbox.serving.server import Server
from test.bulk.conftest import SENDER, numbers
from test.bulk.test_send import sent, spent
from test.support import ROOT
from test.support.ports import free_port

WORKERS = ("one", "two", "three")


class WatchedSandbox(Sandbox):
    """A sandbox that calls a function after it has carried out a send, before its response is on its way."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(Settings(balance="1000000", **settings))
        self.after_send: Callable[[int, int], None] = lambda number, process: None
        self.sends: Counter[str] = Counter()

    def begin(self, request: Request) -> Response:
        response = super().begin(request)
        if request.path in ("/sms", "/numbers/lookup") and response.status == 200:
            worker, _, process = request.headers.get("x-worker", "").partition(" ")
            self.sends[worker] += 1
            self.after_send(sum(self.sends.values()), int(process))
        return response


class Redis:
    """A Redis server that can be restarted: its data is on the disk."""

    def __init__(self, program: str, folder: Path):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._command = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._command += ["--appendonly", "yes", "--appendfsync", "always", "--dir", str(folder)]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        assert any("Ready to accept connections" in line for line in self.process.stdout), "redis-server did not start"

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.stdout
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed, and Celery is tested with a real one")
    server = Redis(program, tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture
def sandbox() -> Iterator[WatchedSandbox]:
    with closing(WatchedSandbox()) as made:
        yield made


@pytest.fixture
def server(sandbox: WatchedSandbox) -> Iterator[Server]:
    with Server(sandbox) as running:
        yield running


@pytest.fixture
def celery_app(broker: Redis, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module with the Celery app, loaded again for this sandbox, with an empty broker."""
    monkeypatch.setenv("TEST_REDIS", broker.url)
    monkeypatch.setenv("TEST_SANDBOX", server.url)
    with closing(redis.Redis(port=broker.port)) as connection:
        connection.flushall()
    module = reload(import_module("test.integrations.celery_app"))
    yield module
    module.batches._redis.close()
    module.app.close()


@pytest.fixture
def workers(celery_app: Any, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Start worker processes with these names."""
    with ExitStack() as running:

        def start(*names: str, pool: str = "solo") -> None:
            for name in names:
                command = [sys.executable, "-m", "celery", "-A", "test.integrations.celery_app", "worker"]
                command += ["--loglevel=INFO", f"--pool={pool}", "--without-gossip", "--without-mingle"]
                command += ["--concurrency=2", f"--hostname={name}@localhost"]
                log = running.enter_context((tmp_path / f"{name}.log").open("wb"))
                environment = {**os.environ, "TEST_WORKER": name}
                process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
                running.callback(process.wait)
                running.callback(process.terminate if pool == "prefork" else process.kill)  # it stops its processes

        yield start


def run(celery_app: Any, recipients: list[str], journal: Path, **options: Any) -> bulk.Result:
    settings = {"patience": options.pop("patience", 600.0)}
    return bulk.send_sms(
        celery_app.client(),
        recipients,
        name="november",
        journal=journal,
        pool=celery_app.batches.pool(**settings),
        **{"workers": 6, "batch_size": 100, **SENDER, **options},
    )


def status_of(journal: Path) -> dict[str, Any]:
    """The output of `smscx bulk status` for a job, in its own process."""
    command = [sys.executable, "-m", "smscx_client.cli", "bulk", "status", str(journal), "--json"]
    (found,) = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT).stdout)
    assert (found["name"], found["operation"]) == ("november", "send_sms")
    return dict(found)


def test_each_recipient_gets_one_message_although_a_worker_is_killed_and_the_broker_restarts(
    sandbox: WatchedSandbox, broker: Redis, celery_app: Any, workers: Any, tmp_path: Path
) -> None:
    workers(*WORKERS)
    restarted = threading.Event()
    killed: list[int] = []

    def restart() -> None:
        broker.stop()
        broker.start()
        restarted.set()

    def disturb(number: int, process: int) -> None:
        if number == 4:
            killed.append(process)
            os.kill(process, signal.SIGKILL)
        if number == 9:
            threading.Thread(target=restart).start()

    def disturb_and_check_the_status(number: int, process: int) -> None:
        disturb(number, process)
        if number == 10:
            shown.append(status_of(tmp_path / "jobs.db"))

    sandbox.after_send = disturb_and_check_the_status
    shown: list[dict[str, Any]] = []
    wanted = numbers(1_500)
    result = run(celery_app, wanted, tmp_path / "jobs.db", attempts=30, patience=6)
    assert killed
    assert restarted.wait(60)
    assert result.counts == {"accepted": 1_500}
    assert sent(sandbox) == Counter(wanted)
    assert result.cost == spent(sandbox) == Decimal("0.075") * 1_500
    assert len(sandbox.sends) > 1
    assert bulk.status(tmp_path / "jobs.db").is_complete
    (while_it_ran,) = shown
    assert while_it_ran["total"] == 1_500
    assert while_it_ran["counts"]["pending"] > 0
    assert status_of(tmp_path / "jobs.db")["counts"] == {"accepted": 1_500}


def test_a_worker_sends_the_batch_of_its_killed_process_again(
    sandbox: WatchedSandbox, celery_app: Any, workers: Any, tmp_path: Path
) -> None:
    workers("one", pool="prefork")
    sandbox.after_send = lambda number, process: os.kill(process, signal.SIGKILL) if number == 2 else None
    wanted = numbers(600)
    result = run(celery_app, wanted, tmp_path / "jobs.db")
    assert result.counts == {"accepted": 600}
    assert sent(sandbox) == Counter(wanted)


def test_a_lookup_is_never_sent_twice(sandbox: WatchedSandbox, celery_app: Any, workers: Any, tmp_path: Path) -> None:
    workers("one", "two")
    sandbox.after_send = lambda number, process: os.kill(process, signal.SIGKILL) if number == 2 else None
    is_left_alone = threading.Event()
    jump = itertools.count(1_000.0, 1_000.0)

    def now() -> float:
        """The time to give up comes once the lookup of the killed worker is the only one without a result."""
        return time.time() + (next(jump) if is_left_alone.is_set() else 0.0)

    def look(progress: bulk.Progress) -> None:
        if progress.counts.get("accepted") == 50:
            is_left_alone.set()

    result = bulk.lookup_numbers(
        celery_app.client(),
        numbers(60),
        name="lookup",
        journal=tmp_path / "jobs.db",
        batch_size=10,
        workers=2,
        progress=look,
        pool=CeleryPool(celery_app.batches, now=now),
    )
    assert result.counts == {"accepted": 50, "unknown": 10}
    assert sum(sandbox.sends.values()) == 6


def test_failures_end_or_stop_a_job_and_logs_have_no_content(
    celery_app: Any, sandbox: WatchedSandbox, workers: Any, tmp_path: Path
) -> None:
    workers("one")
    faults.add(sandbox.context, "send_sms", Fault(status=429), 1, 1)
    faults.add(sandbox.context, "send_sms", Fault(status=500), 1, 1)
    faults.add(sandbox.context, "send_sms", Fault(reset=True, when="after"), 1, 1)
    result = run(celery_app, numbers(400), tmp_path / "jobs.db")
    assert result.counts == {"accepted": 400}
    assert sent(sandbox) == Counter(numbers(400))
    faults.add(sandbox.context, "send_sms", Fault(code=1113), None, 1)
    with pytest.raises(bulk.JobStopped, match="InsufficientBalanceException"):
        run(celery_app, numbers(100), tmp_path / "others.db", text="Something else")
    assert sent(sandbox) == Counter(numbers(400))
    log = (tmp_path / "one.log").read_text()
    assert "smscx_client.run_batch" in log
    assert not [text for text in (*numbers(400), SENDER["text"], "Something else") if text in log]


BATCH = BatchTask("send_sms", {"from": "InfoText", "text": "Hi"}, "\n".join(numbers(3)), str(uuid.uuid4()))
FAILURES = 4
"""The number of tries after which the task does not repeat the batch itself."""


@pytest.mark.parametrize(
    ("fault", "uncertain", "is_repeated", "state"),
    [
        ({"code": 1113}, False, False, REFUSED),
        ({"code": 1113}, True, False, LOST),  # an earlier try of this task may have acted, which the journal must know
        ({"code": 1113}, True, True, REFUSED),  # the journal knows it
        ({"status": 429}, False, False, AGAIN),
        ({"status": 429}, True, False, LOST),
        ({"status": 500}, False, False, LOST),
        ({"reset": True}, False, False, LOST),
        ({}, True, False, DONE),
    ],
)
def test_the_journal_has_the_possible_actions_of_earlier_tries_of_a_task(
    celery_app: Any, sandbox: WatchedSandbox, fault: dict[str, Any], uncertain: bool, is_repeated: bool, state: str
) -> None:
    if fault:
        faults.add(sandbox.context, "send_sms", Fault(**fault), None, 1)
    batch = replace(BATCH, is_repeated=is_repeated)
    task = celery_app.batches.task_for(batch)
    outcome = Outcome.from_json(task.apply((batch.to_json(), None, FAILURES, uncertain)).get())
    assert outcome.state == state


@pytest.mark.parametrize(("uncertain", "state"), [(False, AGAIN), (True, LOST)])
def test_a_batch_whose_idempotency_id_may_have_expired_is_not_sent(
    celery_app: Any, sandbox: WatchedSandbox, uncertain: bool, state: str
) -> None:
    task = celery_app.batches.task_for(BATCH)
    outcome = Outcome.from_json(task.apply((BATCH.to_json(), 1.0, 0, uncertain)).get())
    assert (outcome.state, sum(sandbox.sends.values())) == (state, 0)


def test_the_time_of_a_batch_goes_by_one_clock_on_all_machines(
    celery_app: Any, sandbox: WatchedSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of a worker is two days behind: it must not send what is too old."""
    task = celery_app.batches.task_for(BATCH)
    policy = celery_app.batches.client.api_client.retry_policy
    monkeypatch.setattr(policy, "now", lambda: time.time() - 2 * 86_400)
    for age, state, sends in ((-600, DONE, 1), (600, AGAIN, 1)):
        batch = replace(BATCH, not_after=time.time() - age)
        outcome = Outcome.from_json(task.apply((batch.to_json(), batch.not_after)).get())
        assert (outcome.state, sum(sandbox.sends.values())) == (state, sends)


def test_only_one_of_two_tasks_claims_a_lookup(celery_app: Any, sandbox: WatchedSandbox) -> None:
    batch = BatchTask("lookup_numbers", {}, "\n".join(numbers(3)))
    task = celery_app.batches.task_for(batch)
    done, ignored = (task.apply((batch.to_json(), None), task_id="the same") for _ in range(2))
    assert Outcome.from_json(done.get()).state == DONE
    assert ignored.state == "IGNORED"  # it must not replace the result of the first
    assert sum(sandbox.sends.values()) == 1
    assert not celery_app.batches.claim("the same")


@pytest.mark.parametrize("has_redis", [True, False])
def test_a_lookup_that_is_delivered_again_too_late_may_have_been_sent(
    celery_app: Any, sandbox: WatchedSandbox, has_redis: bool
) -> None:
    app = Celery("other", broker=celery_app.REDIS, backend=celery_app.REDIS, set_as_current=False)
    batches = BatchTasks(app, celery_app.client, rate_limit=None if has_redis else False)
    batch = BatchTask("lookup_numbers", {}, "\n".join(numbers(3)))
    task = batches.task_for(batch)
    first = task.apply((batch.to_json(), None), task_id="the same").get()
    task.request_stack.push(Context(id="the same", delivery_info={"redelivered": True}))
    with pytest.raises(Ignore):
        task.run(batch.to_json(), 1.0)
    task.request_stack.pop()
    assert Outcome.from_json(first).state == DONE
    assert sum(sandbox.sends.values()) == 1
    assert batches.has_redis is has_redis
    app.close()


def test_a_lookup_that_no_worker_has_started_is_dropped(celery_app: Any, sandbox: WatchedSandbox) -> None:
    pool = celery_app.batches.pool(patience=0.0)
    batch = BatchTask("lookup_numbers", {}, "\n".join(numbers(3)))
    pool.submit(1, batch)
    ((key, outcome),) = pool.wait(None)
    assert (key, outcome.state) == (1, AGAIN)
    assert pool.wait(0.0) == []
    pool.close()


def test_a_broker_that_cannot_be_reached_leaves_the_outcome_open(celery_app: Any, tmp_path: Path) -> None:
    celery_app.app.conf.broker_url = "redis://127.0.0.1:1/0"
    celery_app.app.conf.task_publish_retry = False
    pool = celery_app.batches.pool()
    pool.submit(7, BATCH)
    ((key, outcome),) = pool.wait(None)
    assert (key, outcome.state) == (7, LOST)
    pool.close()


def test_without_the_extra_the_message_names_it() -> None:
    code = "import sys; sys.modules['celery'] = None; import smscx_client.integrations.celery"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'smscx_client[celery]'" in done.stderr.splitlines()[-1]


def test_the_example_sends_to_each_recipient_once(broker: Redis) -> None:
    command = [sys.executable, str(ROOT / "examples" / "scaling" / "run.py"), "12000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "{'accepted': 12000} 900.0",
        "12,000 recipients got 12,000 messages",
    ]


COMPOSE = ROOT / "examples" / "scaling" / "compose.yaml"


def test_the_compose_file_names_existing_files_and_modules() -> None:
    file = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    services = file["services"]
    assert {name for name in file if not name.startswith("x-")} == {"services"}
    extras = configparser.ConfigParser()
    extras.read(ROOT / "setup.cfg", encoding="utf-8")
    for service in services.values():
        assert service.keys() <= {
            *("image", "volumes", "network_mode", "environment", "command", "working_dir", "depends_on")
        }
        assert isinstance(service["image"], str)
        assert set(service.get("depends_on", [])) <= services.keys()
        assert service.get("network_mode", "service:redis").removeprefix("service:") in services
        for volume in service.get("volumes", []):
            source, target, mode = volume.split(":")
            assert (COMPOSE.parent / source).resolve() == ROOT
            assert (target, mode) == ("/src", "ro")
        for extra in re.findall(r"pip install --quiet '/tmp/src\[(\w+)\]'", str(service["command"])):
            assert extra in extras["options.extras_require"]


def test_the_commands_of_the_compose_file_work(broker: Redis, tmp_path: Path) -> None:
    """They run here as in containers, with other ports, and without the installation."""
    services = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    port = free_port()
    with closing(redis.Redis(port=broker.port)) as connection:
        connection.flushall()

    def start(name: str, more: str = "", **options: Any) -> subprocess.Popen[str]:
        service = services[name]
        command = re.fullmatch(r"sh -c \"cp -r /src /tmp/src && pip install .*? && (.*)\"", service["command"])
        assert command
        known = {"6379": str(broker.port), "8025": str(port), "/src": str(ROOT)}
        environment = {key: _replaced(value, known) for key, value in service["environment"].items()}
        words = [*shlex.split(_replaced(command[1], known)), *shlex.split(more)]
        words[0] = str(Path(sys.executable).with_name(words[0]))
        return subprocess.Popen(words, cwd=tmp_path, env={**os.environ, **environment}, text=True, **options)

    with ExitStack() as running, (tmp_path / "log").open("wb") as log:

        def start_service(name: str, more: str, stdout: Any) -> subprocess.Popen[str]:
            process = running.enter_context(start(name, more, stdout=stdout, stderr=log))
            running.callback(process.kill)
            return process

        sandbox = start_service("sandbox", f"--port {port}", subprocess.PIPE)
        assert sandbox.stdout
        assert str(port) in sandbox.stdout.readline()
        start_service("worker", "--pool=solo", log)
        with start("newsletter", "2000", stdout=subprocess.PIPE) as newsletter:
            assert newsletter.communicate()[0] == "{'accepted': 2000} 150.0\n"


def _replaced(text: str, known: dict[str, str]) -> str:
    for old, new in known.items():
        text = text.replace(old, new)
    return text


def test_the_rate_limit_is_shared_by_all_that_use_the_same_name(celery_app: Any) -> None:
    one, other = (SharedRateLimit(celery_app.batches._redis, "account", window=50.0) for _ in range(2))
    assert one.acquire() == 0  # nothing is known before the first response
    one.observe(10, 3)
    other.observe(10, 4)  # an older response
    assert [limit.acquire() for limit in (one, other)] == [0, 0]
    assert 40 < other.acquire() <= 50  # one request is left to others until the window ends
    one.observe(10, 9)  # the next window
    assert other.acquire() == 0
    other.hold(80.0)
    assert 70 < one.acquire() <= 80
    assert SharedRateLimit(celery_app.batches._redis, "another account").acquire() == 0


def test_without_redis_requests_are_not_limited() -> None:
    with closing(redis.Redis(port=1, retry=Retry(NoBackoff(), 0))) as unreachable:
        limit = SharedRateLimit(unreachable, "account")
        limit.observe(1, 0)
        limit.hold(100.0)
        assert limit.acquire() == 0


def test_the_name_of_an_account_has_no_secret() -> None:
    assert account_of("https://api.sms.cx", "KEY", None) != account_of("https://api.sms.cx", "OTHER", None)
    assert "KEY" not in account_of("https://api.sms.cx", "KEY", None)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"broker": "redis://127.0.0.1"}, "no result backend"),
        ({"broker": "amqp://127.0.0.1", "backend": "rpc://"}, "no Redis server for the shared rate limit"),
    ],
)
def test_an_app_that_cannot_work_is_refused(settings: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        BatchTasks(Celery("wrong", set_as_current=False, **settings))


def test_events_are_handled_once_in_a_worker_and_repeated_after_a_failure(celery_app: Any, workers: Any) -> None:
    event = {"event": "dlr_update", "data": [{"msgId": f"{number}", "status": "DELIVERED"} for number in range(20)]}
    body = json.dumps(event).encode()
    for _ in range(2):
        assert celery_app.receiver.receive(body).status == 200
    workers("one")
    connection = celery_app.batches._redis
    while connection.hlen("handled") < 20:
        connection.blpop("nothing", 1)
    assert {int(count) for count in connection.hvals("handled")} == {1}
    assert {int(count) for count in connection.hvals("tries")} == {2}
