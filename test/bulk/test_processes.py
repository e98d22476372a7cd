"""Jobs in their own processes, over HTTP: killed, interrupted, and two of them on one journal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import jobs
from smscx_client import Client, bulk
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.settings import Settings
from test.bulk.conftest import SENDER, numbers
from test.bulk.test_send import fail, sent


def test_a_job_that_is_killed_again_and_again_sends_to_each_recipient_once() -> None:
    figures = jobs.run(20_000, kills=5, batch_size=500, measured=False)
    assert figures.kills == 5
    assert figures.counts == {"accepted": 20_000}
    assert (figures.messages, figures.distinct) == (20_000, 20_000)
    assert figures.cost == figures.paid


@pytest.fixture
def served() -> Iterator[tuple[Sandbox, str]]:
    sandbox = Sandbox(Settings(balance="100000"))
    with Server(sandbox) as server:
        yield sandbox, server.url
    sandbox.close()


_PROGRAM = """
import sys
from smscx_client import Client, bulk

url, journal = sys.argv[1:]
numbers = [f"+316{place}" for place in range(20_000_000, 20_000_040)]

def report(progress):
    print(progress.done, flush=True)
    sys.stdin.readline()

with Client(api_key="sandbox-key", host=url) as client:
    bulk.send_sms(client, numbers, name="job", journal=journal, batch_size=5, workers=1, progress=report,
                  from_="InfoText", text="Sale until Friday!")
"""


@pytest.fixture
def program(served: tuple[Sandbox, str], journal: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that runs a job. After each report it waits for a line."""
    command = [sys.executable, "-c", _PROGRAM, served[1], str(journal)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def _continue(program: subprocess.Popen[str]) -> int:
    """Read the next report, and continue the program."""
    assert program.stdout and program.stdin
    done = int(program.stdout.readline())
    program.stdin.write("\n")
    program.stdin.flush()
    return done


def test_ctrl_c_ends_a_job_cleanly(served: tuple[Sandbox, str], journal: Path, program: subprocess.Popen[str]) -> None:
    sandbox, url = served
    assert program.stdout
    while _continue(program) < 10:
        pass
    assert int(program.stdout.readline()) == 15
    program.send_signal(signal.SIGINT)
    _, errors = program.communicate("\n" * 10)
    assert "KeyboardInterrupt" in errors
    result = bulk.status(journal)
    assert 15 <= result.accepted < 40
    assert sum(sent(sandbox).values()) == result.accepted  # no outcome is unknown
    with Client(api_key="sandbox-key", host=url) as client:
        assert bulk.resume(client, journal).accepted == 40
    assert sent(sandbox) == Counter(numbers(40))


def test_a_second_process_is_refused_while_the_first_works(
    served: tuple[Sandbox, str], journal: Path, program: subprocess.Popen[str]
) -> None:
    sandbox, url = served
    assert _continue(program) == 0
    assert program.stdout
    program.stdout.readline()
    with Client(api_key="sandbox-key", host=url) as client:
        with pytest.raises(bulk.JournalError, match="another process works on this journal"):
            bulk.resume(client, journal)
        assert bulk.status(journal).pending > 0
        program.kill()
        program.wait()
        assert bulk.resume(client, journal).accepted == 40  # the lock of a killed process is no obstacle
    assert sent(sandbox) == Counter(numbers(40))


def test_an_interrupted_pause_ends_the_job(served: tuple[Sandbox, str], journal: Path) -> None:
    sandbox, url = served
    fail(sandbox, "send_sms", status=429)

    timers: list[threading.Timer] = []

    def interrupt(progress: bulk.Progress) -> None:
        if progress.pause and not timers:  # a second signal would interrupt the test run
            timers.append(threading.Timer(0, os.kill, [os.getpid(), signal.SIGINT]))
            timers[0].start()

    with Client(api_key="sandbox-key", host=url) as client, pytest.raises(KeyboardInterrupt):
        bulk.send_sms(client, numbers(3), name="held", journal=journal, progress=interrupt, **SENDER)
    timers[0].join()
    assert bulk.status(journal).pending == 3
    assert not sent(sandbox)
