"""The plan of a job: each recipient once, in bounded memory, and a journal of another format is refused."""

from __future__ import annotations

import functools
import json
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import Client, bulk
from smscx_client.bulk import duplicates
from smscx_client.bulk.batch import BatchTask
from smscx_client.bulk.duplicates import Duplicates
from smscx_client.bulk.outcome import Outcome, Packed, codes_of
from smscx_client.model_utils import encode_json
from test.bulk.conftest import SENDER, numbers


@given(st.lists(st.lists(st.integers(0, 60).map(str), max_size=12), max_size=12), st.integers(0, 40))
def test_finds_exactly_the_numbers_that_are_in_more_than_one_batch(batches: list[list[str]], at_once: int) -> None:
    batches = [list(dict.fromkeys(batch)) for batch in batches]
    found = Duplicates()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "_AT_ONCE", at_once)
        for batch in batches:
            found.add(batch)
        hashes = set().union(*found.repeated())
    found.close()
    counts = Counter(number for batch in batches for number in batch)
    assert hashes == set(duplicates.marks([number for number, count in counts.items() if count > 1]))


def test_repeated_numbers_are_compared_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "_AT_ONCE", 10)
    numbers = [f"+316{number:08}" for number in range(1_000)]
    with closing(Duplicates()) as found:
        found.add(numbers)
        found.add(numbers)
        sets = list(found.repeated())
    assert set().union(*sets) == set(duplicates.marks(numbers))
    assert max(map(len, sets)) < 100


@pytest.mark.parametrize("at_once", [1, 1000])
def test_the_lowest_and_the_highest_hash_are_compared_too(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(duplicates, "_AT_ONCE", at_once)
    ordered = sorted(map(str, range(5000)), key=hash)
    found = Duplicates()
    for batch in (ordered[:2], [*ordered[:1], *ordered[-1:]], ordered[-2:]):
        found.add(batch)
    assert set().union(*found.repeated()) == set(duplicates.marks([ordered[0], ordered[-1]]))
    found.close()


@given(st.lists(st.integers(0, 30), max_size=60), st.integers(1, 9))
def test_the_plan_has_each_recipient_once(
    tmp_path_factory: pytest.TempPathFactory, given_places: list[int], batch_size: int
) -> None:
    from smscx_client.bulk.journal import Job, Journal
    from smscx_client.bulk.plan import planned
    from smscx_client.bulk.storage import Storage

    every = numbers(31)
    source = [every[place] for place in given_places] or every[:1]
    path = tmp_path_factory.mktemp("plan") / "jobs.db"
    journal = Journal(Storage(path))
    job = Job("job", "send_sms", {"text": "Hi"}, {"batch_size": batch_size, "id_lifetime": 1.0})
    planned(journal, job, source, 0.0)
    journal.close()
    rows = list(bulk.status(path).rows())
    assert [row.recipient for row in rows if row.status == "pending"] == list(dict.fromkeys(source))
    assert Counter(row.recipient for row in rows) == Counter(source)


def test_a_plan_is_known_again_by_later_versions(client: Client, journal: Path) -> None:
    """The fingerprint of the recipients is in the journal. Without it, the same call would be another job."""
    bulk.validate_numbers(client, ["junk Zoë", *numbers(3)], name="old", journal=journal, batch_size=2)
    with closing(sqlite3.connect(journal)) as connection:
        assert connection.execute("SELECT fingerprint FROM jobs").fetchall() == [
            ("4:5edf41be819a62a66abcf61285f4b6cf",)
        ]


def test_batches_that_have_only_duplicates_are_left_out(
    client: Client, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates, "_AT_ONCE", 1)  # the duplicates are found in several rounds
    given = [{"phone_number": number} for number in numbers(5) * 2]
    result = bulk.send_sms_campaign(client, given, name="twice", journal=journal, batch_size=1, **SENDER)
    assert result.counts == {"accepted": 5, "duplicate": 5}
    assert len(result.campaign_ids) == 5


def test_refuses_a_journal_of_a_newer_version(client: Client, journal: Path) -> None:
    bulk.send_sms(client, numbers(2), name="new", journal=journal, **SENDER)
    with closing(sqlite3.connect(journal)) as connection:
        format_ = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        assert format_ == [0x534D5358, 1]
        connection.execute("PRAGMA user_version = 2")
        for use in (bulk.status, functools.partial(bulk.resume, client)):
            with pytest.raises(bulk.JournalError, match=r"a newer version of smscx_client wrote .* \(format 2\)"):
                use(journal)
        connection.execute("PRAGMA user_version = 1")
    assert bulk.resume(client, journal).accepted == 2  # the lock is free again


def test_leaves_the_database_of_another_program_as_it_is(client: Client, journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("CREATE TABLE letters (text)")
        with pytest.raises(bulk.JournalError, match="it is no journal of bulk jobs"):
            bulk.send_sms(client, numbers(2), name="new", journal=journal, **SENDER)
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("letters",)]


def test_codes_are_the_same_on_every_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker or a reader can have another byte order than the machine that keeps the journal."""
    assert codes_of([1, 258]) == b"\x01\x00\x02\x01"
    monkeypatch.setattr(sys, "byteorder", "big")
    assert list(Packed([{}], codes_of([1, 258])).numbers()) == [1, 258]


def test_an_outcome_survives_a_queue() -> None:
    packed = Packed([{"status": "accepted", "cost": "0.075"}], b"\x00\x00" * 3, bytes(range(48)))
    outcome = Outcome("done", packed, "0.225", "id", group_id=7, left_out=["junk"], limit=100, remaining=9)
    assert Outcome.from_json(outcome.to_json()) == outcome


LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=9)


@given(st.lists(LINES | st.integers(10**9, 10**12).map("+{}".format), min_size=1, max_size=5))
def test_a_request_has_recipients_with_any_content(lines: list[str]) -> None:
    contacts = [{"phoneNumber": line, "customFields": {"phoneNumber": line, "},{": line}} for line in lines]
    as_lines = "\n".join(json.dumps(contact, ensure_ascii=False, separators=(",", ":")) for contact in contacts)
    for operation, text, items in (("send_sms", "\n".join(lines), lines), ("send_sms_campaign", as_lines, contacts)):
        task = BatchTask(operation, {}, text)
        body = encode_json({"allowInvalid": True, "items": task.items()})
        assert body.isascii()
        assert json.loads(body) == {"allowInvalid": True, "items": items}
        assert task.numbers() == lines
