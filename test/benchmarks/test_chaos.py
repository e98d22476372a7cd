"""Each message is sent once, whatever the network does: a short ``python -m benchmarks chaos``.

Other tests here show that it can fail.

No test here checks a time. The faults of a run with several threads differ a little from run to run, so the tests
assert only conditions that hold for each of them.
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

from benchmarks import chaos
from benchmarks.chaos_network import CERTIFICATES, WAYS, failing_network
from smscx_client import ApiConnectionException
from smscx_client.apis import SmsApi
from smscx_client.rest import RestClient
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.state.clock import Clock
from test.support import ROOT

SENDS = 320


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
    assert [(client.times(one), one.response is None) for one in client.sends] == [(1, False)] * SENDS
    assert Counter(client.carried_out["send_sms"].values()) == {1: SENDS}


def test_each_send_is_in_the_ledger_once_under_its_idempotency_id(client: chaos.Run) -> None:
    ids = Counter(key for operation, key, _ in client.ledger.elements() if operation == "send_sms")
    assert ids == Counter(one.response.idempotency_id for one in client.sends if one.response)
    assert set(ids.values()) == {1}
    assert None not in ids


def test_the_balance_agrees_to_the_millionth(client: chaos.Run) -> None:
    assert client.balance == client.expected == client.start - sum(price for _, _, price in client.ledger.elements())
    assert client.balance < client.start


def test_a_paid_call_is_charged_once_at_most_and_a_failure_does_not_deny_it(client: chaos.Run) -> None:
    responded = {client.times(one) for one in client.paid if one.response}
    unknown = {client.times(one) for one in client.paid if not one.response and one.unknown}
    denied = {client.times(one) for one in client.paid if not one.response and not one.unknown}
    assert (responded, unknown <= {0, 1}, denied <= {0}) == ({1}, True, True)
    charged = sum(operation != "send_sms" for operation, _, _ in client.ledger.elements())
    assert charged == sum(client.times(one) for one in client.paid)


def test_faults_occurred_before_and_after_the_action_and_each_was_noticed(client: chaos.Run) -> None:
    assert min(client.faults("before"), client.faults("after")) > SENDS / 20
    assert client.failing >= client.faults()
    assert client.problems() == []


def test_the_program_sends_again_after_certificates_only(client: chaos.Run) -> None:
    assert 0 < client.resent <= client.certificates - client.failed(unknown=False, carried_out=False)


# By hand


def test_the_same_faults_make_a_loop_by_hand_send_twice(by_hand: chaos.Run) -> None:
    doubles = by_hand.doubles(by_hand.sends)
    assert doubles > 0
    assert by_hand.balance < by_hand.expected
    assert f"{doubles} surplus messages were sent" in by_hand.problems()


# The audit


@pytest.fixture
def calm() -> Iterator[SmscxSandbox]:
    """A sandbox without a socket, whose late responses take no time."""
    settings = Settings(rate_limit=1_000_000)
    with closing(Sandbox(settings, Clock.frozen())) as sandbox, closing(SmscxSandbox(sandbox)) as testing:
        yield testing


def alone(sandbox: SmscxSandbox, sends: int = 60) -> chaos.Run:
    with connect(sandbox.sandbox, **chaos.CLIENT) as client:
        return chaos.run(sandbox, client, chaos.plan(sends, seed=1), threads=1)


#: The exception of the client for each failure of the network, and whether the outcome is unknown.
MESSAGES = {
    "unknown host name": ("Name or service not known", False),
    "connection refused": ("refused", False),
    "connecting takes too long": ("timed out while connecting", False),
    "certificate of another host": ("not valid for '127.0.0.1'|doesn't match", False),
    "expired certificate": ("expired", False),
    "self-signed certificate": ("self.signed certificate", False),
    "reset before the request is read": ("[Rr]eset|closed connection", True),
    "reset before the response": ("[Rr]eset", True),
    "reset between head and body": ("[Rr]eset", True),
    "flood of headers": ("100 headers", True),
    "gzip that does not unpack": ("decompress|decode", True),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_failure_of_the_network_is_real_and_does_not_act(calm: SmscxSandbox, way: str) -> None:
    message, outcome_unknown = MESSAGES[way]
    patience = chaos.PATIENCE if "timed out" in message else 10
    with (
        connect(calm.sandbox, timeout=patience, max_retries=1) as client,
        failing_network(client, {way: 1.0}, seed=1) as met,
        pytest.raises(ApiConnectionException, match=message) as raised,
    ):
        SmsApi(client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "Hi"})
    assert raised.value.outcome_unknown is outcome_unknown
    assert met == {way: 1 if way in CERTIFICATES else 2}
    assert calm.messages == []


def test_one_thread_and_the_same_seed_are_the_same_run(calm: SmscxSandbox) -> None:
    def outcomes(run: chaos.Run) -> list[Any]:
        return [(one.call, one.response and one.response.cost, one.unknown) for one in run.outcomes]

    first, second = alone(calm), alone(calm)
    assert (first.struck, first.attempts, first.carried_out) == (second.struck, second.attempts, second.carried_out)
    assert outcomes(first) == outcomes(second)
    assert first.faults() > 0


def test_every_fault_can_occur(calm: SmscxSandbox) -> None:
    run = alone(calm, sends=600)
    assert {name for name, _ in run.struck} == {*WAYS, *chaos.FAULTS}
    assert all(run.struck.values())
    assert run.problems() == []


def test_the_audit_finds_lost_duplicate_and_misbooked_messages(calm: SmscxSandbox) -> None:
    run = alone(calm)
    assert run.problems() == []
    send, paid = (next(one for one in group if one.response) for group in (run.sends, run.paid))

    def carried_out(one: Any, times: int) -> dict[str, Any]:
        operation, name = one.call.kind.operation, one.call.name
        names = {**run.carried_out[operation], name: times}
        return {"carried_out": {**run.carried_out, operation: Counter(names)}}

    denied = [one._replace(response=None) if one is paid else one for one in run.outcomes]
    wrong_cost = [one._replace(response=one.response._replace(cost=9)) if one is send else one for one in run.outcomes]
    for change, problem in (
        (carried_out(send, 0), "1 sends succeeded but were not carried out"),
        (carried_out(send, 3), "2 surplus messages were sent"),
        (carried_out(paid, 0), "1 paid calls succeeded but were not carried out"),
        (carried_out(paid, 2), "1 surplus paid calls were carried out"),
        ({"outcomes": denied}, "1 paid calls were carried out although their exception says that they were not"),
        ({"outcomes": wrong_cost}, "1 responses have a wrong cost"),
        ({"balance": run.balance - 1}, "1 millionths are missing from the balance"),
        ({"ledger": run.ledger + Counter([("send_sms", None, 1)])}, "1 ledger entries are wrong"),
        ({"repeats": 0}, f"{run.repeats} faults were accepted as successes"),
        ({"resent": run.certificates + 1}, "1 calls failed that the client should have repeated"),
    ):
        assert problem in replace(run, **change).problems()


def test_the_audit_finds_a_client_that_treats_unknown_as_not_carried_out(calm: SmscxSandbox) -> None:
    class Rash(RestClient):
        def request(self, *arguments: Any, **named: Any) -> Any:
            try:
                return honest.request(*arguments, **named)
            except ApiConnectionException as failure:
                failure.outcome_unknown = False
                raise

    with connect(calm.sandbox, **{**chaos.CLIENT, "max_retries": 0}) as client:
        honest = client.rest_client
        client.rest_client = Rash(client.configuration)
        run = chaos.run(calm, client, chaos.plan(100, seed=1), threads=1)
    assert f"{run.doubles(run.sends)} surplus messages were sent" in run.problems()


def test_a_send_that_may_have_been_carried_out_keeps_its_id_through_later_failures() -> None:
    call = next(one for one in chaos.plan(40, seed=1) if one.kind in chaos.SENDS)
    failures = [ApiConnectionException("", outcome_unknown=unknown) for unknown in (False, True, False)]
    for number, failure in enumerate(failures):
        failure.idempotency_id = f"id {number}"
    ids = []

    def make(one: chaos.Call) -> chaos.Response:
        ids.append(one.idempotency_id)
        if failures:
            raise failures.pop(0)
        return chaos.Response(0.0)

    chaos.by_library(make, call, lambda: None)
    assert ids == [None, None, "id 1", "id 1"]


# The command


def test_the_command_prints_a_table_that_fits_a_terminal() -> None:
    command = [sys.executable, "-m", "benchmarks", "chaos", "--sends", "40", "--threads", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "40 sends, 4 threads, seed 1"
    assert max(map(len, lines)) <= 80
    ways = (*WAYS, *chaos.FAULTS)
    assert [name for name in ways if not any(line.startswith(f"  {name} ") for line in lines)] == []


def test_the_exit_status_shows_a_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(chaos.CLIENT, "max_retries", 0)
    assert chaos.main(["--sends", "40"]) == 1
    assert "sends gave up" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--sends", "0"], ["--threads", "many"], ["--often"]])
def test_wrong_arguments_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        chaos.main(arguments)
    assert left.value.code == 2
    assert arguments[0] in capsys.readouterr().err
