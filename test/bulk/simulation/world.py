"""The world around the program: the API, a network that loses requests and delivers some late, and the workers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from smscx_client import Client, Configuration
from smscx_client.bulk.batch import BatchTask, run_batch
from smscx_client.bulk.outcome import DONE, LOST, Outcome
from smscx_client.bulk.pool import Finished
from smscx_client.exceptions import ApiConnectionException
from smscx_client.retry import RetryPolicy
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.serving.in_process import HOST, InProcessTransport
from smscx_client.sandbox.settings import Settings
from smscx_client.sandbox.state.clock import Clock
from test.bulk.simulation.dice import Crash, Dice

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["Network", "Workers", "World"]

_Request = tuple[str, str, Mapping[str, str], "str | bytes | None"]


@cache
def _sandbox() -> Sandbox:
    """One for all simulations of this process: a reset takes a hundredth of the time of a new one."""
    return Sandbox(Settings(balance="100000"), Clock.frozen())


class World:
    """All that survives a crash of the program, besides its disk.

    :param lifetime: seconds after which the API forgets an idempotency id.
    """

    def __init__(self, dice: Dice, seed: int, lifetime: float):
        self.dice = dice
        self.sandbox = _sandbox()
        self.sandbox.reset(seed=seed)
        self.network = Network(self, lifetime)
        if dice.chance(0.3):
            self.sandbox.limiter.change(dice.between(3, 12), dice.choose((1, 10, 60, 3600)))
        self.open_batches: set[str] = set()
        """The first line of each batch that was started, and whose outcome is not in the journal for certain."""
        self.uncertain_batches: set[str] = set()
        """Those of them that the API may have got, without the program having got the response."""
        self.settled = ""
        """The first line of the batch whose outcome the engine is writing now."""
        self._key = self.sandbox.context.settings.api_key

    def now(self) -> float:
        return self.sandbox.context.clock.seconds()

    def written(self) -> None:
        """An outcome is in the journal for certain."""
        self.open_batches.discard(self.settled)
        self.settled = ""

    def client(self) -> Client:
        """A client like that of a new process."""
        dice = self.dice

        def sleep(seconds: float) -> None:
            dice.point(f"before a pause of {seconds:.1f} s")
            self.sandbox.advance(seconds)
            dice.point("after the pause")

        policy = RetryPolicy(clock=self.now, now=self.now, sleep=sleep, uniform=dice.uniform)
        return Client(
            configuration=Configuration(host=HOST, api_key=self._key), transport=self.network, retry_policy=policy
        )

    # --- State of the sandbox ----------------------------------------------------------------------------------------

    def messages(self) -> Counter[str]:
        """How often each number got a message."""
        return Counter(row["recipient"] for row in self.sandbox.messages())

    def lookups(self) -> Counter[str]:
        """How often each number was looked up."""
        return Counter(row["phone_number"] for row in self.all("SELECT phone_number FROM lookups"))

    def spent(self, numbers: set[str] | None = None) -> Decimal:
        """The amount that the account has paid, for all or for some numbers."""
        if numbers is None:
            (row,) = self.all("SELECT ifnull(sum(amount), 0) AS paid FROM ledger")
            return Decimal(row["paid"]) / 1_000_000
        rows = self.all("SELECT recipient AS number, cost FROM messages")
        rows += self.all("SELECT phone_number AS number, cost FROM lookups")
        return Decimal(sum(row["cost"] for row in rows if row["number"] in numbers)) / 1_000_000

    def all(self, query: str, *values: Any) -> list[dict[str, Any]]:
        return self.sandbox.context.store.all(query, *values)


class Network:
    """The transport of the client. It loses requests and responses, and delivers some requests late."""

    def __init__(self, world: World, lifetime: float):
        self._world = world
        self._server = InProcessTransport(world.sandbox)
        self._lifetime = lifetime
        self._ids: dict[str, float] = {}
        self._late: list[_Request] = []
        self.loss = world.dice.choose((0.0, 0.05, 0.2))
        """The probability of losing a request, and that of losing a response."""
        self.refusal = world.dice.choose((0.0, 0.05, 0.3))
        """The probability that a request is not sent, and the program knows it."""
        self.was_late = False

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: str | bytes | None,
        timeout: Any,
        time_left: float | None = None,
        preload: bool = True,
        timed: bool = True,
    ) -> BaseHTTPResponse:
        dice, name = self._world.dice, f"{method} {url.removeprefix(HOST)}"
        given: _Request = (method, url, headers, body)
        self.deliver_late()
        try:
            dice.point(f"before {name}")
        except Crash:
            self.leave(given)
            raise
        if dice.chance(self.loss):
            dice.note(f"lost: {name}")
            raise ApiConnectionException("lost on the way", outcome_unknown=True)
        if dice.chance(self.refusal):
            dice.note(f"refused: {name}")
            raise ApiConnectionException("refused", outcome_unknown=False)
        response = self._serve(given, preload)
        dice.point(f"in {name}, {response.status}")
        if dice.chance(self.loss):
            dice.note(f"response lost: {name}")
            raise ApiConnectionException("lost on the way back", outcome_unknown=True)
        dice.point(f"after {name}")
        return response

    def _serve(self, given: _Request, preload: bool) -> BaseHTTPResponse:
        method, url, headers, body = given
        self._forget()
        response = self._server.request(method, url, headers, body, None, None, preload)
        if body and '"idempotencyId"' in _text(body):
            self._ids.setdefault(json.loads(body)["idempotencyId"], self._world.now())
        return response

    def _forget(self) -> None:
        """Forget idempotency ids, as the API may."""
        now, store = self._world.now(), self._world.sandbox.context.store
        for value, since in list(self._ids.items()):
            if now - since >= self._lifetime:
                store.execute("DELETE FROM idempotent_responses WHERE idempotency_id = ?", value)
                del self._ids[value]

    def leave(self, given: _Request) -> None:
        """With some probability, keep a request of a crashed program in the network."""
        if self._world.dice.chance(0.5):
            self._world.dice.note(f"in the network: {given[0]} {given[1]}")
            self._late.append(given)

    def deliver_late(self, *, all_of_them: bool = False) -> None:
        """With some probability, deliver requests of crashed programs."""
        while self._late and (all_of_them or self._world.dice.chance(0.3)):
            given = self._late.pop(0)
            self._world.dice.note(f"arrives late: {given[0]} {given[1]}")
            self.was_late = True
            self._serve(given, True)

    def close(self) -> None:
        """Do nothing: the sandbox stays."""


class Workers:
    """Workers that take turns: the next one is chosen when the program waits."""

    def __init__(self, world: World, client: Client):
        self._world = world
        self._client = client
        self._waiting: list[tuple[int, BatchTask]] = []
        self._finished: list[Finished] = []
        self._tasks: dict[int, BatchTask] = {}
        world.settled = ""

    def submit(self, key: int, task: BatchTask) -> None:
        self._tasks[key] = task
        self._world.dice.point(f"submit {key}")
        self._waiting.append((key, task))

    def wait(self, seconds: float | None) -> list[Finished]:
        dice = self._world.dice
        while True:
            dice.point("switch")
            if seconds is not None and dice.chance(0.2):
                self._world.sandbox.advance(seconds)
                return []
            if self._waiting and (not self._finished or dice.chance(0.6)):
                key, task = self._waiting.pop(dice.between(0, len(self._waiting) - 1))
                self._finished.append((key, run_batch(self._client, task)))
            elif self._finished:
                return [self._returned(self._finished.pop(dice.between(0, len(self._finished) - 1)))]

    def _returned(self, finished: Finished) -> Finished:
        key, outcome = finished
        assert isinstance(outcome, Outcome), outcome
        self._world.dice.note(f"outcome of {key}: {outcome.state} {outcome.error}")
        first, uncertain = _first(self._tasks[key]), self._world.uncertain_batches
        if outcome.state == LOST:
            uncertain.add(first)
        self._world.settled = first if outcome.state == DONE or first not in uncertain else ""
        return finished

    def close(self) -> None:
        """Nothing to end."""

    def die(self) -> None:
        """Pass requests that were about to be sent to the network, although the program has crashed."""
        self._world.uncertain_batches |= self._world.open_batches
        for _, task in self._waiting:
            if self._world.dice.chance(0.5):
                _leave_first_request(self._world, task)


class _Captured(BaseException):
    pass


class _Capture:
    """A transport that keeps the first request."""

    def __init__(self, world: World):
        self._world = world

    def request(self, method: str, url: str, headers: Mapping[str, str], body: Any, *_: Any, **__: Any) -> Any:
        self._world.network.leave((method, url, headers, body))
        raise _Captured

    def close(self) -> None:
        pass


def _leave_first_request(world: World, task: BatchTask) -> None:
    configuration = Configuration(host=HOST, api_key=world.sandbox.context.settings.api_key)
    try:
        run_batch(Client(configuration=configuration, transport=_Capture(world)), task)
    except _Captured:
        return


def _first(task: BatchTask) -> str:
    return task.recipients.partition("\n")[0]


def _text(body: str | bytes | None) -> str:
    return body.decode() if isinstance(body, bytes) else body or ""
