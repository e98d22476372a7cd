"""Never twice, never lost: thousands of sends while a fifth of all attempts fails: ``python -m benchmarks chaos``.

Eight threads share one client and call the sandbox over HTTP. Attempts fail in the ways of a network, for real
(chaos_network.py), and in those of a server and its answers (the sandbox's fault rules), half of the time before the
server acts and half after it. Then the sandbox's own books are held against what the program was told: each send is
there exactly once, each paid call that cannot be repeated at most once, and the balance agrees to the millionth. The
same again without idempotency ids, in the loop that people write by hand (``except ApiException: continue``), shows
what the faults do to a program that is not protected.

The library does not repeat a call after a certificate that proves nothing: as a rule, that ends the same way. Here it
does not, so the program sends again, as docs/guides/reliability.md tells it to: with the id that the exception names,
once one says that the outcome is unknown. As long as all say that nothing was carried out, it gives none, and the
library makes up another: were an exception wrong, the books would show the message twice. Nothing else may be left to
the program.

Each request draws its fate from two streams, of the network and of the sandbox, which the seed decides. So with one
thread the same seed is the same run, fault by fault (as long as nothing takes longer than ``PATIENCE`` by itself). With
several, calls, their order in the queue and the odds are the same, but which attempt meets which fault depends on the
order in which they arrive. Pauses between tries are counted and not waited for.
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

from benchmarks.chaos_network import CERTIFICATES, WAYS, astray
from smscx_client import ApiClient, ApiConnectionException, ApiException, Configuration
from smscx_client.apis import NumbersApi, OtpApi, SmsApi
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.state import ledger
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.money import millionths

__all__ = ["CLIENT", "FAULTS", "PATIENCE", "Run", "by_hand", "by_library", "chaos", "main", "plan", "run", "table"]

#: Of all attempts, half before the server acts and half after it.
FAILING = 0.2
#: Seconds that the client waits to connect and for an answer, and by which an answer is late that is to be too late.
PATIENCE = 0.3
LATE = 1.0
#: Enough that no send gives up: a fifth to the power of 21.
MOST_REPEATS = 20
#: For so many sends there is one paid call that has no idempotency id.
SENDS_PER_PAID_CALL = 10

_BOTH = ("before", "after")

#: What goes wrong at the server, as the sandbox's rules say it, and whether before or after it acts.
FAULTS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "status 500": ({"status": 500}, _BOTH),
    "status 503": ({"status": 503}, _BOTH),
    "status 429": ({"status": 429}, ("before",)),
    "connection reset": ({"reset": True}, _BOTH),
    "answer later than the timeout": ({"latency": LATE}, _BOTH),
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
    """What a program may want: all calls of a kind cost the same."""

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
    """Something that is to happen once, and the name under which the sandbox has it then."""

    kind: Kind
    name: str
    idempotency_id: str | None = None


class Answer(NamedTuple):
    """What the program is told of a call that succeeds."""

    cost: float
    idempotency_id: str | None = None


class Outcome(NamedTuple):
    """How a call ended: with an answer or with a failure."""

    call: Call
    answer: Answer | None
    unknown: bool = False
    """Whether the failure says that the call may have been carried out."""


def _send(client: ApiClient, call: Call) -> Answer:
    body = {"to": [call.kind.to], "from": "InfoText", "text": call.kind.text, "trackData": call.name}
    if call.idempotency_id:
        body["idempotencyId"] = call.idempotency_id
    whole: Any = SmsApi(client).send_sms(body, _return_http_data_only=False)
    answer, _, headers = whole
    return Answer(answer.info.total_cost, headers.get("X-Idempotency-Id"))


def _look_up(client: ApiClient, call: Call) -> Answer:
    return Answer(NumbersApi(client).lookup_number(call.name).data.cost)


def _new_otp(client: ApiClient, call: Call) -> Answer:
    body = {"phoneNumber": call.kind.to, "from": "InfoText", "template": call.kind.text, "trackId": call.name}
    return Answer(OtpApi(client).new_otp(body).cost)


_MAKE: dict[str, Callable[[ApiClient, Call], Answer]] = {
    "send_sms": _send,
    "lookup_number": _look_up,
    "new_otp": _new_otp,
}
#: The names of what was carried out, each as often as it was.
_CARRIED_OUT = {
    "send_sms": "SELECT track_data AS name FROM messages WHERE track_data IS NOT NULL",
    "lookup_number": "SELECT phone_number AS name FROM lookups",
    "new_otp": "SELECT track_id AS name FROM otps",
}

#: How a program goes about a call: given what makes it and what to tell of each time that it is made again.
Manner = Callable[[Callable[[Call], Answer], Call, Callable[[], None]], Answer]


def by_library(make: Callable[[Call], Answer], call: Call, again: Callable[[], None]) -> Answer:
    """With the library: a send that it gives up on goes out again."""
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


def by_hand(make: Callable[[Call], Answer], call: Call, again: Callable[[], None]) -> Answer:
    """Without: try again whatever it was."""
    for _ in range(MOST_REPEATS):
        try:
            return make(call)
        except ApiException:
            again()
    return make(call)


def plan(sends: int, seed: int) -> list[Call]:
    """So many sends, and the paid calls among them, in a random order."""
    rng = random.Random(seed)
    kinds = [SENDS[number % len(SENDS)] for number in range(sends)]
    kinds += [PAID[number % len(PAID)] for number in range(sends // SENDS_PER_PAID_CALL)]
    calls = [Call(kind, _name(kind, number, rng)) for number, kind in enumerate(kinds)]
    rng.shuffle(calls)
    return calls


def _name(kind: Kind, number: int, rng: random.Random) -> str:
    """A phone number for a lookup, which has nothing else of its own, and the id to track it by for all others."""
    return str(UUID(int=rng.getrandbits(128), version=4)) if kind.to else f"+3161{number:07}"


@dataclass(frozen=True)
class Run:
    """What the program was told, and what is in the sandbox's books; amounts in millionths."""

    outcomes: list[Outcome]
    repeats: int
    """How often the client repeated a request."""
    resent: int
    """How often the program made a call again."""
    struck: dict[tuple[str, str], int]
    """How often each fault struck, by name and by when."""
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
        """How many of them failed, as the program or the client saw it."""
        return self.repeats + self.resent + sum(one.answer is None for one in self.outcomes)

    @property
    def sends(self) -> list[Outcome]:
        """The calls that an idempotency id protects."""
        return [one for one in self.outcomes if one.call.kind in SENDS]

    @property
    def paid(self) -> list[Outcome]:
        """Those that cost money and have no such id."""
        return [one for one in self.outcomes if one.call.kind in PAID]

    def faults(self, when: str | None = None) -> int:
        """How many struck, before or after the server acted, or at all."""
        return sum(count for (_, then), count in self.struck.items() if when in (None, then))

    @property
    def expected(self) -> int:
        """The balance if each call that was carried out had been so once."""
        return self.start - sum(self.prices[one.call.kind] for one in self.outcomes if self.times(one))

    @property
    def certificates(self) -> int:
        """How many certificates proved nothing."""
        return sum(self.struck[name, "before"] for name in CERTIFICATES)

    def times(self, one: Outcome) -> int:
        """How often it was carried out."""
        return self.carried_out[one.call.kind.operation][one.call.name]

    def gave_up(self) -> int:
        """How many sends there are that the program does not know to have succeeded."""
        return sum(one.answer is None for one in self.sends)

    def doubles(self, among: list[Outcome]) -> int:
        """How often too often they were carried out."""
        return sum(max(0, self.times(one) - 1) for one in among)

    def lost(self, among: list[Outcome]) -> int:
        """How many were answered and not carried out."""
        return sum(one.answer is not None and not self.times(one) for one in among)

    def failed(self, unknown: bool, carried_out: bool) -> int:
        """Paid calls that failed, by whether the failure left it open and by whether they were carried out."""
        failures = [one for one in self.paid if one.answer is None and one.unknown is unknown]
        return sum(bool(self.times(one)) is carried_out for one in failures)

    def left_over(self) -> int:
        """How often a call ended as not carried out, or the program had to make it again, without a certificate."""
        denied = self.failed(unknown=False, carried_out=False)
        return max(0, self.resent + denied - self.certificates)

    def misbooked(self) -> int:
        """Ledger entries that are too many, too few, or of the wrong amount."""
        due = Counter(
            (one.call.kind.operation, one.answer.idempotency_id if one.answer else None, self.prices[one.call.kind])
            for one in self.outcomes
            if self.times(one)
        )
        return sum(((self.ledger - due) + (due - self.ledger)).values())

    def mistold(self) -> int:
        """Answers with another cost than what was due."""
        answered = [(one.answer.cost, self.prices[one.call.kind]) for one in self.outcomes if one.answer]
        return sum(millionths(told) != price for told, price in answered)

    def problems(self) -> list[str]:
        """What is wrong, in words; nothing if all is as promised."""
        found = {
            "faults were taken for good answers": max(0, self.faults() - self.failing),
            "sends gave up": self.gave_up(),
            "calls were left to the program that the client should have repeated": self.left_over(),
            "messages were sent too many": self.doubles(self.sends),
            "sends were answered and are lost": self.lost(self.sends),
            "paid calls were carried out too often": self.doubles(self.paid),
            "paid calls were answered and are lost": self.lost(self.paid),
            "paid calls were carried out although their failure says that they were not": self.failed(False, True),
            "ledger entries are not what was due": self.misbooked(),
            "answers tell a wrong cost": self.mistold(),
            "millionths are missing from the balance": self.expected - self.balance,
        }
        return [f"{count:,} {what}" for what, count in found.items() if count]


def run(
    sandbox: SmscxSandbox, client: ApiClient, calls: Sequence[Call], threads: int, manner: Manner = by_library
) -> Run:
    """Make all calls while network and sandbox fail, then read the sandbox's books. It begins anew, with its seed."""
    prices = _prices(sandbox)
    sandbox.sandbox.reset()
    for _, rule in _rules():
        sandbox.control("POST", "faults", **rule)
    pauses: list[float] = []
    resent: list[Call] = []
    client.retry_policy.sleep = pauses.append

    def make(call: Call) -> Outcome:
        try:
            answer = manner(lambda one: _MAKE[one.kind.operation](client, one), call, lambda: resent.append(call))
            return Outcome(call, answer)
        except ApiException as failure:
            return Outcome(call, None, failure.outcome_unknown)

    start, started = _balance(sandbox), time.monotonic()
    seed = sandbox.sandbox.context.settings.seed
    with astray(client, dict.fromkeys(WAYS, _share("before")), seed) as lost, ThreadPoolExecutor(threads) as executor:
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
    """How an attempt can fail before the server acts, or after it."""
    return [*(WAYS if when == "before" else ()), *(name for name, (_, whens) in FAULTS.items() if when in whens)]


def _share(when: str) -> float:
    """How likely each of them is."""
    return FAILING / 2 / len(_ways(when))


def _rules() -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """A rule for each fault, before and after.

    The sandbox tries them in turn, so each must be likelier by as much as the network and those before it take away.
    """
    spared = 1 - _share("before") * len(WAYS)
    for when in _BOTH:
        for name, (effect, whens) in FAULTS.items():
            if when in whens:
                yield (name, when), {**effect, "when": when, "probability": _share(when) / spared}
                spared -= _share(when)


def _prices(sandbox: SmscxSandbox) -> dict[Kind, int]:
    """What a call of each kind takes off the balance when nothing goes wrong."""
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
    """The same calls under the same faults over HTTP: with the client, and by hand without idempotency ids."""
    calls = plan(sends, seed)
    return _over_http(calls, threads, seed, CLIENT, by_library), _over_http(calls, threads, seed, UNPROTECTED, by_hand)


def _over_http(calls: Sequence[Call], threads: int, seed: int, settings: dict[str, Any], manner: Manner) -> Run:
    chosen = Settings(seed=seed, balance="1000000", rate_limit=1_000_000_000)
    with closing(Sandbox(chosen, Clock())) as core, closing(SmscxSandbox(core)) as sandbox:
        configuration = Configuration(host=sandbox.url, api_key=sandbox.api_key, **settings)
        with ApiClient(configuration) as client:
            return run(sandbox, client, calls, threads, manner)


def table(client: Run, hand: Run) -> str:
    """Both runs for people, at most 80 columns wide."""
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
    yield "  * ends the call: the program sends again, or takes a paid call for failed"


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
    "  messages too many": lambda one: one.doubles(one.sends),
    "lookups and one-time passwords": lambda one: len(one.paid),
    "  answered": lambda one: sum(each.answer is not None for each in one.paid),
    "  outcome unknown, carried out": lambda one: one.failed(True, True),
    "  outcome unknown, not carried out": lambda one: one.failed(True, False),
    "  known to have failed, carried out": lambda one: one.failed(False, True),
    "  known to have failed, not carried out": lambda one: one.failed(False, False),
    "  carried out too often": lambda one: one.doubles(one.paid),
    "attempts": lambda one: one.attempts,
    "  that failed": lambda one: one.failing,
    "  repeated by the client": lambda one: one.repeats,
    "  repeated by the program": lambda one: one.resent,
    "ledger entries not as due": Run.misbooked,
}


def _money(amount: int) -> str:
    return f"{amount // 1_000_000:,}.{amount % 1_000_000:06}"


def _row(name: str, *cells: str) -> str:
    return f"{name:<48}" + "".join(f"{cell:>16}" for cell in cells)


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def main(arguments: Sequence[str]) -> int:
    """Run, print the table and what is wrong; the exit status is 1 if anything is."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks chaos", description="Thousands of sends while a fifth of all attempts fails."
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
