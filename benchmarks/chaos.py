"""Thousands of sends, none twice and none lost, while 20% of all attempts fail: ``python -m benchmarks chaos``.

Eight threads share one client and call the sandbox over HTTP. Attempts fail in the network (chaos_network.py) and at
the server (the sandbox's fault rules), half of them before the server acts and half after it. Then the sandbox's data
is compared with the results in the program: each send exists exactly once, each paid call that cannot be repeated at
most once, and the balance is exact to a millionth. A second run without idempotency ids, in a typical hand-written loop
(``except ApiException: continue``), shows the effect of the faults on an unprotected program.

The library does not repeat a call after an invalid certificate, since another try normally fails in the same way. Here
it would not, so the program sends again, as docs/guides/reliability.md describes. If an exception says that the outcome
is unknown, the program uses the id of that exception. Otherwise nothing was carried out, so it passes no id and the
library makes a new one. If such an exception were wrong, the sandbox would have the message twice. The program has to
handle no other failures.

The faults of a request come from two random streams, one for the network and one for the sandbox. Both depend on the
seed. So with one thread, runs with the same seed have the same faults (if no call without a fault takes longer than
``PATIENCE``). With several threads, calls, queue order and odds are the same, but the fault of an attempt depends on
the order of arrival. Pauses between tries are counted, without waiting.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from benchmarks.chaos_network import CERTIFICATES, WAYS, failing_network
from smscx_client import ApiClient, ApiConnectionException, ApiException, Configuration
from smscx_client.apis import NumbersApi, OtpApi, SmsApi
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.state import ledger
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.money import millionths

__all__ = ["CLIENT", "FAULTS", "PATIENCE", "Run", "by_hand", "by_library", "chaos", "main", "plan", "run", "table"]

#: Share of attempts that fail, half of them before the server acts and half after it.
FAILING = 0.2
#: Seconds that the client waits to connect and for a response, and the delay of a late response.
PATIENCE = 0.3
LATE = 1.0
#: Enough that no send gives up: the probability is 0.2 to the power of 21.
MOST_REPEATS = 20
#: Number of sends for each paid call without idempotency id.
SENDS_PER_PAID_CALL = 10

_BOTH = ("before", "after")

#: Failures at the server, as rules of the sandbox, and whether they happen before or after it acts.
FAULTS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "status 500": ({"status": 500}, _BOTH),
    "status 503": ({"status": 503}, _BOTH),
    "status 429": ({"status": 429}, ("before",)),
    "connection reset": ({"reset": True}, _BOTH),
    "response later than the timeout": ({"latency": LATE}, _BOTH),
    "HTML with status 200": ({"body": "html"}, _BOTH),
    "garbage with status 200": ({"body": "garbage"}, _BOTH),
    "empty body with status 200": ({"body": "empty"}, _BOTH),
    "body cut short": ({"body": "truncated"}, ("after",)),
    "wrong content type and charset": ({"contentType": "text/html; charset=utf-16"}, ("after",)),
}

#: Settings of the client under test, and of the one in the loop written by hand.
CLIENT: dict[str, Any] = {"max_retries": MOST_REPEATS, "timeout": PATIENCE, "total_timeout": None}
UNPROTECTED: dict[str, Any] = {**CLIENT, "max_retries": 0, "auto_idempotency": False}


class Kind(NamedTuple):
    """A kind of call. All calls of a kind cost the same."""

    operation: str
    to: str
    text: str


SENDS = (
    Kind("send_sms", "+31612469333", "Your parcel arrives today."),
    Kind("send_sms", "+4915112345678", "Your parcel arrives between 9:00 and 12:00. " * 8),
    Kind("send_sms", "+33612345678", "Votre colis arrive aujourd'hui \U0001f4e6"),
    Kind("send_sms", "+12015550123", "Your parcel arrives today."),
)
PAID = (Kind("lookup_number", "", ""), Kind("new_otp", "+31612469333", "Your code is {{pin}}."))


class Call(NamedTuple):
    """A call that must be carried out once, and the name that identifies it in the sandbox."""

    kind: Kind
    name: str
    idempotency_id: str | None = None


class Response(NamedTuple):
    """The result of a successful call."""

    cost: float
    idempotency_id: str | None = None


class Outcome(NamedTuple):
    """The end of a call: a response or a failure."""

    call: Call
    response: Response | None
    unknown: bool = False
    """Whether the failure says that the call may have been carried out."""


def _send(client: ApiClient, call: Call) -> Response:
    body = {"to": [call.kind.to], "from": "InfoText", "text": call.kind.text, "trackData": call.name}
    if call.idempotency_id:
        body["idempotencyId"] = call.idempotency_id
    whole: Any = SmsApi(client).send_sms(body, _return_http_data_only=False)
    response, _, headers = whole
    return Response(response.info.total_cost, headers.get("X-Idempotency-Id"))


def _look_up(client: ApiClient, call: Call) -> Response:
    return Response(NumbersApi(client).lookup_number(call.name).data.cost)


def _new_otp(client: ApiClient, call: Call) -> Response:
    body = {"phoneNumber": call.kind.to, "from": "InfoText", "template": call.kind.text, "trackId": call.name}
    return Response(OtpApi(client).new_otp(body).cost)


_MAKE: dict[str, Callable[[ApiClient, Call], Response]] = {
    "send_sms": _send,
    "lookup_number": _look_up,
    "new_otp": _new_otp,
}
#: Queries for the names of the calls that were carried out, with repetitions.
_CARRIED_OUT = {
    "send_sms": "SELECT track_data AS name FROM messages WHERE track_data IS NOT NULL",
    "lookup_number": "SELECT phone_number AS name FROM lookups",
    "new_otp": "SELECT track_id AS name FROM otps",
}

#: How a program makes a call. Arguments: the function that makes it, the call, and a function to call at each repeat.
Manner = Callable[[Callable[[Call], Response], Call, Callable[[], None]], Response]


def by_library(make: Callable[[Call], Response], call: Call, again: Callable[[], None]) -> Response:
    """With the library: send again if it gives up on a send."""
    if call.kind in PAID:
        return make(call)
    for _ in range(MOST_REPEATS):
        try:
            return make(call)
        except ApiConnectionException as failure:
            again()
            if failure.outcome_unknown:
                call = call._replace(idempotency_id=failure.idempotency_id)
    return make(call)


def by_hand(make: Callable[[Call], Response], call: Call, again: Callable[[], None]) -> Response:
    """Hand-written: try again after every failure."""
    for _ in range(MOST_REPEATS):
        try:
            return make(call)
        except ApiException:
            again()
    return make(call)


def plan(sends: int, seed: int) -> list[Call]:
    """The sends and the paid calls, in random order."""
    rng = random.Random(seed)
    kinds = [SENDS[number % len(SENDS)] for number in range(sends)]
    kinds += [PAID[number % len(PAID)] for number in range(sends // SENDS_PER_PAID_CALL)]
    calls = [Call(kind, _name(kind, number, rng)) for number, kind in enumerate(kinds)]
    rng.shuffle(calls)
    return calls


def _name(kind: Kind, number: int, rng: random.Random) -> str:
    """A phone number for a lookup, which has no other field, and a tracking id for all other calls."""
    return str(UUID(int=rng.getrandbits(128), version=4)) if kind.to else f"+3161{number:07}"


@dataclass(frozen=True)
class Run:
    """The results in the program and the data in the sandbox; amounts in millionths."""

    outcomes: list[Outcome]
    repeats: int
    """How often the client repeated a request."""
    resent: int
    """How often the program made a call again."""
    struck: dict[tuple[str, str], int]
    """How often each fault was applied, by name and by time (before or after)."""
    carried_out: dict[str, Counter[str]]
    """How often each call was carried out, by operation and name."""
    ledger: Counter[tuple[str, str | None, int]]
    """Entries by operation, idempotency id and amount."""
    prices: dict[Kind, int]
    start: int
    balance: int
    seconds: float

    @property
    def attempts(self) -> int:
        """How many requests were made."""
        return len(self.outcomes) + self.repeats + self.resent

    @property
    def failing(self) -> int:
        """How many of them failed for the program or the client."""
        return self.repeats + self.resent + sum(one.response is None for one in self.outcomes)

    @property
    def sends(self) -> list[Outcome]:
        """The calls with an idempotency id."""
        return [one for one in self.outcomes if one.call.kind in SENDS]

    @property
    def paid(self) -> list[Outcome]:
        """The calls that cost money and have no idempotency id."""
        return [one for one in self.outcomes if one.call.kind in PAID]

    def faults(self, when: str | None = None) -> int:
        """How many faults were applied: before or after the server acted, or both."""
        return sum(count for (_, then), count in self.struck.items() if when in (None, then))

    @property
    def expected(self) -> int:
        """The balance if each call that was carried out is charged once."""
        return self.start - sum(self.prices[one.call.kind] for one in self.outcomes if self.times(one))

    @property
    def certificates(self) -> int:
        """How many attempts failed because of an invalid certificate."""
        return sum(self.struck[name, "before"] for name in CERTIFICATES)

    def times(self, one: Outcome) -> int:
        """How often a call was carried out."""
        return self.carried_out[one.call.kind.operation][one.call.name]

    def gave_up(self) -> int:
        """How many sends have no successful result in the program."""
        return sum(one.response is None for one in self.sends)

    def doubles(self, among: list[Outcome]) -> int:
        """How many times they were carried out in excess of once."""
        return sum(max(0, self.times(one) - 1) for one in among)

    def lost(self, among: list[Outcome]) -> int:
        """How many have a response but were not carried out."""
        return sum(one.response is not None and not self.times(one) for one in among)

    def failed(self, unknown: bool, carried_out: bool) -> int:
        """Paid calls that failed, by whether the outcome was unknown and whether they were carried out."""
        failures = [one for one in self.paid if one.response is None and one.unknown is unknown]
        return sum(bool(self.times(one)) is carried_out for one in failures)

    def left_over(self) -> int:
        """How often a call failed or was repeated by the program for a reason other than a certificate."""
        denied = self.failed(unknown=False, carried_out=False)
        return max(0, self.resent + denied - self.certificates)

    def misbooked(self) -> int:
        """Ledger entries that are superfluous, missing, or have the wrong amount."""
        due = Counter(
            (one.call.kind.operation, one.response.idempotency_id if one.response else None, self.prices[one.call.kind])
            for one in self.outcomes
            if self.times(one)
        )
        return sum(((self.ledger - due) + (due - self.ledger)).values())

    def wrong_costs(self) -> int:
        """Responses whose cost is not the price."""
        costs = [(one.response.cost, self.prices[one.call.kind]) for one in self.outcomes if one.response]
        return sum(millionths(cost) != price for cost, price in costs)

    def problems(self) -> list[str]:
        """A description of each problem; empty if there is none."""
        found = {
            "faults were accepted as successes": max(0, self.faults() - self.failing),
            "sends gave up": self.gave_up(),
            "calls failed that the client should have repeated": self.left_over(),
            "surplus messages were sent": self.doubles(self.sends),
            "sends succeeded but were not carried out": self.lost(self.sends),
            "surplus paid calls were carried out": self.doubles(self.paid),
            "paid calls succeeded but were not carried out": self.lost(self.paid),
            "paid calls were carried out although their exception says that they were not": self.failed(False, True),
            "ledger entries are wrong": self.misbooked(),
            "responses have a wrong cost": self.wrong_costs(),
            "millionths are missing from the balance": self.expected - self.balance,
        }
        return [f"{count:,} {what}" for what, count in found.items() if count]


def run(
    sandbox: SmscxSandbox, client: ApiClient, calls: Sequence[Call], threads: int, manner: Manner = by_library
) -> Run:
    """Reset the sandbox, make all calls while network and sandbox fail, then read the sandbox's data."""
    prices = _prices(sandbox)
    sandbox.sandbox.reset()
    for _, rule in _rules():
        sandbox.control("POST", "faults", **rule)
    pauses: list[float] = []
    resent: list[Call] = []
    client.retry_policy.sleep = pauses.append

    def make(call: Call) -> Outcome:
        try:
            response = manner(lambda one: _MAKE[one.kind.operation](client, one), call, lambda: resent.append(call))
            return Outcome(call, response)
        except ApiException as failure:
            return Outcome(call, None, failure.outcome_unknown)

    start, started = _balance(sandbox), time.monotonic()
    seed = sandbox.sandbox.context.settings.seed
    with (
        failing_network(client, dict.fromkeys(WAYS, _share("before")), seed) as lost,
        ThreadPoolExecutor(threads) as executor,
    ):
        outcomes = list(executor.map(make, calls))
    seconds = time.monotonic() - started
    struck = [rule["struck"] for rule in sandbox.control("GET", "faults")["faults"]]
    with sandbox.sandbox.exclusive() as context:
        entries = context.store.all("SELECT operation, idempotency_id, amount FROM ledger")
        names = {operation: context.store.all(query) for operation, query in _CARRIED_OUT.items()}
    return Run(
        outcomes=outcomes,
        repeats=len(pauses),
        resent=len(resent),
        struck={
            **{(way, "before"): lost[way] for way in WAYS},
            **{key: count for (key, _), count in zip(_rules(), struck)},
        },
        carried_out={operation: Counter(row["name"] for row in rows) for operation, rows in names.items()},
        ledger=Counter((entry["operation"], entry["idempotency_id"], entry["amount"]) for entry in entries),
        prices=prices,
        start=start,
        balance=_balance(sandbox),
        seconds=seconds,
    )


def _ways(when: str) -> list[str]:
    """The failures that can happen before the server acts, or after it."""
    return [*(WAYS if when == "before" else ()), *(name for name, (_, whens) in FAULTS.items() if when in whens)]


def _share(when: str) -> float:
    """The probability of each of these failures."""
    return FAILING / 2 / len(_ways(when))


def _rules() -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """A rule for each fault, before and after.

    The sandbox tries the rules in order. So the probability of a rule is its share among the attempts that the network
    and the rules before it leave over.
    """
    spared = 1 - _share("before") * len(WAYS)
    for when in _BOTH:
        for name, (effect, whens) in FAULTS.items():
            if when in whens:
                yield (name, when), {**effect, "when": when, "probability": _share(when) / spared}
                spared -= _share(when)


def _prices(sandbox: SmscxSandbox) -> dict[Kind, int]:
    """The price of a call of each kind, measured without faults."""
    sandbox.sandbox.reset()
    prices, rng, before = {}, random.Random(0), _balance(sandbox)
    for number, kind in enumerate((*SENDS, *PAID)):
        _MAKE[kind.operation](sandbox.client, Call(kind, _name(kind, number, rng)))
        after = _balance(sandbox)
        prices[kind], before = before - after, after
    return prices


def _balance(sandbox: SmscxSandbox) -> int:
    with sandbox.sandbox.exclusive() as context:
        return int(ledger.account(context)["balance"])


def chaos(sends: int, threads: int, seed: int) -> tuple[Run, Run]:
    """The same calls with the same faults over HTTP: with the client, and hand-written without idempotency ids."""
    calls = plan(sends, seed)
    return _over_http(calls, threads, seed, CLIENT, by_library), _over_http(calls, threads, seed, UNPROTECTED, by_hand)


def _over_http(calls: Sequence[Call], threads: int, seed: int, settings: dict[str, Any], manner: Manner) -> Run:
    chosen = Settings(seed=seed, balance="1000000", rate_limit=1_000_000_000)
    with closing(Sandbox(chosen, Clock())) as core, closing(SmscxSandbox(core)) as sandbox:
        configuration = Configuration(host=sandbox.url, api_key=sandbox.api_key, **settings)
        with ApiClient(configuration) as client:
            return run(sandbox, client, calls, threads, manner)


def table(client: Run, hand: Run) -> str:
    """Both runs as a text table, at most 80 columns wide."""
    return "\n".join((*_fault_rows(client), "", *_run_rows(client, hand)))


def _fault_rows(client: Run) -> Iterator[str]:
    yield _row("Faults, with the client", "before acting", "after")
    for name in (*WAYS, *FAULTS):
        mark = " *" if name in CERTIFICATES else ""
        yield _row(f"  {name}{mark}", *(_count(client.struck.get((name, when))) for when in _BOTH))
    yield _row(
        f"  all {client.faults():,}, {client.faults() / client.attempts:.1%} of {client.attempts:,} attempts",
        *(_count(client.faults(when)) for when in _BOTH),
    )
    yield "  * ends the call: the program sends again; a paid call counts as failed"


def _run_rows(client: Run, hand: Run) -> Iterator[str]:
    both = (client, hand)
    yield _row("Outcome", "client", "by hand, no id")
    for name, of in _ROWS.items():
        yield _row(f"  {name}", *(_count(of(one)) for one in both))
    yield _row("  balance expected", *(_money(one.expected) for one in both))
    yield _row("  balance found", *(_money(one.balance) for one in both))
    yield _row("  wall time in seconds", *(f"{one.seconds:.1f}" for one in both))


_ROWS: dict[str, Callable[[Run], int]] = {
    "sends": lambda one: len(one.sends),
    "  gave up": Run.gave_up,
    "  lost": lambda one: one.lost(one.sends),
    "  surplus messages": lambda one: one.doubles(one.sends),
    "lookups and one-time passwords": lambda one: len(one.paid),
    "  response received": lambda one: sum(each.response is not None for each in one.paid),
    "  outcome unknown, carried out": lambda one: one.failed(True, True),
    "  outcome unknown, not carried out": lambda one: one.failed(True, False),
    "  known to have failed, carried out": lambda one: one.failed(False, True),
    "  known to have failed, not carried out": lambda one: one.failed(False, False),
    "  surplus calls carried out": lambda one: one.doubles(one.paid),
    "attempts": lambda one: one.attempts,
    "  that failed": lambda one: one.failing,
    "  repeated by the client": lambda one: one.repeats,
    "  repeated by the program": lambda one: one.resent,
    "wrong ledger entries": Run.misbooked,
}


def _money(amount: int) -> str:
    return f"{amount // 1_000_000:,}.{amount % 1_000_000:06}"


def _row(name: str, *cells: str) -> str:
    return f"{name:<48}" + "".join(f"{cell:>16}" for cell in cells)


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def main(arguments: Sequence[str]) -> int:
    """Run, print the table and the problems; the exit status is 1 if there are problems."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks chaos", description="Thousands of sends while 20% of all attempts fail."
    )
    parser.add_argument("--sends", type=_positive, default=10_000)
    parser.add_argument("--threads", type=_positive, default=8)
    parser.add_argument("--seed", type=int, default=1, help="decides the calls, their order and the faults")
    options = parser.parse_args(arguments)
    client, hand = chaos(options.sends, options.threads, options.seed)
    print(f"{options.sends:,} sends, {options.threads} threads, seed {options.seed}\n\n{table(client, hand)}\n")
    problems = client.problems()
    print("\n".join(f"WRONG: {problem}" for problem in problems) or "The client sent nothing twice and lost nothing.")
    return int(bool(problems))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be 1 or more, not {number}")
    return number
