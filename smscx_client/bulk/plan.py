"""From a source to the plan of a job: checked, each recipient once, divided into batches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from smscx_client._phone_numbers import phone_number_keys
from smscx_client.bulk import sources
from smscx_client.bulk.batch import numbers_in
from smscx_client.bulk.contact_fields import CUSTOM, NUMBER, field_names
from smscx_client.bulk.duplicates import Duplicates, marks
from smscx_client.bulk.errors import JournalError
from smscx_client.bulk.operations import OPERATIONS, BatchOperation
from smscx_client.exceptions import ApiValueError
from smscx_client.text import placeholders

if TYPE_CHECKING:
    from smscx_client.bulk.journal import Batch, Job, Journal, PlanWriter
    from smscx_client.bulk.sources import Recipients

__all__ = ["planned"]

#: The fields of a contact that a text cannot show.
_NO_PLACEHOLDERS = frozenset(field_names()[name] for name in (NUMBER, "country_iso", CUSTOM))


def planned(journal: Journal, job: Job, source: Iterable[Any] | None, now: float) -> Job:
    """Return the job as the journal has it, with a complete plan; write the plan if there is none.

    A job that the API has refused as a whole is replaced, so that its mistake can be corrected under the same name.

    :param source: the recipients; None to continue with a plan that is complete.
    :raises JournalError: the journal has another job under this name.
    :raises ApiValueError: there are no recipients, or the text has a placeholder that no contact has a value for.
    """
    if job.name in journal.names():
        known = journal.job(job.name)
        if known.is_planned:
            differences = _differences(known, job, source)
            if not differences:
                return known
            if source is None or _is_used_up(source, differences) or not journal.is_refused(known):
                raise _another(job, differences)
    if source is None:
        raise JournalError(f"the plan of job `{job.name}` is not complete and nothing was sent: give the recipients")
    return _write(journal, job, source, now)


def _differences(known: Job, job: Job, source: Iterable[Any] | None) -> list[str]:
    differences = known.differences(job)
    if not differences and source is not None:
        fingerprint = _fingerprint(known, source)
        if fingerprint not in (None, known.fingerprint):
            differences = ["recipients"]
    return differences


def _is_used_up(source: Iterable[Any], differences: Sequence[str]) -> bool:
    """Whether the comparison has read a source that can be read only once."""
    return differences == ["recipients"] and iter(source) is source


def _another(job: Job, differences: Iterable[str]) -> JournalError:
    names = ", ".join(f"`{name}`" for name in differences)
    return JournalError(
        f"the journal has a job `{job.name}` with different {names}. Nothing was sent. "
        "Use another name for a new job, or bulk.resume to continue the job in the journal"
    )


def _fingerprint(job: Job, source: Iterable[Any]) -> str | None:
    """The hash of all recipients in a source; None if it is empty."""
    digest = _Digest()
    for chunk in sources.lists(source, job.options["batch_size"], OPERATIONS[job.operation].takes_contacts):
        digest.add(chunk.lines)
    return digest.text() if digest.count else None


def _write(journal: Journal, job: Job, source: Iterable[Any], now: float) -> Job:
    how = OPERATIONS[job.operation]
    fields = _Fields(how, job.body)
    digest, duplicates = _Digest(), Duplicates()
    try:
        with journal.plan(job) as plan:
            for chunk in sources.lists(source, job.options["batch_size"], how.takes_contacts):
                text = digest.add(chunk.lines)
                fields.add(chunk.fields)
                lines, keys, repeated = _each_once(job, chunk)
                duplicates.add(keys)
                plan.add("\n".join(lines) if repeated else text, repeated)
            if not digest.count:
                raise ApiValueError("there are no recipients", ["recipients"])
            fields.check()
            for hashes in duplicates.repeated():
                _drop(plan, job, hashes)
            return plan.complete(digest.text(), now)
    finally:
        duplicates.close()


def _keys(job: Job, lines: Sequence[str], numbers: Sequence[str]) -> Sequence[str]:
    """The keys of the numbers in some lines of the plan: equal for numbers that one phone has.

    A number without + is a national number if the job or the contact names a country. Which one that is, only the API
    knows, and so its key is the number itself, with the country of the contact.
    """
    if job.body.get("countryIso"):
        return numbers
    keys = phone_number_keys(numbers)
    if keys is numbers or not OPERATIONS[job.operation].takes_contacts:
        return keys
    countries = (json.loads(line).get("countryIso", "").upper() for line in lines)
    return [
        f"{country} {number}" if country and key != number else key
        for country, number, key in zip(countries, numbers, keys)
    ]


def _each_once(job: Job, chunk: Recipients) -> tuple[list[str], Sequence[str], list[str]]:
    """The lines with a number that no earlier line of the chunk has, their keys, and the other numbers."""
    keys = _keys(job, chunk.lines, chunk.numbers)
    if len(set(keys)) == len(keys):
        return chunk.lines, keys, []
    first: dict[str, str] = {}
    repeated = []
    for key, number, line in zip(keys, chunk.numbers, chunk.lines):
        if key in first:
            repeated.append(number)
        else:
            first[key] = line
    return list(first.values()), list(first), repeated


def _drop(plan: PlanWriter, job: Job, hashes: set[float]) -> None:
    """Leave out each number whose key has one of these hashes after the first time."""
    seen: set[str] = set()
    for batch in plan.batches():
        text = plan.lines(batch)
        if not batch.recipients:
            continue
        lines, numbers = text.split("\n"), numbers_in(text, OPERATIONS[job.operation])
        keys = _keys(job, lines, numbers)
        entries = list(zip(lines, numbers, keys, marks(keys)))
        if not hashes.isdisjoint(entry[3] for entry in entries):
            _drop_from(plan, batch, entries, hashes, seen)


def _drop_from(
    plan: PlanWriter,
    batch: Batch,
    entries: Iterable[tuple[str, str, str, float]],
    hashes: set[float],
    seen: set[str],
) -> None:
    """Leave out the entries (line, number, key, hash) of a batch with a key that was seen."""
    kept, dropped = [], []
    for line, number, key, mark in entries:
        if key in seen:
            dropped.append(number)
            continue
        kept.append(line)
        if mark in hashes:
            seen.add(key)
    if dropped:
        plan.drop(batch, kept, dropped)


class _Digest:
    """The hash of all recipients, in their order."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=16)
        self.count = 0

    def add(self, lines: Sequence[str]) -> str:
        """Add some lines, and return their text."""
        text = "\n".join(lines)
        self.count += len(lines)
        self._hash.update(f"{text}\n".encode())
        return text

    def text(self) -> str:
        return f"{self.count}:{self._hash.hexdigest()}"


class _Fields:
    """The fields of the contacts, to compare with the placeholders of the text."""

    def __init__(self, how: BatchOperation, body: Mapping[str, Any]):
        self._texts = [(path, text) for name in how.texts for path, text in _texts(name, body[name])]
        self._has_contacts = how.takes_contacts
        self._names: set[str] = set()
        if not how.takes_contacts:
            self.check()

    def add(self, names: Iterable[str]) -> None:
        """Note fields that contacts have values for."""
        self._names.update(names)
        self._names -= _NO_PLACEHOLDERS

    def check(self) -> None:
        """Refuse a placeholder that no contact has a value for."""
        for path, text in self._texts:
            for placeholder in placeholders(text, tuple(self._names)):
                if placeholder.kind == "general" or placeholder.name in self._names:
                    continue
                hint = f"; did you mean `{placeholder.suggestion}`?" if placeholder.suggestion else self._known()
                problem = "no contact has a" if self._has_contacts else "a job without contacts has no"
                raise ApiValueError(f"{problem} value for `{placeholder.written}`{hint}", path)

    def _known(self) -> str:
        return f"; the contacts have {', '.join(sorted(self._names))}" if self._names else ""


def _texts(name: str, value: str | Sequence[Mapping[str, Any]]) -> list[tuple[list[str | int], str]]:
    """The texts in a field of the body, each with its path."""
    if isinstance(value, str):
        return [([name], value)]
    return [([name, place, "text"], step["text"]) for place, step in enumerate(value) if step.get("text")]
