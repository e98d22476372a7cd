"""A bulk job through Celery, against the same job in one process: ``python -m benchmarks celery``.

Redis and the workers run on this machine; the server of the benchmarks responds to each batch after a fixed time. The
floor is ``bulk.send_sms`` in one process, with as many threads as there are workers. The processor time of the job
through Celery is that of all its processes: the launching program, the workers, and Redis.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.harness import Contest, Figure, Scale, Side, measure, reported

__all__ = ["celery"]

_ROOT = Path(__file__).resolve().parent.parent
_APP = _ROOT / "examples" / "scaling"
_WORKERS = 3
_BATCHES = 12
_DELAY = 0.2
"""Seconds after which the server responds to a batch."""


def celery(url: str, scale: Scale) -> Iterator[Figure]:
    """Processor time per recipient with three workers, and the time per recipient with one to three."""
    if shutil.which("redis-server") is None:
        yield Figure("celery", "Celery: not measured", "", None, "this needs redis-server: apt install redis-server")
        return
    size = scale.rows
    with ExitStack() as stack:
        setup = _Setup(stack, size)
        for count in range(1, _WORKERS + 1):
            setup.start_worker(f"{url}/after-{_DELAY}+echo")
            wall = setup.contest(
                f"celery-growth-{count}", _title(count), f"{url}/after-{_DELAY}+echo", "seconds", count
            )
            yield measure(wall, scale.pairs)
        title = (
            f"Celery, {_WORKERS} workers, {_BATCHES * size:,} recipients: CPU per recipient of all processes, against "
            "`bulk.send_sms` in one process (1.43 x means 0.70 of its throughput per core)"
        )
        yield measure(setup.contest("celery", title, f"{url}/after-{_DELAY}+echo", "cpu", _WORKERS), scale.pairs)


def _title(count: int) -> str:
    return (
        f"... time per recipient with {count} worker{'s' * (count > 1)}, response to a batch after {_DELAY} s; in one "
        f"process with {count} thread{'s' * (count > 1)}"
    )


class _Setup:
    """Redis and the workers, until ``stack`` ends them."""

    def __init__(self, stack: ExitStack, size: int):
        self.stack, self.size = stack, size
        self.folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="smscx-benchmarks-"))
        port = _free_port()
        self.environment = {
            **os.environ,
            "REDIS_URL": f"redis://127.0.0.1:{port}/0",
            "SMSCX_API_KEY": "benchmark",
            "PYTHONPATH": f"{_APP}{os.pathsep}{_ROOT}",
        }
        command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", self.folder, "--save", ""]
        redis = self.started(command, stdout=subprocess.PIPE, text=True)
        assert redis.stdout is not None
        stack.callback(redis.stdout.close)
        if not any("Ready to accept connections" in line for line in redis.stdout):
            raise RuntimeError("redis-server did not start")
        self.helpers = [redis.pid]

    def started(self, command: list[str], **options: Any) -> subprocess.Popen[Any]:
        process = subprocess.Popen(command, cwd=self.folder, env=self.environment, **options)
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)  # a worker that is asked to end waits for Redis
        return process

    def start_worker(self, host: str) -> None:
        self.environment["SMSCX_HOST"] = host
        number = len(self.helpers)
        log = self.stack.enter_context(Path(self.folder, f"worker{number}.log").open("wb"))  # noqa: SIM115
        command = [sys.executable, "-m", "celery", "-A", "jobs", "worker", "--pool=solo", "--loglevel=ERROR"]
        command += [
            "--without-gossip",
            "--without-mingle",
            "--without-heartbeat",
            f"--hostname=worker{number}@localhost",
        ]
        self.helpers.append(self.started(command, stdout=log, stderr=log).pid)

    def contest(self, name: str, title: str, host: str, what: str, workers: int) -> Contest:
        count = _BATCHES * self.size
        return Contest(
            name=name,
            title=title,
            floor=Side.calling(partial(self.job, "process", host, count, workers, what)),
            client=Side.calling(partial(self.job, "celery", host, count, workers, what)),
            meter=reported,
            unit="µs",
            scale=1e-6,
            per=count,
            target=1.43 if what == "cpu" else None,
            same=False,
            often=0.5,
        )

    def job(self, way: str, host: str, count: int, workers: int, what: str) -> float:
        """Run a job in a new process; returns its seconds, or the processor time of all processes that take part."""
        before = sum(map(_cpu, self.helpers)) if way == "celery" else 0.0
        command = [sys.executable, "-m", "benchmarks.celery_jobs", way, str(count), str(self.size), str(workers)]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**self.environment, "SMSCX_HOST": host},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        found: dict[str, float] = json.loads(done.stdout)
        if what == "seconds":
            return found["seconds"]
        return found["cpu"] + (sum(map(_cpu, self.helpers)) - before if way == "celery" else 0.0)


def _cpu(process: int) -> float:
    """Seconds of processor time of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    """A free port that Linux gives to no other program by itself: those start at 32768."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with closing(socket.socket()) as trial, suppress(OSError):
            trial.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no free port")


# --- In the process of a job -----------------------------------------------------------------------------------------


def _send(way: str, count: int, batch_size: int, workers: int) -> None:
    from smscx_client import Client, bulk

    options: dict[str, Any] = {"workers": workers}
    if way == "celery":
        from jobs import batches  # type: ignore[import-not-found]  # examples/scaling/jobs.py

        options = {"pool": batches.pool(patience=60), "workers": 2 * workers}  # so that no worker waits for a batch
    with tempfile.TemporaryDirectory() as folder, Client() as client:

        def send(name: str, some: int, size: int) -> None:
            recipients = (f"+316{20_000_000 + number}" for number in range(some))
            journal = Path(folder, f"{name}.db")
            text, sender = "Sale until Friday!", "InfoText"
            result = bulk.send_sms(
                client, recipients, name=f"{name}-{os.getpid()}", journal=journal, batch_size=size, text=text,
                from_=sender, **options,
            )  # fmt: skip
            assert result.counts == {"accepted": some}, result.counts

        send("warm-up", 2 * workers, 1)
        started, cpu = time.perf_counter(), time.process_time()
        send("job", count, batch_size)
        print(json.dumps({"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}))


if __name__ == "__main__":
    _send(sys.argv[1], *map(int, sys.argv[2:]))
