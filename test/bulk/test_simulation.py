"""The crash simulation. It must find errors: a journal that is broken on purpose fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from smscx_client.bulk import engine, journal
from smscx_client.bulk.batch import BatchTask
from test.bulk.simulation import Broken, simulate

SEEDS, GROUPS = 300, 10


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_job_survives_every_crash(group: int) -> None:
    crashes = 0
    for seed in range(group, SEEDS, GROUPS):
        crashes += sum("CRASH" in line for line in simulate(seed).dice.trace)
    assert crashes > SEEDS // GROUPS


def test_the_same_seed_has_the_same_trace() -> None:
    for seed in (1, 2, 3):
        assert simulate(seed).dice.trace == simulate(seed).dice.trace


def broken_seeds(most: int = 300, **options: Any) -> Iterator[str]:
    """The problems that the simulation finds."""
    for seed in range(most):
        try:
            simulate(seed, **options)
        except Broken as broken:
            yield str(broken)


#: A write of the journal, and a job in which it matters.
HARMFUL = [
    ("start", ""),
    ("record", "lookup_numbers"),
    ("put back", "lookup_numbers"),
    ("divide", "send_sms"),
]
#: Writes that may be lost, or come together with the next one. Nothing was sent before the plan is complete, and the
#: first start of a batch brings all earlier writes to the disk. A later run drops
#: batches and deletes groups again.
HARMLESS = ["create", "new plan", "plan batch", "drop duplicates", "complete plan", "group removed"]


@pytest.mark.parametrize(("name", "operation"), HARMFUL)
def test_it_finds_a_write_that_is_not_synced(name: str, operation: str) -> None:
    story = next(broken_seeds(unsynced={name}, operation=operation, likely=f"after {name}"))
    assert "seed" in story
    assert "commits lost" in story


@pytest.mark.parametrize(("name", "operation"), [*HARMFUL, ("give up", "")])
def test_it_finds_a_write_that_comes_after_the_next_step(name: str, operation: str) -> None:
    assert "CRASH" in next(broken_seeds(late={name}, operation=operation, likely=f"after {name}"))


@pytest.mark.parametrize("name", [*HARMLESS, "give up"])
def test_it_accepts_a_write_that_can_be_lost(name: str) -> None:
    assert not list(broken_seeds(12, unsynced={name}, likely=f"after {name}"))


@pytest.mark.parametrize("name", HARMLESS)
def test_it_accepts_a_write_that_can_wait(name: str) -> None:
    assert not list(broken_seeds(12, late={name}, likely=f"after {name}"))


def _starts_after_the_request(self: engine.Engine, batch: journal.Batch) -> None:
    """As `Engine._start`, but the mark is written after the request: two writes are swapped."""
    now = self._now()
    if self._is_expired(batch, now):
        self._settle(batch)
        return
    started = batch._replace(state=journal.SENDING, first_sent_at=batch.first_sent_at or now)
    self._flying[batch.id] = started
    lines, arguments = self._journal.lines(batch), self._job.options.get("arguments", {})
    task = BatchTask(
        self._job.operation,
        self._job.body,
        lines,
        batch.idempotency_id,
        is_repeated=batch.may_have_acted,
        arguments=arguments,
        group_id=batch.group_id,
        left_out=batch.left_out,
    )
    self._pool.submit(batch.id, task)
    self._journal.start(batch, now)


def _never_expires(self: engine.Engine, batch: journal.Batch, now: float) -> bool:
    return False


def _has_all_time(self: engine.Engine, batch: journal.Batch, now: float) -> None:
    return None


@pytest.mark.parametrize(
    "mistakes",
    [
        {"_start": _starts_after_the_request},
        {"_is_expired": _never_expires, "_not_after": _has_all_time},  # each alone keeps the other from harm
    ],
)
def test_it_finds_an_error_in_the_engine(
    monkeypatch: pytest.MonkeyPatch, mistakes: dict[str, Callable[..., Any]]
) -> None:
    for name, replacement in mistakes.items():
        monkeypatch.setattr(engine.Engine, name, replacement)
    assert "twice" in next(broken_seeds())
