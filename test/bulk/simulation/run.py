"""One seed: a job, its crashes, and the checks afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from smscx_client import bulk
from smscx_client.bulk.operations import OPERATIONS
from test.bulk.simulation.check import problems
from test.bulk.simulation.dice import Crash, Dice
from test.bulk.simulation.disk import Disk, SimulatedStorage
from test.bulk.simulation.world import Workers, World

__all__ = ["Broken", "Simulation", "simulate"]

_OPERATIONS = ("send_sms", "send_sms_campaign", "lookup_numbers", "add_contacts_to_group", "validate_numbers")
_NO_COVERAGE, _RESTRICTED, _OPTED_OUT = "+46701740680", "+5352345678", "+31620000000"
_DOWNTIMES = (0, 0, 5, 60, 3_600, 86_000, 90_000, 200_000)
_MOST_RUNS = 400


class Broken(AssertionError):
    """A simulation found an error; the message has the seed and the trace."""


class Simulation:
    """One job in one simulated world.

    :param operation: the operation of the job; by default one that the seed chooses.
    :param likely: a part of the name of those points at which a crash is likely.
    :param broken: ways to break the journal: arguments of :class:`SimulatedStorage`.
    """

    def __init__(
        self, seed: int, *, crashes: int = 12, operation: str = "", likely: str = "", **broken: Collection[str]
    ):
        self.seed = seed
        self.dice = dice = Dice(seed, crashes, likely)
        self.lifetime = 86_400.0
        self.world = World(dice, seed, self.lifetime)
        self.operation = operation or dice.choose(_OPERATIONS)
        self.is_keyed = OPERATIONS[self.operation].repeat == "keyed"
        self.disk = Disk()
        self._broken = broken
        self.recipients = self._recipients()
        self._workers = dice.between(1, 4)
        self._batch_size = dice.between(2, 6)
        store = self.world.sandbox.context.store
        store.execute("INSERT INTO groups (name, created_at) VALUES ('all', '2026-11-02 09:00:00')")
        (row,) = self.world.all("SELECT id FROM groups WHERE name = 'all'")
        self.group_id = row["id"]

    def _recipients(self) -> list[str]:
        dice = self.dice
        valid = [f"+3162000{number:04d}" for number in range(dice.between(1, 20))]
        others = ["junk", _NO_COVERAGE, _RESTRICTED]
        found = [*valid, *(other for other in others if dice.chance(0.4)), *(dice.choose(valid) for _ in range(2))]
        return sorted(found, key=lambda _: dice.uniform(0, 1))

    def storage(self) -> SimulatedStorage:
        return SimulatedStorage(self.disk, self.dice, self.world.open_batches, self.world.written, **self._broken)

    def acted(self) -> Counter[str]:
        """How often the API acted for each number."""
        if self.operation == "lookup_numbers":
            return self.world.lookups()
        if self.operation == "add_contacts_to_group":
            rows = self.world.all("SELECT phone_number FROM contacts WHERE group_id = ?", self.group_id)
            return Counter(row["phone_number"] for row in rows)
        return self.world.messages()

    def run(self) -> None:
        """Run the job until it ends, through all crashes.

        :raises Broken: something that must be true is not.
        """
        try:
            result = self._run()
            found = list(problems(self, result))
        finally:
            self.disk.close()
        if found:
            self.fail("; ".join(found))

    def fail(self, problem: str) -> None:
        lines = "\n".join(f"  {number:4d}  {line}" for number, line in enumerate(self.dice.trace))
        raise Broken(f"seed {self.seed}, {self.operation}: {problem}\n{lines}")

    def _run(self) -> bulk.Result:
        for number in range(_MOST_RUNS):
            self.dice.note(f"--- run {number + 1} at {self.world.now():.0f}")
            workers = Workers(self.world, self.world.client())
            try:
                return self._start(workers)
            except Crash:
                workers.die()
                self.disk.crash(self.dice)
                self._wait()
            except bulk.JobStopped as stopped:
                self.dice.note(f"stopped: {stopped.__cause__!r}")
                self._wait()
        self.fail("the job does not end")
        raise AssertionError

    def _wait(self) -> None:
        self.world.network.deliver_late(all_of_them=self.dice.chance(0.5))
        downtime = self.dice.choose(_DOWNTIMES)
        if downtime > 60:
            self.world.network.deliver_late(all_of_them=True)
        self.dice.note(f"down for {downtime} s")
        self.world.sandbox.advance(downtime)

    def _start(self, workers: Workers) -> bulk.Result:
        """Continue from the disk, or start if there is no journal."""
        client, storage = self.world.client(), self.storage()
        options: dict[str, Any] = {"pool": workers, "workers": self._workers}
        try:
            try:
                return bulk.resume(client, storage, **options)
            except bulk.JournalError as error:
                self.dice.note(f"nothing to resume: {error}")
            options.update(name="job", journal=storage, batch_size=self._batch_size, id_lifetime=self.lifetime)
            sender = {"from_": "InfoText", "text": "Sale!"}
            if self.operation == "send_sms":
                return bulk.send_sms(client, self.recipients, **options, **sender)
            if self.operation == "send_sms_campaign":
                return bulk.send_sms_campaign(client, self.recipients, **options, **sender)
            if self.operation == "add_contacts_to_group":
                return bulk.import_contacts(client, self.group_id, self.recipients, **options)
            start = bulk.lookup_numbers if self.operation == "lookup_numbers" else bulk.validate_numbers
            return start(client, self.recipients, **options)
        finally:
            storage.close()


def simulate(seed: int, **options: Any) -> Simulation:
    """Run one seed, and return what happened.

    :raises Broken: something that must be true is not.
    """
    simulation = Simulation(seed, **options)
    simulation.run()
    return simulation
