"""One batch: from a task, which is data, to its outcome, which is data.

A job runs this function in a thread, `integrations.celery` on another machine. It sends each request once. Whether and
when a batch is repeated is decided by whoever keeps the journal, from the outcome.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from smscx_client._models.json import JsonText
from smscx_client.bulk import groups
from smscx_client.bulk.columns import Columns
from smscx_client.bulk.matching import places
from smscx_client.bulk.operations import OPERATIONS, BatchOperation
from smscx_client.bulk.outcome import (
    ACCEPTED,
    DIVIDE,
    DONE,
    DUPLICATE,
    INVALID,
    NO_COVERAGE,
    STATUS_OF,
    UNKNOWN,
    Outcome,
    Packed,
    codes_of,
    limits,
    money,
)
from smscx_client.bulk.rows import Document
from smscx_client.exceptions import ApiConnectionException, ApiException, NoCoverageException

if TYPE_CHECKING:
    from smscx_client.client import Client

__all__ = ["DELETE_GROUP", "BatchTask", "numbers_in", "run_batch"]

_WITHOUT_ROW = (INVALID, UNKNOWN, DUPLICATE)
"""The status of a recipient for which the response has no row."""
_NO_ID = bytes(16)
#: Lines that need no escapes in JSON, and a contact that begins with a number without them.
_PLAIN, _NUMBER = re.compile(r"[+0-9\n]*"), re.compile(r'\n\{"phoneNumber":"([^"\\]*)"')
DELETE_GROUP = "delete_group"
"""The operation of a task that deletes the group of a batch."""


@dataclass(frozen=True)
class BatchTask:
    """All that a worker needs to know to send one batch."""

    operation: str
    """A key of `OPERATIONS`."""
    body: Mapping[str, Any]
    """The fields of the request that all batches have in common, in wire form."""
    recipients: str
    """One recipient per line: a phone number, or a contact as JSON object."""
    idempotency_id: str = ""
    """The same for each try of the batch."""
    is_repeated: bool = False
    """Whether an earlier try may have acted."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Other arguments of the method, such as the id of a group."""
    group_id: int | None = None
    """The group of the batch, if an earlier try has made it."""
    left_out: Sequence[str] | None = None
    """The numbers that the API did not put into the group, if an earlier try has filled it."""
    not_after: float | None = None
    """Unix time after which the batch must not be sent: the API may have forgotten its idempotency id."""

    def to_json(self) -> str:
        """Return the task as text, for a queue."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> BatchTask:
        """Return the task that :meth:`to_json` wrote."""
        return cls(**json.loads(text))

    @property
    def how(self) -> BatchOperation:
        """The operation, as a row of the table."""
        return OPERATIONS[self.operation]

    def items(self) -> JsonText:
        """The recipients as the request has them. Their lines are put together, unless something must be escaped."""
        if self.how.takes_contacts:
            text = self.recipients.replace("\n", ",")
            return JsonText(f"[{text}]" if text.isascii() else json.dumps(json.loads(f"[{text}]")))
        if _PLAIN.fullmatch(self.recipients):
            text = self.recipients.replace("\n", '","')
            return JsonText(f'["{text}"]')
        return JsonText(json.dumps(self.numbers()))

    def contacts(self) -> list[dict[str, Any]]:
        """The recipients as mappings."""
        return list(map(json.loads, self.recipients.split("\n")))

    def numbers(self) -> list[str]:
        """The phone numbers of the recipients."""
        return numbers_in(self.recipients, self.how)


def numbers_in(recipients: str, how: BatchOperation) -> list[str]:
    """The phone numbers in the lines of a batch."""
    if not how.takes_contacts:
        return recipients.split("\n")
    found: list[str] = _NUMBER.findall(f"\n{recipients}")
    if len(found) == recipients.count("\n") + 1:
        return found
    return [json.loads(line)["phoneNumber"] for line in recipients.split("\n")]


def run_batch(client: Client, task: BatchTask) -> Outcome:
    """Send one batch, once, and return what became of it. Costs money, as the operation does.

    A batch of several requests continues where an earlier try has stopped, so that even a small rate limit lets it end.

    :param client: a client; its `max_retries` is not used.
    """
    once = client.with_options(max_retries=0, retries=None)
    once.api_client.retry_policy = once.api_client.retry_policy.until(task.not_after)
    if task.operation == DELETE_GROUP:
        return _group_deleted(once, task)
    attempt = _Attempt(once, task)
    try:
        outcome = attempt.run()
    except ApiException as failure:
        outcome = _failed(task, failure, attempt.numbers())
    return replace(outcome, group_id=attempt.group_id, left_out=attempt.left_out)


def _group_deleted(client: Client, task: BatchTask) -> Outcome:
    try:
        groups.remove(client, task.arguments["group_id"])
    except ApiException as failure:
        return Outcome.of_failure(failure)
    return Outcome(DONE)


class _Attempt:
    """One try of a batch: what it sends, and how far it comes."""

    def __init__(self, client: Client, task: BatchTask):
        self._client = client
        self._task = task
        self._missing: list[Mapping[str, Any]] | None = None
        """The contacts that are still to be added; None for all of them."""
        self.group_id = task.group_id
        self.left_out = task.left_out

    def run(self) -> Outcome:
        task, how = self._task, self._task.how
        if how.repeat == "check" and task.is_repeated:
            self._missing = groups.missing_from(self._client, task.arguments["group_id"], task.contacts())
            if not self._missing:  # the response was lost, but all contacts are in the group
                return Outcome(DONE, _without_rows(task.numbers(), ()))
        body = dict(task.body)
        body[how.items] = [self._filled_group()] if how.by_group else self._missing or task.items()
        if how.repeat == "keyed":
            body["idempotencyId"] = task.idempotency_id
        method = getattr(getattr(self._client, how.namespace), how.name)
        response = method(*task.arguments.values(), body, _preload_content=False, _check_input_type=False)
        try:
            outcome = _read(task, Document(response), self.left_out or ())
        except ApiException as failure:
            failure.outcome_unknown = how.repeat != "safe"
            raise
        limit, remaining = limits(response.headers)
        return replace(outcome, limit=limit, remaining=remaining)

    def _filled_group(self) -> int:
        if self.group_id is None:
            self.group_id = groups.made(self._client, self._task.idempotency_id)
        if self.left_out is None:
            self.left_out = groups.fill(self._client, self.group_id, self._task.items())
        return self.group_id

    def numbers(self) -> list[str]:
        """The numbers that the request had."""
        return self._task.numbers() if self._missing is None else [one["phoneNumber"] for one in self._missing]


def _read(task: BatchTask, document: Document, invalid: Sequence[str]) -> Outcome:
    """The outcome of a batch from its response: the result of each recipient, the cost, the id of the send.

    :param invalid: numbers that were left out before.
    """
    how = task.how
    columns = Columns([name for name in (how.recipient, how.id) if name], how.row, how.alike)
    try:
        for rows in document.rows(columns.read if how.row else None):
            if how.row:
                columns.take(rows)
    except (KeyError, TypeError, AttributeError) as error:
        raise ApiConnectionException("the response cannot be read: a field is missing") from error
    info = document.fields.get("info")
    info = info if isinstance(info, dict) else {}
    found = info.get("invalid")
    packed = _packed(how, columns, task.numbers(), [*invalid, *map(str, found if isinstance(found, list) else ())])
    cost = "0" if how.repeat in ("safe", "check") else str(money(info.get("totalCost")))
    return Outcome(DONE, packed, cost, str(info.get(how.info_id) or ""))


def _packed(how: BatchOperation, columns: Columns, numbers: Sequence[str], invalid: Sequence[str]) -> Packed:
    """The results in the order of `numbers`; the API leaves out those in `invalid`."""
    if not how.row:
        return _without_rows(numbers, frozenset(invalid))
    table = list(map(_entry, columns.results))
    recipients = columns.texts[how.recipient]
    ids = _as_bytes(columns.texts[how.id]) if how.id else b""
    if recipients == numbers:
        return Packed(table, codes_of(columns.codes), ids)
    others = {status: len(table) + place for place, status in enumerate(_WITHOUT_ROW)}
    table += [{"status": status} for status in _WITHOUT_ROW]
    codes = []
    parts = []
    for place in places(numbers, recipients, invalid):
        codes.append(others[place] if isinstance(place, str) else columns.codes[place])
        parts.append(_NO_ID if isinstance(place, str) else ids[16 * place : 16 * place + 16])
    return Packed(table, codes_of(codes), b"".join(parts) if how.id else b"")


def _without_rows(numbers: Sequence[str], invalid: Collection[str]) -> Packed:
    """The results of a response without rows: all numbers that are not invalid are accepted."""
    table = [{"status": ACCEPTED}, {"status": INVALID}]
    return Packed(table, codes_of(number in invalid for number in numbers))


def _entry(result: dict[str, Any]) -> dict[str, Any]:
    """A result of the API as an entry of the table."""
    if "invalid" in result:
        is_invalid = result.pop("invalid")
        known = {name: value for name, value in result.items() if value is not None}
        return {"status": INVALID if is_invalid else ACCEPTED, **known}
    status = STATUS_OF.get(result.pop("status", ""), ACCEPTED)
    cost = result.pop("cost", None)
    return {"status": status, **({} if cost is None else {"cost": str(money(cost))}), **result}


def _as_bytes(ids: Sequence[str]) -> bytes:
    """Ids as 16 bytes each."""
    try:
        data = bytes.fromhex("".join(ids).replace("-", ""))
    except ValueError:
        data = b""
    if len(data) == 16 * len(ids):
        return data
    return b"".join(_id_bytes(text) for text in ids)


def _id_bytes(text: str) -> bytes:
    try:
        return UUID(text).bytes
    except ValueError:
        return _NO_ID


def _failed(task: BatchTask, failure: ApiException, numbers: Sequence[str]) -> Outcome:
    """The outcome of a batch from the exception of its request.

    :param numbers: the numbers that the request had.
    """
    limit, remaining = limits(failure.headers)
    if failure.status == 400:
        sent = set(numbers)
        if sent <= {str(text) for text in failure.invalid}:  # all are invalid, so the API did nothing
            return Outcome(DONE, _without_rows(task.numbers(), sent), limit=limit, remaining=remaining)
    outcome = Outcome.of_failure(failure)
    if isinstance(failure, NoCoverageException):
        if len(numbers) > 1:
            return replace(outcome, state=DIVIDE)
        packed = Packed([{"status": NO_COVERAGE}], codes_of([0]))
        return replace(outcome, state=DONE, packed=packed)
    return outcome
