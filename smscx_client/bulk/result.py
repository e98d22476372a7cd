"""What a job has done: counts, cost, and one row per recipient, read from its journal."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from smscx_client.bulk.batch import numbers_in
from smscx_client.bulk.errors import BulkError
from smscx_client.bulk.journal import DIVIDED, DONE, Batch, Job, Reader
from smscx_client.bulk.operations import LOOKUP_DETAILS, OPERATIONS
from smscx_client.bulk.outcome import ACCEPTED, DUPLICATE, INVALID, NO_COVERAGE, PENDING, REJECTED, UNKNOWN
from smscx_client.bulk.storage import Storage

if TYPE_CHECKING:
    import os

    from smscx_client.client import Client

__all__ = ["JobStopped", "Result", "Row"]


class Row(NamedTuple):
    """One recipient of a job."""

    recipient: str
    """The phone number as it was sent."""
    status: str
    """`accepted`, `rejected` (opted out), `invalid`, `no coverage`, `duplicate` (sent to under another row), `unknown`
    (nobody can say), or `pending` (not sent yet)."""
    cost: Decimal = Decimal(0)
    """What the recipient cost, exactly, in the currency of the account."""
    country: str | None = None
    """ISO code."""
    parts: int | None = None
    """The number of parts that were sent."""
    msg_id: str | None = None
    """The id of the message, or of the lookup."""
    campaign_id: str | None = None
    """The id of the send, or of the bulk lookup."""
    delivery: str | None = None
    """`DELIVERED`, `FAILED` and so on after :meth:`Result.refresh`; of a lookup its result, such as `ACTIVE`."""
    error_code: int | None = None
    """Why the message was not delivered."""
    originator: str | None = None
    """What the message was sent from: the API replaces an originator that is not approved. None if it is not known."""
    details: Mapping[str, Any] = {}
    """What else the operation returns, such as `networkOperator` and `timezone` of a validation."""


class Result:
    """What a job has done until now. It reads the journal whenever it is asked, also while the job runs elsewhere.

    :param journal: the file.
    :param name: the name of the job; None for the only one.
    :raises JournalError: there is no such journal or job.
    """

    def __init__(self, journal: str | os.PathLike[str] | Storage, name: str | None = None):
        self._storage = Storage.of(journal)
        with self._storage.reading() as connection:
            self._name = Reader(connection, self._storage.path).job(name).name

    @property
    def name(self) -> str:
        """The name of the job."""
        return self._name

    @property
    def journal(self) -> Path:
        """The file of the journal."""
        return self._storage.path

    @property
    def operation(self) -> str:
        """The method that the job calls, such as `send_sms`."""
        with self._reading() as (_, job):
            return job.operation

    @property
    def counts(self) -> dict[str, int]:
        """The number of recipients by status; a status that no recipient has is left out."""
        counts: Counter[str] = Counter()
        for batch in self._batches():
            counts[DUPLICATE] += batch.duplicates
            if batch.state == DONE:
                counts.update(batch.counts)
            elif batch.state != DIVIDED:
                counts[UNKNOWN if batch.state == UNKNOWN else PENDING] += batch.recipients
        return {status: count for status, count in counts.items() if count}

    @property
    def total(self) -> int:
        """The number of recipients, duplicates included."""
        return sum(self.counts.values())

    @property
    def accepted(self) -> int:
        """Recipients whose message was accepted or scheduled; numbers that were found valid, looked up or imported."""
        return self.counts.get(ACCEPTED, 0)

    @property
    def rejected(self) -> int:
        """Recipients who have opted out."""
        return self.counts.get(REJECTED, 0)

    @property
    def invalid(self) -> int:
        """Numbers that are not valid."""
        return self.counts.get(INVALID, 0)

    @property
    def no_coverage(self) -> int:
        """Recipients in countries without route or price."""
        return self.counts.get(NO_COVERAGE, 0)

    @property
    def duplicates(self) -> int:
        """Numbers that were given again, and left out."""
        return self.counts.get(DUPLICATE, 0)

    @property
    def unknown(self) -> int:
        """Recipients that may have got the message. They are repeated only with `retry_unknown=True`."""
        return self.counts.get(UNKNOWN, 0)

    @property
    def pending(self) -> int:
        """Recipients that the job has still to reach."""
        return self.counts.get(PENDING, 0)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do."""
        return not self.pending

    @property
    def cost(self) -> Decimal:
        """What the job has cost, exactly, in the currency of the account."""
        return sum((batch.cost for batch in self._batches()), Decimal(0))

    @property
    def campaign_ids(self) -> list[str]:
        """The ids of the sends or bulk lookups, in the order of the batches."""
        return [batch.campaign_id for batch in self._batches() if batch.campaign_id]

    @property
    def failures(self) -> list[str]:
        """Class and code of the last failure of each batch that had one and is not done."""
        return [batch.note for batch in self._batches() if batch.note and batch.state not in (DONE, DIVIDED)]

    @property
    def replaced_originators(self) -> dict[str, int]:
        """The number of accepted messages by the originator that the API used in place of the one of the job.

        Such as ``{"InfoText": 60000}``: the API replaces an originator that is not approved, without an error. Empty if
        it replaced none.
        """
        counts: Counter[str] = Counter()
        with self._reading() as (reader, job):
            for batch in reader.batches(job, DONE):
                packed = reader.results(batch)
                if packed is not None:
                    counts.update(packed.replaced_originators(job.body.get("from")))
        return dict(counts)

    def rows(self) -> Iterator[Row]:
        """Yield one row per recipient, in the order of the source within a batch; duplicates come after their batch.

        Memory: one batch.
        """
        with self._reading() as (reader, job):
            for batch in reader.batches(job):
                if batch.state != DIVIDED:
                    yield from _rows(reader, job, batch)
                yield from (Row(number, DUPLICATE) for number in reader.duplicates(batch))

    def write_csv(self, path: str | os.PathLike[str]) -> Path:
        """Write the rows into a CSV file, and return its path.

        The file has the columns of :class:`Row`, one column for each of the `details`, and phone numbers as text. Only
        a job that sends messages has the column `originator`.

        :param path: the file; an existing one is replaced.
        """
        path = Path(path)
        details = self._detail_names()
        is_message = bool(OPERATIONS[self.operation].alike)
        columns = Row._fields[: Row._fields.index("details" if is_message else "originator")]
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([*columns, *details])
            for row in self.rows():
                values = ("" if value is None else value for value in row[: len(columns)])
                writer.writerow([*values, *(row.details.get(name, "") for name in details)])
        return path

    @property
    def deliveries(self) -> dict[str, int]:
        """The number of recipients by `delivery`, after :meth:`refresh`."""
        counts: Counter[Any] = Counter()
        with self._reading() as (reader, job):
            for batch in reader.batches(job, DONE):
                packed = reader.deliveries(batch)
                if packed:
                    counts.update(packed.table[code].get("status") for code in packed.numbers())
        return {status: count for status, count in counts.items() if status}

    def refresh(self, client: Client) -> Result:
        """Read the delivery reports of all sends, and return this result: its rows then have `delivery`.

        A batch that is `unknown` and in the reports is no longer unknown. Costs nothing. One request per batch.

        :param client: a client of the account that sent.
        :raises JournalError: the job runs at this moment.
        """
        from smscx_client.bulk.refresh import refresh

        refresh(client, self._storage, self._name)
        return self

    def __repr__(self) -> str:
        counts = ", ".join(f"{status} {count}" for status, count in self.counts.items())
        replaced = "".join(f"; {count} sent from {used}" for used, count in self.replaced_originators.items())
        return f"<Result of job {self._name!r}: {counts}; cost {self.cost}{replaced}>"

    @contextmanager
    def _reading(self) -> Iterator[tuple[Reader, Job]]:
        with self._storage.reading() as connection:
            reader = Reader(connection, self._storage.path)
            yield reader, reader.job(self._name)

    def _batches(self) -> list[Batch]:
        with self._reading() as (reader, job):
            return reader.batches(job)

    def _detail_names(self) -> list[str]:
        how = OPERATIONS[self.operation]
        more = LOOKUP_DETAILS if how.repeat == "never" else ()
        return [*(name for name in how.row if name not in ("status", "cost", "countryIso", "parts", "invalid")), *more]


class JobStopped(BulkError):
    """The job stopped before its end, because a request failed in a way that repeating it now does not help.

    The recipients that were not sent to are still in the journal. Correct the cause, then make the same call again.
    The exception of the request is in ``__cause__``.

    :ivar result: what the job has done until now.
    """

    def __init__(self, message: str, result: Result):
        super().__init__(message)
        self.result = result


def _rows(reader: Reader, job: Job, batch: Batch) -> Iterator[Row]:
    numbers = numbers_in(reader.lines(batch), OPERATIONS[job.operation]) if batch.recipients else []
    packed = reader.results(batch) if batch.state == DONE else None
    if packed is None:
        status = UNKNOWN if batch.state == UNKNOWN else PENDING
        yield from (Row(number, status) for number in numbers)
        return
    entries = [_row_of(entry, batch) for entry in packed.table]
    delivered = reader.deliveries(batch)
    reports = [delivered.table[code] for code in delivered.numbers()] if delivered else ()
    for place, (number, code) in enumerate(zip(numbers, packed.numbers())):
        row = entries[code]._replace(recipient=number, msg_id=_id_at(packed.ids, place))
        if reports:
            report = reports[place]
            extra = {name: value for name, value in report.items() if name not in ("status", "errorCode")}
            row = row._replace(
                delivery=report.get("status"), error_code=report.get("errorCode"), details={**row.details, **extra}
            )
        yield row


def _row_of(entry: Mapping[str, Any], batch: Batch) -> Row:
    """What all recipients with the same result have in common."""
    rest = dict(entry)
    return Row(
        "",
        rest.pop("status"),
        Decimal(rest.pop("cost", "0")),
        rest.pop("countryIso", None),
        rest.pop("parts", None),
        campaign_id=batch.campaign_id or None,
        originator=rest.pop("from", None),
        details=rest,
    )


def _id_at(ids: bytes, place: int) -> str | None:
    data = ids[16 * place : 16 * place + 16]
    return str(UUID(bytes=data)) if any(data) else None
