"""The journal of jobs: what is to be sent, what was started, and what became of it.

The rules that make a job safe:

- The whole plan, with all recipients, is in the file before anything is sent.
- A batch is marked as started, on the disk, before its request is sent. So a batch without the mark was never sent.
- Its outcome is written in one transaction. A batch with the mark and without an outcome may have been sent.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from uuid import UUID, uuid4, uuid5

from smscx_client.bulk.errors import JournalError, JournalInUse
from smscx_client.bulk.operations import OPERATIONS
from smscx_client.bulk.outcome import UNKNOWN, Outcome, Packed
from smscx_client.bulk.storage import APPLICATION, NO_JOURNAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Concatenate, ParamSpec

    from smscx_client.bulk.storage import Storage

    P = ParamSpec("P")

__all__ = ["Batch", "Job", "Journal", "Reader", "undamaged"]

T = TypeVar("T")
R = TypeVar("R", bound="Reader")

_VERSION = 1
_NAMESPACE = UUID("5b0d3c0a-7f1f-5d0c-9a53-3a4f0b8c6e21")
"""The namespace of the idempotency ids."""

PLANNED, SENDING, DONE, DIVIDED = "planned", "sending", "done", "divided"

_SCHEMA = f"""
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    operation TEXT NOT NULL,
    body TEXT NOT NULL,
    options TEXT NOT NULL,
    fingerprint TEXT,
    planned_at REAL
);
CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES jobs,
    recipients INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT '{PLANNED}',
    idempotency_id TEXT NOT NULL,
    first_sent_at REAL,
    may_have_acted INTEGER NOT NULL DEFAULT 0,
    counts TEXT NOT NULL DEFAULT '{{}}',
    cost TEXT NOT NULL DEFAULT '0',
    campaign_id TEXT NOT NULL DEFAULT '',
    group_id INTEGER,
    left_out TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX batches_by_state ON batches (job, state);
CREATE TABLE recipients (batch INTEGER PRIMARY KEY REFERENCES batches, lines TEXT NOT NULL, duplicates TEXT NOT NULL);
CREATE TABLE results (batch INTEGER PRIMARY KEY REFERENCES batches, details TEXT NOT NULL, codes BLOB NOT NULL,
    ids BLOB NOT NULL);
CREATE TABLE origin (id TEXT NOT NULL, path TEXT NOT NULL);
CREATE TABLE deliveries (batch INTEGER PRIMARY KEY REFERENCES batches, details TEXT NOT NULL, codes BLOB NOT NULL);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {_VERSION};
"""


class Job(NamedTuple):
    """What a job does. Two jobs with the same name must be equal in all of it."""

    name: str
    operation: str
    body: Mapping[str, Any]
    """The fields that all requests have in common, in wire form."""
    options: Mapping[str, Any]
    """`batch_size`, `id_lifetime`, and the other arguments of the method, `arguments`."""
    fingerprint: str | None = None
    """A hash of all recipients."""
    is_planned: bool = False
    id: int = 0

    def differences(self, other: Job) -> list[str]:
        """The names of what is different in another job."""
        pairs = {"operation": (self.operation, other.operation)}
        mine, others = self.options.get("arguments", {}), other.options.get("arguments", {})
        for one, two in ((self.body, other.body), (mine, others)):
            pairs.update({name: (one.get(name), two.get(name)) for name in {**one, **two}})
        return ["from_" if name == "from" else name for name, (one, two) in pairs.items() if one != two]


class Batch(NamedTuple):
    """A batch of a job, without its recipients."""

    id: int
    recipients: int
    duplicates: int
    state: str
    idempotency_id: str
    first_sent_at: float | None
    """Unix time of the first request with this idempotency id."""
    may_have_acted: bool
    """Whether the outcome of an earlier request is not known."""
    counts: Mapping[str, int]
    cost: Decimal
    campaign_id: str
    group_id: int | None
    left_out: Sequence[str] | None
    """Numbers that the API did not put into the group; None until the group is filled."""
    note: str
    """The last failure: class and code."""


#: What damaged data can raise where it is read.
_DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


@contextmanager
def undamaged(path: object) -> Iterator[None]:
    """Raise a JournalError for data in the journal that cannot be read. It does not show them: they have numbers."""
    try:
        yield
    except _DAMAGE as error:
        # SQLite quotes a text that it cannot decode
        quoted = isinstance(error, sqlite3.Error) and not str(error).startswith("Could not decode")
        reason = str(error) if quoted else type(error).__name__
        raise JournalError(
            f"{path}: the journal cannot be read, it is damaged ({reason}). Continue with a copy of it"
        ) from None


def _reading(read: Callable[Concatenate[R, P], T]) -> Callable[Concatenate[R, P], T]:
    """Make a method of a reader raise a JournalError for damaged data."""

    @wraps(read)
    def reading(self: R, /, *arguments: P.args, **named: P.kwargs) -> T:
        with undamaged(self._path):
            return read(self, *arguments, **named)

    return reading


_STARTED = (
    "SELECT 1 FROM batches JOIN jobs ON jobs.id = batches.job "
    f"WHERE jobs.name = ? AND batches.state != '{PLANNED}' AND batches.recipients LIMIT 1"
)
"""Finds a batch of a job that was started."""
_BATCH = f"SELECT {', '.join(Batch._fields)} FROM batches"


class Reader:
    """Reads a journal."""

    def __init__(self, connection: sqlite3.Connection, path: object):
        self._path = path
        self._db = connection
        self._check()

    def _check(self) -> None:
        try:
            (application,) = self._db.execute("PRAGMA application_id").fetchone()
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
        except (sqlite3.DatabaseError, UnicodeError):  # it cannot even decode its own message
            application, version = None, 0
        if application != APPLICATION:
            raise JournalError(f"{self._path}: {NO_JOURNAL}")
        if version > _VERSION:
            raise JournalError(f"{self._path}: a newer version of smscx_client wrote this journal (format {version})")

    @_reading
    def names(self) -> list[str]:
        """The names of the jobs, the oldest first."""
        return [name for (name,) in self._db.execute("SELECT name FROM jobs ORDER BY id")]

    @_reading
    def job(self, name: str | None = None) -> Job:
        """Return a job; without a name the only one.

        :raises JournalError: there is no such job, or more than one.
        """
        names = self.names()
        if name is None and len(names) == 1:
            name = names[0]
        if name not in names:
            listed = ", ".join(names) or "none"
            problem = "give the name of the job" if name is None else f"it has no job `{name}`"
            raise JournalError(f"{self._path}: {problem}; its jobs: {listed}")
        row = self._db.execute(
            "SELECT name, operation, body, options, fingerprint, planned_at IS NOT NULL, id FROM jobs WHERE name = ?",
            (name,),
        ).fetchone()
        body, options = json.loads(row[2]), json.loads(row[3])
        if row[1] not in OPERATIONS or not isinstance(body, dict) or not {"batch_size", "id_lifetime"} <= {*options}:
            raise JournalError(f"{self._path}: job `{name}` is damaged, or a newer version of smscx_client wrote it")
        return Job(row[0], row[1], body, options, row[4], bool(row[5]), row[6])

    @_reading
    def batches(self, job: Job, *states: str) -> list[Batch]:
        """The batches of a job, in their order: all, or those in some states."""
        chosen = f" AND state IN ({', '.join('?' * len(states))})" if states else ""
        rows = self._db.execute(f"{_BATCH} WHERE job = ?{chosen} ORDER BY id", (job.id, *states))
        return [_batch(row) for row in rows]

    @_reading
    def lines(self, batch: Batch) -> str:
        """The recipients of a batch, one per line."""
        (lines,) = self._db.execute("SELECT lines FROM recipients WHERE batch = ?", (batch.id,)).fetchone()
        return str(lines)

    def lines_to_send(self, job: Job, batch: Batch) -> str:
        """The recipients of a batch, which are those that were planned.

        :raises JournalError: they have changed: the file is damaged.
        """
        lines = self.lines(batch)
        if batch.idempotency_id != batch_id(job, lines):
            raise JournalError(f"{self._path}: a batch of job `{job.name}` is damaged and was not sent")
        return lines

    @_reading
    def duplicates(self, batch: Batch) -> list[str]:
        """The numbers that a batch leaves out, because the job has them already."""
        (text,) = self._db.execute("SELECT duplicates FROM recipients WHERE batch = ?", (batch.id,)).fetchone()
        return text.split("\n") if text else []

    @_reading
    def results(self, batch: Batch) -> Packed | None:
        """The results of a batch; None before it is done."""
        row = self._db.execute("SELECT details, codes, ids FROM results WHERE batch = ?", (batch.id,)).fetchone()
        return Packed(json.loads(row[0]), row[1], row[2]) if row else None

    @_reading
    def deliveries(self, batch: Batch) -> Packed | None:
        """The delivery reports of a batch; None before they were read."""
        row = self._db.execute("SELECT details, codes FROM deliveries WHERE batch = ?", (batch.id,)).fetchone()
        return Packed(json.loads(row[0]), row[1]) if row else None


class Journal(Reader):
    """Reads and writes a journal; one process at a time."""

    def __init__(self, storage: Storage):
        self._storage = storage
        connection = storage.open()
        try:
            super().__init__(connection, storage.path)
            self._refuse_copy()
        except BaseException:
            self.close()
            raise

    def _check(self) -> None:
        try:
            is_new = not self._db.execute("SELECT 1 FROM sqlite_master").fetchone()
        except (sqlite3.DatabaseError, UnicodeError):
            is_new = False
        if is_new:
            with self._storage.transaction("create") as db:
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    db.execute(statement)
                db.execute("INSERT INTO origin VALUES (?, ?)", (str(uuid4()), self._storage.real_path))
        super()._check()

    @_reading
    def _refuse_copy(self) -> None:
        """Refuse a copy whose original is still there: neither knows what the other one sends.

        A journal that was moved notes its new place. A copy on another machine cannot be noticed.
        """
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'origin'").fetchone():
            return  # an older version of the library made it
        number, path = self._db.execute("SELECT id, path FROM origin").fetchone()
        if path == self._storage.real_path:
            return
        if self._storage.is_copy(path, number):
            raise JournalError(f"{self._path}: it is a copy of {path}. Continue with that one, or move it away first")
        with self._storage.transaction("moved", durable=False) as db:
            db.execute("UPDATE origin SET path = ?", (self._storage.real_path,))

    def close(self) -> None:
        """Close the file. One that is new and has no job is deleted."""
        is_useless = False
        if self._storage.is_new:
            with suppress(sqlite3.Error):
                is_useless = not self.names()
        if is_useless:
            self._storage.discard()
        else:
            self._storage.close()

    @contextmanager
    def plan(self, job: Job) -> Iterator[PlanWriter]:
        """Write the plan of a job in the block. It replaces one that was never completed, or that was refused.

        If the block fails, there is no such job.

        :raises JournalInUse: another process has started the job in the meantime.
        """
        with self._storage.transaction("new plan", durable=False) as db:
            if db.execute(_STARTED, (job.name,)).fetchone():
                raise JournalInUse(self._path)
            _delete(db, job.name)
            number = db.execute(
                "INSERT INTO jobs (name, operation, body, options) VALUES (?, ?, ?, ?)",
                (job.name, job.operation, json.dumps(job.body), json.dumps(job.options)),
            ).lastrowid
        try:
            yield PlanWriter(self, self._storage, job._replace(id=number or 0))
        except (Exception, KeyboardInterrupt):
            with suppress(JournalError), self._storage.transaction("drop plan", durable=False) as db:
                _delete(db, job.name)
            raise

    def is_refused(self, job: Job) -> bool:
        """Whether all that the job tried was refused: nothing was sent under its name, and nothing is left behind."""
        batches = [batch for batch in self.batches(job) if batch.recipients]
        is_untouched = all(
            batch.state == PLANNED and not batch.may_have_acted and batch.group_id is None for batch in batches
        )
        return is_untouched and any(batch.note for batch in batches)

    def start(self, batch: Batch, now: float) -> Batch:
        """Mark a batch as started. Call it before its request is sent.

        :raises JournalInUse: another process has started it, or has planned something else instead of a refused job.
            The lock of the file does not keep out a process that knows it by another name, or that began after the
            file of the lock was deleted.
        """
        with self._storage.transaction("start") as db:
            started = db.execute(
                f"UPDATE batches SET state = '{SENDING}', first_sent_at = ifnull(first_sent_at, ?) "
                f"WHERE id = ? AND state = '{PLANNED}' AND idempotency_id = ?",
                (now, batch.id, batch.idempotency_id),
            )
            if not started.rowcount:
                raise JournalInUse(self._path)
        return batch._replace(state=SENDING, first_sent_at=now if batch.first_sent_at is None else batch.first_sent_at)

    def record(self, batch: Batch, outcome: Outcome) -> dict[str, int]:
        """Write the outcome of a batch, and return the number of its recipients by status."""
        packed = outcome.packed
        assert packed is not None
        counts = packed.counts()
        with self._storage.transaction("record") as db:
            db.execute(
                f"UPDATE batches SET state = '{DONE}', may_have_acted = 0, counts = ?, cost = ?, campaign_id = ?, "
                "group_id = ifnull(?, group_id), note = ? WHERE id = ?",
                (json.dumps(counts), outcome.cost, outcome.campaign_id, outcome.group_id, outcome.error, batch.id),
            )
            db.execute(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)",
                (batch.id, json.dumps(list(packed.table)), packed.codes, packed.ids),
            )
        return counts

    def put_back(self, batch: Batch, note: str, *, may_have_acted: bool, outcome: Outcome | None = None) -> Batch:
        """Plan a batch again after a failure.

        :param may_have_acted: whether its last request may have acted. If not, and no earlier one may have, the batch
            is as if it had never been sent.
        :param outcome: how far the batch has come.
        """
        may_have_acted = may_have_acted or batch.may_have_acted
        batch = batch._replace(
            state=PLANNED,
            may_have_acted=may_have_acted,
            first_sent_at=batch.first_sent_at if may_have_acted else None,
            note=note,
            group_id=outcome.group_id if outcome else batch.group_id,
            left_out=outcome.left_out if outcome else batch.left_out,
        )
        left_out = None if batch.left_out is None else json.dumps(list(batch.left_out))
        with self._storage.transaction("put back") as db:
            db.execute(
                f"UPDATE batches SET state = '{PLANNED}', may_have_acted = ?, first_sent_at = ?, note = ?, "
                "group_id = ?, left_out = ? WHERE id = ?",
                (may_have_acted, batch.first_sent_at, note, batch.group_id, left_out, batch.id),
            )
        return batch

    def give_up(self, batch: Batch, note: str, group_id: int | None = None) -> None:
        """Mark a batch as unknown: nobody can say whether it was carried out."""
        with self._storage.transaction("give up") as db:
            db.execute(
                f"UPDATE batches SET state = '{UNKNOWN}', may_have_acted = 1, note = ?, group_id = ifnull(?, group_id) "
                "WHERE id = ?",
                (note, group_id, batch.id),
            )

    def forget_unknown(self, job: Job) -> None:
        """Plan all batches again that are unknown, as the user demands."""
        with self._storage.transaction("forget unknown") as db:
            db.execute(
                f"UPDATE batches SET state = '{PLANNED}', first_sent_at = NULL WHERE job = ? AND state = '{UNKNOWN}'",
                (job.id,),
            )

    def divide(self, job: Job, batch: Batch, parts: Sequence[str], note: str, group_id: int | None) -> None:
        """Replace a batch, which was refused as a whole, by batches with parts of its recipients."""
        with self._storage.transaction("divide") as db:
            db.execute(
                f"UPDATE batches SET state = '{DIVIDED}', note = ?, group_id = ? WHERE id = ?",
                (note, group_id, batch.id),
            )
            for lines in parts:
                _insert(db, job, lines, [], batch_id(job, lines))

    def group_removed(self, batch: Batch) -> None:
        """Note that the group of a batch is deleted."""
        with self._storage.transaction("group removed", durable=False) as db:
            db.execute("UPDATE batches SET group_id = NULL, left_out = NULL WHERE id = ?", (batch.id,))

    def set_deliveries(self, batch: Batch, packed: Packed) -> None:
        """Write the delivery reports of a batch."""
        with self._storage.transaction("deliveries", durable=False) as db:
            values = (batch.id, json.dumps(list(packed.table)), packed.codes)
            db.execute("INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?)", values)


class PlanWriter:
    """Writes the plan of one job. It does not count before :meth:`complete`."""

    def __init__(self, journal: Journal, storage: Storage, job: Job):
        self._journal = journal
        self._storage = storage
        self.job = job

    def add(self, lines: str, duplicates: Sequence[str]) -> None:
        """Add a batch."""
        with self._storage.transaction("plan batch", durable=False) as db:
            _insert(db, self.job, lines, duplicates, batch_id(self.job, lines))

    def batches(self) -> list[Batch]:
        """The batches until now."""
        return self._journal.batches(self.job)

    def lines(self, batch: Batch) -> str:
        """The recipients of a batch, one per line."""
        return self._journal.lines(batch)

    def drop(self, batch: Batch, lines: Sequence[str], duplicates: Sequence[str]) -> None:
        """Replace the recipients of a batch by fewer ones, and add to its duplicates."""
        with self._storage.transaction("drop duplicates", durable=False) as db:
            both = [*self._journal.duplicates(batch), *duplicates]
            text = "\n".join(lines)
            db.execute(
                "UPDATE recipients SET lines = ?, duplicates = ? WHERE batch = ?", (text, "\n".join(both), batch.id)
            )
            db.execute(
                "UPDATE batches SET recipients = ?, duplicates = ?, idempotency_id = ? WHERE id = ?",
                (len(lines), len(both), batch_id(self.job, text), batch.id),
            )

    def complete(self, fingerprint: str, now: float) -> Job:
        """Make the plan count. Nothing is to be done for a batch whose recipients are all duplicates."""
        with self._storage.transaction("complete plan") as db:
            db.execute(f"UPDATE batches SET state = '{DONE}' WHERE job = ? AND recipients = 0", (self.job.id,))
            db.execute("UPDATE jobs SET fingerprint = ?, planned_at = ? WHERE id = ?", (fingerprint, now, self.job.id))
        return self.job._replace(fingerprint=fingerprint, is_planned=True)


def batch_id(job: Job, lines: str) -> str:
    """The idempotency id of a batch: UUID5 of the name of the job, and of all that the batch sends.

    So a lost journal does no harm: the same job, planned again, has the same ids. And a name that is used again for
    something else never gets the response to something else.
    """
    head = json.dumps([job.name, job.operation, job.body], sort_keys=True)
    return str(uuid5(_NAMESPACE, f"{head}\n{lines}"))


def _delete(db: sqlite3.Connection, name: str) -> None:
    for (job,) in db.execute("SELECT id FROM jobs WHERE name = ?", (name,)).fetchall():
        db.execute("DELETE FROM recipients WHERE batch IN (SELECT id FROM batches WHERE job = ?)", (job,))
        db.execute("DELETE FROM batches WHERE job = ?", (job,))
        db.execute("DELETE FROM jobs WHERE id = ?", (job,))


def _insert(db: sqlite3.Connection, job: Job, lines: str, duplicates: Sequence[str], idempotency_id: str) -> None:
    cursor = db.execute(
        "INSERT INTO batches (job, recipients, duplicates, idempotency_id) VALUES (?, ?, ?, ?)",
        (job.id, lines.count("\n") + 1, len(duplicates), idempotency_id),
    )
    db.execute("INSERT INTO recipients VALUES (?, ?, ?)", (cursor.lastrowid, lines, "\n".join(duplicates)))


def _batch(row: tuple[Any, ...]) -> Batch:
    batch = Batch._make(row)
    return batch._replace(
        may_have_acted=bool(batch.may_have_acted),
        counts=Counter(json.loads(str(batch.counts))),
        cost=Decimal(str(batch.cost)),
        left_out=None if batch.left_out is None else json.loads(str(batch.left_out)),
    )
