"""Delivery reports of a job: read from the API, one export per batch, and kept in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from smscx_client.bulk import reconcile
from smscx_client.bulk.journal import DONE, Batch, Journal
from smscx_client.bulk.operations import LOOKUP_DETAILS, OPERATIONS, BatchOperation
from smscx_client.bulk.outcome import UNKNOWN, Packed, codes_of

if TYPE_CHECKING:
    from smscx_client.bulk.storage import Storage
    from smscx_client.client import Client

__all__ = ["refresh"]


def refresh(client: Client, storage: Storage, name: str) -> None:
    """Read the reports of all sends of a job, and find its unknown batches in the reports."""
    journal = Journal(storage)
    try:
        job = journal.job(name)
        how = OPERATIONS[job.operation]
        for batch in journal.batches(job, UNKNOWN):
            found = reconcile.find(client, how, job, batch, journal.lines(batch))
            if found.outcome is not None:
                journal.record(batch, found.outcome)
        for batch in journal.batches(job, DONE):
            if batch.campaign_id:
                _refresh_batch(client, journal, how, batch)
    finally:
        journal.close()


def _refresh_batch(client: Client, journal: Journal, how: BatchOperation, batch: Batch) -> None:
    packed = journal.results(batch)
    if packed is None:  # the journal is damaged; the rows of this batch are shown as pending
        return
    table: dict[tuple[tuple[str, Any], ...], int] = {(): 0}
    by_id: dict[bytes, int] = {}
    for row in reconcile.report_rows(client, how, batch.campaign_id):
        entry = tuple(_report(how, row).items())
        by_id[UUID(row[how.id]).bytes] = table.setdefault(entry, len(table))
    ids = packed.ids
    codes = codes_of(by_id.get(ids[place : place + 16], 0) for place in range(0, len(ids), 16))
    journal.set_deliveries(batch, Packed([dict(entry) for entry in table], codes))


def _report(how: BatchOperation, row: Mapping[str, str]) -> dict[str, Any]:
    """What a report says about one recipient."""
    if how.repeat == "never":
        return {"status": row["status"], **{name: row[name] for name in LOOKUP_DETAILS if row.get(name)}}
    code = row.get("errorCode")
    return {"status": row["status"], "errorCode": int(code) if code and code.isdecimal() else None}
