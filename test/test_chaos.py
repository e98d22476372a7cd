"""Each message is sent once, whatever the network does: ``python -m benchmarks chaos``, shorter; and that it can fail.

No test here looks at a time. What a run with several threads meets differs a little from one time to the next, so of
its faults only what holds for each of them is asserted.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from spec import ROOT

from benchmarks import chaos
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.clock import Clock
from smscx_client.sandbox.fixture import SmscxSandbox
from smscx_client.sandbox.transport import connect

SENDS = 400


@pytest.fixture(scope="module")
def runs() -> tuple[chaos.Run, chaos.Run]:
    return chaos.chaos(SENDS, threads=8, seed=1)


@pytest.fixture(scope="module")
def client(runs: tuple[chaos.Run, chaos.Run]) -> chaos.Run:
    return runs[0]


@pytest.fixture(scope="module")
def by_hand(runs: tuple[chaos.Run, chaos.Run]) -> chaos.Run:
    return runs[1]


# With the client


def test_each_send_succeeds_and_is_carried_out_once(client: chaos.Run) -> None:
    assert [(client.times(one), one.answer is None) for one in client.sends] == [(1, False)] * SENDS
    assert Counter(client.carried_out["send_sms"].values()) == {1: SENDS}


def test_each_send_is_in_the_ledger_once_under_its_idempotency_id(client: chaos.Run) -> None:
    ids = Counter(key for operation, key, _ in client.ledger.elements() if operation == "send_sms")
    assert ids == Counter(one.answer.idempotency_id for one in client.sends if one.answer)
    assert set(ids.values()) == {1}
    assert None not in ids


def test_the_balance_agrees_to_the_millionth(client: chaos.Run) -> None:
    assert client.balance == client.expected == client.start - sum(price for _, _, price in client.ledger.elements())
    assert client.balance < client.start


def test_a_paid_call_is_charged_once_at_most_and_a_failure_does_not_deny_it(client: chaos.Run) -> None:
    answered = {client.times(one) for one in client.paid if one.answer}
    unknown = {client.times(one) for one in client.paid if not one.answer and one.unknown}
    denied = {client.times(one) for one in client.paid if not one.answer and not one.unknown}
    assert (answered, unknown <= {0, 1}, denied <= {0}) == ({1}, True, True)
    charged = sum(operation != "send_sms" for operation, _, _ in client.ledger.elements())
    assert charged == sum(client.times(one) for one in client.paid)


def test_faults_struck_on_both_sides_of_the_deed_and_each_was_noticed(client: chaos.Run) -> None:
    assert min(client.faults("before"), client.faults("after")) > SENDS / 20
    assert client.failing >= client.faults()
    assert client.problems() == []


# By hand


def test_the_same_faults_make_a_loop_by_hand_send_twice(by_hand: chaos.Run) -> None:
    doubles = by_hand.doubles(by_hand.sends)
    assert doubles > 0
    assert by_hand.balance < by_hand.expected
    assert f"{doubles} messages were sent too many" in by_hand.problems()


# The audit


@pytest.fixture
def calm() -> Iterator[SmscxSandbox]:
    """A sandbox without a socket, whose late answers nobody waits for."""
    settings = Settings(rate_limit=1_000_000)
    with closing(Sandbox(settings, Clock.frozen())) as sandbox, closing(SmscxSandbox(sandbox)) as testing:
        yield testing


def alone(sandbox: SmscxSandbox, sends: int = 60) -> chaos.Run:
    with connect(sandbox.sandbox, **chaos.CLIENT) as client:
        return chaos.run(sandbox, client, chaos.plan(sends, seed=1), threads=1)


def test_one_thread_and_the_same_seed_are_the_same_run(calm: SmscxSandbox) -> None:
    def told(run: chaos.Run) -> list[Any]:
        return [(one.call, one.answer and one.answer.cost, one.unknown) for one in run.outcomes]

    first, second = alone(calm), alone(calm)
    assert (first.struck, first.attempts, first.carried_out) == (second.struck, second.attempts, second.carried_out)
    assert told(first) == told(second)
    assert first.faults() > 0


def test_every_fault_can_strike(calm: SmscxSandbox) -> None:
    run = alone(calm, sends=600)
    assert {name for (name, _), count in run.struck.items() if count} == set(chaos.FAULTS)
    assert all(run.struck.values())
    assert run.problems() == []


def test_the_audit_sees_what_is_lost_twice_or_misbooked(calm: SmscxSandbox) -> None:
    run = alone(calm)
    assert run.problems() == []
    send, paid = (next(one for one in group if one.answer) for group in (run.sends, run.paid))

    def carried_out(one: Any, times: int) -> dict[str, Any]:
        operation, name = one.call.kind.operation, one.call.name
        names = {**run.carried_out[operation], name: times}
        return {"carried_out": {**run.carried_out, operation: Counter(names)}}

    denied = [one._replace(answer=None) if one is paid else one for one in run.outcomes]
    mistold = [one._replace(answer=one.answer._replace(cost=9)) if one is send else one for one in run.outcomes]
    for change, said in (
        (carried_out(send, 0), "1 sends were answered and are lost"),
        (carried_out(send, 3), "2 messages were sent too many"),
        (carried_out(paid, 0), "1 paid calls were answered and are lost"),
        (carried_out(paid, 2), "1 paid calls were carried out too often"),
        ({"outcomes": denied}, "1 paid calls were carried out although their failure says that they were not"),
        ({"outcomes": mistold}, "1 answers tell a wrong cost"),
        ({"balance": run.balance - 1}, "1 millionths are missing from the balance"),
        ({"ledger": run.ledger + Counter([("send_sms", None, 1)])}, "1 ledger entries are not what was due"),
        ({"repeats": 0}, f"{run.repeats} faults were taken for good answers"),
    ):
        assert said in replace(run, **change).problems()


# The command


def test_the_command_prints_a_table_that_fits_a_terminal() -> None:
    command = [sys.executable, "-m", "benchmarks", "chaos", "--sends", "40", "--threads", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "40 sends, 4 threads, seed 1"
    assert max(map(len, lines)) <= 80
    assert {name for name in chaos.FAULTS if any(line.startswith(f"  {name} ") for line in lines)} == set(chaos.FAULTS)


def test_the_exit_status_tells_that_something_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(chaos.CLIENT, "max_retries", 0)
    assert chaos.main(["--sends", "40"]) == 1
    assert "sends gave up" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--sends", "0"], ["--threads", "many"], ["--often"]])
def test_wrong_arguments_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        chaos.main(arguments)
    assert left.value.code == 2
    assert arguments[0] in capsys.readouterr().err
