"""Finding out whether a batch was carried out, in the reports of the API.

It can only be found there: a report that does not have it proves nothing, since the API does not state when a campaign
appears in its reports, or whether it lists sends to numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from smscx_client.bulk import groups
from smscx_client.bulk.batch import numbers_in
from smscx_client.bulk.matching import places_by_number
from smscx_client.bulk.outcome import (
    ACCEPTED,
    DONE,
    DUPLICATE,
    INVALID,
    STATUS_OF,
    Outcome,
    Packed,
    codes_of,
)
from smscx_client.exceptions import ResourceNotFoundException

if TYPE_CHECKING:
    from smscx_client.bulk.journal import Batch, Job
    from smscx_client.bulk.operations import BatchOperation
    from smscx_client.client import Client

__all__ = ["Found", "find", "report_rows"]

#: By how much the clocks of this machine and of the API may differ, and how long a request may take.
_SLACK = timedelta(minutes=10)


class Found(NamedTuple):
    """What the API knows of a batch."""

    outcome: Outcome | None = None
    group_id: int | None = None
    """The group of the batch, if it still exists."""


def find(client: Client, how: BatchOperation, job: Job, batch: Batch, lines: str) -> Found:
    """Look for a batch in the reports. The requests cost nothing."""
    group_id = groups.find(client, batch.idempotency_id) if how.by_group else None
    since = _moment(batch.first_sent_at or 0.0) - _SLACK
    numbers = numbers_in(lines, how)
    for candidate in _candidates(client, how, job, batch, since):
        rows = list(report_rows(client, how, candidate))
        places = _places(numbers, [row[how.recipient] for row in rows])
        if places is not None:
            packed, cost = _packed(how, places, rows)
            return Found(Outcome(DONE, packed, str(cost), candidate, group_id=group_id), group_id)
    return Found(None, group_id)


def _candidates(client: Client, how: BatchOperation, job: Job, batch: Batch, since: datetime) -> Iterator[str]:
    """The ids of sends or lookups that may be the batch, the newest first."""
    if how.repeat == "never":
        for lookup in _since(since, client.numbers.iter_bulk_lookup_campaigns()):
            if lookup.total_phone_numbers == batch.recipients:
                yield lookup.id
        return
    name = groups.name_of(batch.idempotency_id)
    for campaign in _since(since, client.reports.iter_campaigns_list()):
        if how.by_group:
            is_candidate = any(group.name == name for group in campaign.groups or ())
        else:
            body = job.body
            is_candidate = (
                campaign.source == "api"
                and campaign._from in (body.get("from"), None)
                and campaign.text in (body.get("text", campaign.text), None)
            )
        if is_candidate:
            yield campaign.id


def _since(moment: datetime, rows: Iterator[Any]) -> Iterator[Any]:
    """The rows of a list that were added since a moment; the newest come first."""
    return takewhile(lambda row: row.datetime_added >= moment, rows)


def report_rows(client: Client, how: BatchOperation, campaign_id: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the report of a send or bulk lookup, as the API exports them; none if it has no report."""
    export: Callable[[str], str] = client.reports.export_campaign_report_to_csv
    if how.repeat == "never":
        export = client.numbers.export_number_lookup_report_to_csv
    try:
        text = export(campaign_id)
    except ResourceNotFoundException:
        return
    yield from csv.DictReader(io.StringIO(text.lstrip("\ufeff")), restval="")


def _places(numbers: list[str], rows: list[str]) -> list[int | str] | None:
    """For each number the place of its row in a report; None if the report is that of another batch."""
    if not rows:
        return None
    found = places_by_number(numbers, rows)
    is_same = len(set(rows)) == len(rows) == sum(isinstance(place, int) for place in found)
    return found if is_same else None


def _packed(how: BatchOperation, places: list[int | str], rows: list[dict[str, str]]) -> tuple[Packed, Decimal]:
    """The results of a batch from its report; what the report leaves out was not valid."""
    table: dict[tuple[str, str, str, str], int] = {}
    codes, ids, cost = [], [], Decimal(0)
    for place in places:
        key = (DUPLICATE if place == DUPLICATE else INVALID, "0", "", "")
        row = None if isinstance(place, str) else rows[place]
        if row is not None:
            status = ACCEPTED if how.repeat == "never" else STATUS_OF.get(row["status"], ACCEPTED)
            key = (status, row["cost"] or "0", row["countryIso"], row.get("from") or "")
            cost += Decimal(row["cost"] or "0")
        codes.append(table.setdefault(key, len(table)))
        ids.append(bytes.fromhex(row[how.id].replace("-", "")) if row else bytes(16))
    entries = [
        {"status": status, "cost": cost, "countryIso": country or None, **({"from": used} if used else {})}
        for status, cost, country, used in table
    ]
    return Packed(entries, codes_of(codes), b"".join(ids)), cost


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)
