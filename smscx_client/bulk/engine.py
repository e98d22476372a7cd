"""The run of a job: batches go from the journal to the workers, and their outcomes back.

One thread does all of it but the requests. Every step is in the journal before the next one: see there.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smscx_client.bulk import reconcile
from smscx_client.bulk.batch import DELETE_GROUP, BatchTask
from smscx_client.bulk.errors import JournalError
from smscx_client.bulk.interrupts import interrupts
from smscx_client.bulk.journal import DIVIDED, DONE, PLANNED, SENDING, Batch, Job, Journal
from smscx_client.bulk.operations import OPERATIONS
from smscx_client.bulk.outcome import AGAIN, DIVIDE, LOST, REFUSED, UNKNOWN, Outcome
from smscx_client.bulk.outcome import DONE as CARRIED_OUT
from smscx_client.bulk.progress import Observer, Progress
from smscx_client.bulk.rate_limit import RateLimit
from smscx_client.exceptions import ApiException

if TYPE_CHECKING:
    from collections.abc import Callable

    from smscx_client.bulk.outcome import Packed
    from smscx_client.bulk.pool import Finished, Pool
    from smscx_client.client import Client

__all__ = ["CLOCK_STEP", "Engine", "Limits"]

#: Seconds: the pause before a batch is repeated is up to the first, doubled each time, at most the last.
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
#: Seconds by which a clock may be set back without any doubt about the age of a batch: part of the margin.
CLOCK_STEP = 60.0
#: Seconds for the first request of a batch, even if the API forgets its id sooner.
_SHORTEST_LIFETIME = 10.0


@dataclass(frozen=True)
class Limits:
    """How far a run goes."""

    workers: int = 4
    attempts: int = 8
    """How often a run tries a batch."""
    rate_window: float = 60.0
    """Seconds of the API's rate limit (assumed)."""


class Engine:
    """One run of one job.

    Clock, pauses and random numbers are those of the client's retry policy.

    :param margin: seconds before `id_lifetime` in which a batch is not repeated.
    """

    def __init__(
        self,
        client: Client,
        journal: Journal,
        job: Job,
        pool: Pool,
        limits: Limits,
        observer: Observer,
        *,
        margin: float = 0.0,
    ):
        policy = client.api_client.retry_policy
        self._client = client
        self._journal = journal
        self._job = job
        self._pool = pool
        self._limits = limits
        self._observer = observer
        self._now: Callable[[], float] = policy.now
        self._sleep: Callable[[float], None] = policy.sleep
        self._uniform: Callable[[float, float], float] = policy.uniform
        self._how = OPERATIONS[job.operation]
        self._lifetime = float(job.options["id_lifetime"]) - margin
        self._rate = RateLimit(limits.rate_window, limits.workers)
        self._ready: deque[Batch] = deque()
        self._later: list[tuple[float, Batch]] = []
        self._groups: deque[Batch] = deque()
        """Batches whose group can be deleted."""
        self._flying: dict[int, Batch] = {}
        self._tries: Counter[int] = Counter()
        self._counts: Counter[str] = Counter()
        self._replaced: Counter[str] = Counter()
        self._cost = Decimal(0)
        self._total = 0
        self._failures = 0
        self._stopped_by: Outcome | None = None
        self._error: BaseException | None = None
        self._is_interrupted = False
        self._is_pausing = False

    # --- The loop ----------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Send all batches that are planned.

        :raises KeyboardInterrupt: after the outcomes of all requests that were on their way are in the journal.
        """
        self._recover()
        self._report()
        with interrupts(self.interrupt):
            while self._step_is_left():
                self._step()
        self._report(finished=True)
        if self._is_interrupted:
            raise KeyboardInterrupt
        if self._error is not None:
            raise self._error

    def interrupt(self) -> None:
        """Start nothing any more, and end when the outcomes of all requests on their way are in the journal."""
        self._is_interrupted = True
        if self._is_pausing:
            raise KeyboardInterrupt

    def _step_is_left(self) -> bool:
        return bool(self._flying) or (not self._is_stopping and bool(self._ready or self._later or self._groups))

    @property
    def _is_stopping(self) -> bool:
        return self._is_interrupted or self._stopped_by is not None or self._error is not None

    def _step(self) -> None:
        pause = self._launch()
        if self._flying:
            for finished in self._pool.wait(pause):
                self._take(finished)
        elif pause:
            self._report(pause=pause)
            self._pause(pause)

    def _pause(self, seconds: float) -> None:
        """Wait with nothing on its way, until Ctrl-C at most."""
        self._is_pausing = True
        try:
            self._sleep(seconds)
        except KeyboardInterrupt:
            self._is_interrupted = True
        finally:
            self._is_pausing = False

    def _launch(self) -> float | None:
        """Start what can be started; return the seconds until more can be, None if that needs an outcome first."""
        while len(self._flying) < self._limits.workers and not self._is_stopping:
            now = self._now()
            self._wake(now)
            if not (self._ready or self._groups):
                return self._later[0][0] - now if self._later else None
            delay = self._rate.delay(now, len(self._flying))
            if delay != 0:
                return delay
            self._rate.started(now)
            if self._ready:
                self._start(self._ready.popleft())
            else:
                self._delete_group(self._groups.popleft())
        return None

    def _wake(self, now: float) -> None:
        """Make those batches ready whose pause is over."""
        self._later.sort()
        while self._later and self._later[0][0] <= now:
            batch = self._later.pop(0)[1]
            (self._groups if batch.state == DONE else self._ready).append(batch)

    # --- One batch ---------------------------------------------------------------------------------------------------

    def _start(self, batch: Batch) -> None:
        now = self._now()
        if self._is_expired(batch, now):
            self._settle(batch)
            return
        try:
            lines = self._journal.lines_to_send(self._job, batch)
            batch = self._journal.start(batch, now)
        except JournalError as error:  # the outcomes of other batches are still written
            self._error = self._error or error
            return
        self._flying[batch.id] = batch
        task = BatchTask(
            self._job.operation,
            self._job.body,
            lines,
            batch.idempotency_id,
            is_repeated=batch.may_have_acted,
            arguments=self._job.options.get("arguments", {}),
            group_id=batch.group_id,
            left_out=batch.left_out,
            not_after=self._not_after(batch, now),
        )
        self._pool.submit(batch.id, task)

    def _not_after(self, batch: Batch, now: float) -> float | None:
        """Unix time after which a batch must not be sent; None if it can be sent at any time."""
        if self._how.repeat != "keyed":
            return None
        shortest = 0.0 if batch.may_have_acted else _SHORTEST_LIFETIME
        return (batch.first_sent_at or now) + max(shortest, self._lifetime)

    def _delete_group(self, batch: Batch) -> None:
        self._flying[batch.id] = batch
        self._pool.submit(batch.id, BatchTask(DELETE_GROUP, {}, "", arguments={"group_id": batch.group_id}))

    def _take(self, finished: Finished) -> None:
        key, outcome = finished
        batch = self._flying.pop(key)
        if isinstance(outcome, BaseException):  # what became of the batch is found out in the next run
            self._error = self._error or outcome
            return
        now = self._now()
        self._rate.observe(outcome.limit, outcome.remaining, now)
        if outcome.is_rate_limit:
            self._rate.hold(now + (self._rate.window if outcome.retry_after is None else outcome.retry_after), now)
        if batch.state == SENDING:
            self._handle(batch, outcome)
        else:
            self._group_deleted(batch, outcome)
        self._report()

    def _handle(self, batch: Batch, outcome: Outcome) -> None:
        """Write what became of a batch, and decide what comes next."""
        if outcome.state == CARRIED_OUT:
            self._record(batch, outcome)
            return
        if outcome.state == DIVIDE:
            self._divide(batch, outcome)
            return
        self._failures += 1
        if outcome.state == LOST and not self._how.is_repeatable:
            self._give_up(batch, outcome.error)
        elif outcome.state == REFUSED:
            self._journal.put_back(batch, outcome.error, may_have_acted=False, outcome=outcome)
            self._stopped_by = self._stopped_by or outcome
        else:
            batch = self._journal.put_back(batch, outcome.error, may_have_acted=outcome.state == LOST, outcome=outcome)
            self._again(batch, outcome)

    def _put_off(self, batch: Batch, outcome: Outcome) -> None:
        """Look for a batch in the reports later: this time the request for them failed."""
        self._failures += 1
        if outcome.state == REFUSED:
            self._stopped_by = outcome
        else:
            self._again(batch, outcome)

    def _again(self, batch: Batch, outcome: Outcome) -> None:
        """Repeat a batch later, unless it was tried often enough. A 429 is no failure: it ends by itself."""
        if not outcome.is_rate_limit:
            self._tries[batch.id] += 1
        number = self._tries[batch.id]
        if number >= self._limits.attempts:
            self._stopped_by = self._stopped_by or outcome
        else:
            longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (number - 1))
            pause = self._uniform(0.0, longest) if outcome.retry_after is None else outcome.retry_after
            self._later.append((self._now() + pause, batch))

    def _record(self, batch: Batch, outcome: Outcome) -> None:
        self._counts.update(self._journal.record(batch, outcome))
        self._cost += Decimal(outcome.cost)
        self._note_originators(outcome.packed)
        group_id = batch.group_id if outcome.group_id is None else outcome.group_id
        if group_id is not None:
            self._groups.append(batch._replace(state=DONE, group_id=group_id))

    def _note_originators(self, packed: Packed | None) -> None:
        if packed is not None:
            self._replaced.update(packed.replaced_originators(self._job.body.get("from")))

    def _give_up(self, batch: Batch, note: str, group_id: int | None = None) -> None:
        self._journal.give_up(batch, note, group_id)
        self._counts[UNKNOWN] += batch.recipients
        if group_id is not None:
            self._groups.append(batch._replace(state=DONE, group_id=group_id))

    def _divide(self, batch: Batch, outcome: Outcome) -> None:
        """Replace a batch by its two halves: one of its recipients makes the API refuse all of them."""
        lines = self._journal.lines(batch).split("\n")
        middle = len(lines) // 2
        halves = ["\n".join(lines[:middle]), "\n".join(lines[middle:])]
        known = {one.id for one in self._journal.batches(self._job)}
        self._journal.divide(self._job, batch, halves, outcome.error, outcome.group_id)
        self._ready.extendleft(one for one in self._journal.batches(self._job) if one.id not in known)
        if outcome.group_id is not None:
            self._groups.append(batch._replace(state=DONE, group_id=outcome.group_id))

    def _group_deleted(self, batch: Batch, outcome: Outcome) -> None:
        if outcome.state == CARRIED_OUT:
            self._journal.group_removed(batch)
        elif outcome.state in (AGAIN, LOST):
            self._failures += 1
            self._again(batch, outcome)

    # --- What an earlier run has left --------------------------------------------------------------------------------

    def _recover(self) -> None:
        """Decide what to do with each batch: those on their way when the last run ended may have acted."""
        for batch in self._journal.batches(self._job):
            if batch.state != DIVIDED:
                self._total += batch.recipients
            self._counts.update(batch.counts)
            self._cost += batch.cost
            self._note_originators(self._journal.results(batch))
            if batch.state == UNKNOWN:
                self._counts[UNKNOWN] += batch.recipients
            if batch.state == SENDING:
                if self._how.is_repeatable:
                    self._ready.append(self._journal.put_back(batch, "interrupted", may_have_acted=True))
                else:
                    self._give_up(batch, "interrupted")
            elif batch.state == PLANNED:
                self._ready.append(batch)
            elif batch.group_id is not None:
                self._groups.append(batch._replace(state=DONE))

    def _is_expired(self, batch: Batch, now: float) -> bool:
        """Whether the API may have forgotten the idempotency id of a batch that may have been carried out.

        A batch from the future was sent before the clock was set back: nobody knows how old it is.
        """
        if self._how.repeat != "keyed" or batch.first_sent_at is None:
            return False
        return not -CLOCK_STEP <= now - batch.first_sent_at < self._lifetime

    def _settle(self, batch: Batch) -> None:
        """Find a batch in the reports that must not be repeated any more; if it is not there, it stays unknown."""
        try:
            found = reconcile.find(self._client, self._how, self._job, batch, self._journal.lines(batch))
        except ApiException as failure:
            self._put_off(batch, Outcome.of_failure(failure))
            return
        if found.outcome is not None:
            self._record(batch, found.outcome)
        else:
            self._give_up(batch, "older than id_lifetime", found.group_id)
        self._report()

    # --- Reporting ---------------------------------------------------------------------------------------------------

    def _report(self, *, pause: float = 0.0, finished: bool = False) -> None:
        done = sum(self._counts.values())
        self._observer(
            Progress(
                self._job.name,
                self._total,
                done,
                dict(self._counts),
                self._cost,
                self._failures,
                pause,
                finished,
                dict(self._replaced),
            )
        )

    @property
    def stopped_by(self) -> Outcome | None:
        """The outcome that stopped the run before its end; None if it ran to the end."""
        return self._stopped_by
