"""Conditions at the end of a job that hold after any course of events."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from smscx_client.bulk.journal import Reader
from smscx_client.bulk.outcome import UNKNOWN

if TYPE_CHECKING:
    from smscx_client.bulk import Result, Row
    from test.bulk.simulation.run import Simulation

__all__ = ["problems"]


def problems(simulation: Simulation, result: Result) -> Iterator[str]:
    """Yield the errors in the result of a job, compared with the state of the sandbox."""
    rows = list(result.rows())
    yield from _about_recipients(simulation, rows)
    yield from _about_actions(simulation, rows)
    yield from _about_cost(simulation, result, rows)
    yield from _about_unknown(simulation, rows)
    yield from _about_groups(simulation)
    counted = Counter(row.status for row in rows)
    if counted != result.counts:
        yield f"the counts {result.counts} are not those of the rows {dict(counted)}"


def _about_recipients(simulation: Simulation, rows: list[Row]) -> Iterator[str]:
    """No recipient is lost: each one has a row."""
    given = Counter(simulation.recipients)
    listed = Counter(row.recipient for row in rows)
    if listed != given:
        yield f"rows are missing or too many: {given - listed}, {listed - given}"
    once = Counter(row.recipient for row in rows if row.status != "duplicate")
    if set(once.values()) - {1}:
        yield f"more than one row that is no duplicate: {once - Counter(set(once))}"
    pending = [row.recipient for row in rows if row.status == "pending"]
    if pending:
        yield f"still pending: {pending}"


def _about_actions(simulation: Simulation, rows: list[Row]) -> Iterator[str]:
    """The API acted once for each accepted recipient, and at most once for any other."""
    acted = simulation.acted()
    twice = {number: count for number, count in acted.items() if count > 1}
    if twice:
        yield f"twice: {twice}"
    for row in rows:
        did_act = acted[row.recipient] > 0
        if row.status in ("accepted", "rejected") and not did_act and simulation.operation != "validate_numbers":
            yield f"lost: {row.recipient} is {row.status}, but the API never acted"
        if row.status == "invalid" and did_act:
            yield f"{row.recipient} is invalid, but the API acted"


def _about_cost(simulation: Simulation, result: Result, rows: list[Row]) -> Iterator[str]:
    """The cost is that of the ledger, except for recipients whose outcome is unknown."""
    unknown = {row.recipient for row in rows if row.status == UNKNOWN}
    hidden = simulation.world.spent(unknown) if unknown else Decimal(0)
    paid = simulation.world.spent()
    if result.cost + hidden != paid:
        yield f"the cost is {result.cost} and {hidden} of unknown recipients, but {paid} was paid"
    if (total := sum((row.cost for row in rows), Decimal(0))) != result.cost:
        yield f"the rows cost {total}, the result {result.cost}"


def _about_unknown(simulation: Simulation, rows: list[Row]) -> Iterator[str]:
    """No outcome is unknown that the program or the reports of the API show."""
    unknown = {row.recipient for row in rows if row.status == UNKNOWN}
    if not unknown:
        return
    if simulation.operation in ("validate_numbers", "add_contacts_to_group"):
        yield f"{len(unknown)} are unknown, although the operation can be repeated"
    with simulation.storage().reading() as connection:
        reader = Reader(connection, "simulated.db")
        for batch in reader.batches(reader.job(), UNKNOWN):
            lines = reader.lines(batch)
            if lines.partition("\n")[0] not in simulation.world.open_batches:
                yield f"batch {batch.id} is unknown, although its outcome was seen, or it was never sent"
            age = simulation.world.now() - (batch.first_sent_at or 0)
            if simulation.is_keyed and age < simulation.lifetime - 4 * 180:
                yield f"batch {batch.id} is unknown, although it could be repeated: it is {age:.0f} s old"
    if simulation.operation == "send_sms_campaign" and not simulation.world.network.was_late:
        listed = unknown & simulation.acted().keys()
        if listed:
            yield f"unknown, but in the campaign reports: {listed}"


def _about_groups(simulation: Simulation) -> Iterator[str]:
    """No temporary group is left, and an imported group has each contact once."""
    if simulation.operation == "send_sms_campaign" and not simulation.world.network.was_late:
        left = simulation.world.all("SELECT name FROM groups WHERE name LIKE 'job %'")
        if left:
            yield f"groups are left: {json.dumps(left)}"
