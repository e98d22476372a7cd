"""Bulk jobs under kill -9: ``python -m benchmarks jobs``.

A job sends to many recipients over HTTP. Its process is killed at random moments, and 10% of the requests fail, half of
them before the sandbox acts and half after it. Then the sandbox's data is compared with the journal: each recipient has
one message, and the cost is that of the ledger to the millionth. After that, without kills and failures, memory and
processor time of the job are compared with a loop written by hand: the same batches with urllib3, and no journal.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Figures", "main", "run"]

NAME, SENDER, TEXT = "november", "InfoText", "Sale until Friday!"
FIRST = 20_000_000
FAILING = 0.1


class Figures(NamedTuple):
    """The result of a run of the benchmark."""

    recipients: int
    kills: int
    seconds: float
    counts: dict[str, int]
    messages: int
    distinct: int
    cost: Decimal
    paid: Decimal
    job: dict[str, float]
    by_hand: dict[str, float]

    @property
    def is_exact(self) -> bool:
        """Whether each recipient has one message, and the cost is that of the ledger."""
        return (
            self.counts == {"accepted": self.recipients}
            and self.messages == self.distinct == self.recipients
            and self.cost == self.paid
        )

    @property
    def cpu_ratio(self) -> float:
        """Processor time of the job per processor time of the loop by hand."""
        return self.job["cpu"] / self.by_hand["cpu"]

    @property
    def growth(self) -> float:
        """Megabytes by which the memory of the job grew."""
        return self.job["peak"] - self.job["start"]


def numbers(count: int) -> Iterator[str]:
    """Distinct valid phone numbers, made one by one."""
    return (f"+316{number}" for number in range(FIRST, FIRST + count))


def run(recipients: int, kills: int, *, batch_size: int = 25_000, seed: int = 0, measured: bool = True) -> Figures:
    """Run the benchmark."""
    from smscx_client import bulk

    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, _sandbox(recipients) as (sandbox, url):
        journal = Path(folder) / "jobs.db"
        _add_failures(sandbox)
        arguments = ["job", url, str(journal), str(recipients), str(batch_size)]
        killed = _killed_runs(arguments, kills, seed)
        result = bulk.status(journal, NAME)
        found = _found(sandbox)
        _clear(sandbox)
        job = by_hand = {"cpu": 1.0, "peak": 0.0, "start": 0.0}
        if measured:
            arguments[2] = str(Path(folder) / "again.db")
            job = _child(arguments)
            _clear(sandbox)
            by_hand = _child(["hand", *arguments[1:]])
        return Figures(
            recipients,
            killed,
            time.monotonic() - started,
            result.counts,
            *found[:2],
            result.cost,
            found[2],
            job,
            by_hand,
        )


@contextmanager
def _sandbox(recipients: int) -> Iterator[tuple[Any, str]]:
    from smscx_client.sandbox import Sandbox
    from smscx_client.sandbox.serving.server import Server
    from smscx_client.sandbox.settings import Settings

    sandbox = Sandbox(Settings(balance=str(recipients * 10), rate_limit=1_000_000))
    try:
        with Server(sandbox) as server:
            yield sandbox, server.url
    finally:
        sandbox.close()


def _add_failures(sandbox: Any) -> None:
    from smscx_client.sandbox.engine import faults

    for when in ("before", "after"):
        fault = faults.Fault(reset=True, when=when)
        faults.add(sandbox.context, "send_sms", fault, None, FAILING / 2)


def _found(sandbox: Any) -> tuple[int, int, Decimal]:
    """The number of messages and of recipients, and the amount that was paid."""
    with sandbox.exclusive() as context:
        query = "SELECT count(*) AS messages, count(DISTINCT recipient) AS recipients FROM messages"
        (row,) = context.store.all(query)
        (paid,) = context.store.all("SELECT ifnull(sum(amount), 0) AS amount FROM ledger")
    return row["messages"], row["recipients"], Decimal(paid["amount"]) / 1_000_000


def _clear(sandbox: Any) -> None:
    sandbox.reset()


def _killed_runs(arguments: list[str], kills: int, seed: int) -> int:
    """Run the job until it ends, and kill it so many times before that; return how often it was killed.

    A run is killed after a random number of its reports, and a random time after the last of them.
    """
    dice = random.Random(seed)
    done = 0
    reports = -(-int(arguments[3]) // int(arguments[4])) // (kills + 1)
    while True:
        with _started(["killed", *arguments[1:]]) as child:
            assert child.stdout
            if done < kills:
                for _ in range(dice.randint(0, max(1, reports))):
                    child.stdout.readline()
            try:
                child.wait(timeout=dice.uniform(0.0, 0.1)) if done < kills else child.communicate()
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                done += 1
                continue
            if child.returncode:
                raise RuntimeError(f"the job failed with status {child.returncode}")
            return done


@contextmanager
def _started(arguments: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-m", "benchmarks.jobs", *arguments], stdout=subprocess.PIPE) as child:
        yield child


def _child(arguments: list[str]) -> dict[str, float]:
    """Run the job or the loop in its own process, and return what it measured."""
    command = [sys.executable, "-m", "benchmarks.jobs", *arguments]
    found: dict[str, float] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return found


# --- In the measured process -----------------------------------------------------------------------------------------


def _send_as_job(url: str, journal: str, recipients: int, batch_size: int, *, reports: bool = False) -> None:
    from smscx_client import Client, bulk

    with Client(api_key="sandbox-key", host=url) as client:
        bulk.send_sms(
            client,
            numbers(recipients),
            name=NAME,
            journal=journal,
            batch_size=batch_size,
            attempts=50,
            progress=(lambda report: print(report.done, flush=True)) if reports else None,
            from_=SENDER,
            text=TEXT,
        )


def _send_by_hand(url: str, journal: str, recipients: int, batch_size: int) -> None:
    from itertools import islice

    import urllib3

    pool = urllib3.PoolManager(maxsize=4)
    headers = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}
    source = numbers(recipients)
    accepted = 0
    while to := list(islice(source, batch_size)):
        fields = {"to": to, "from": SENDER, "text": TEXT, "allowInvalid": True, "noTextDetails": True}
        response = pool.request("POST", f"{url}/sms", body=json.dumps(fields), headers=headers)
        accepted += sum(row["status"] == "ACCEPTED" for row in json.loads(response.data)["data"])
    pool.clear()
    assert accepted == recipients


def _measured(arguments: list[str]) -> None:
    kind, url, journal, recipients, batch_size = arguments
    if kind == "killed":
        _send_as_job(url, journal, int(recipients), int(batch_size), reports=True)
        return
    import smscx_client.bulk
    import smscx_client.models

    smscx_client.models.SendSmsMessageRequest  # noqa: B018 - loads it before the start is measured
    send = _send_as_job if kind == "job" else _send_by_hand
    send(url, f"{journal}.warm-up", 10, 10) if journal.endswith("again.db") else None
    start, cpu = _memory("VmRSS"), time.process_time()
    send(url, journal, int(recipients), int(batch_size))
    cpu = time.process_time() - cpu
    print(json.dumps({"start": start, "peak": _memory("VmHWM"), "cpu": cpu}))


def _memory(name: str) -> float:
    """Megabytes of memory of this process: `VmRSS` now, `VmHWM` at most."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def main(arguments: list[str]) -> int:
    if arguments[:1] in (["job"], ["killed"], ["hand"]):
        _measured(arguments)
        return 0
    parser = argparse.ArgumentParser(prog="python -m benchmarks jobs", description=__doc__)
    parser.add_argument("--recipients", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--batch-size", type=int, default=25_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    figures = run(options.recipients, options.kills, batch_size=options.batch_size, seed=options.seed)
    print(f"{figures.recipients:,} recipients, killed {figures.kills} times, {figures.seconds:.0f} s")
    print(f"messages: {figures.messages:,} to {figures.distinct:,} recipients; counts: {figures.counts}")
    print(f"cost {figures.cost}, ledger {figures.paid}: {'exact' if figures.is_exact else 'WRONG'}")
    print(f"memory: {figures.job['start']:.0f} MB at the start, {figures.growth:+.0f} MB at most (target: 50)")
    print(
        f"processor time: {figures.job['cpu']:.2f} s, by hand {figures.by_hand['cpu']:.2f} s: "
        f"{figures.cpu_ratio:.2f} times (target: 1.30)"
    )
    return 0 if figures.is_exact else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
