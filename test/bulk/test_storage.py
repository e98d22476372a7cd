"""A journal whose file cannot be read or written: the error names the cause, and the job continues afterwards."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from smscx_client import Client, bulk
from smscx_client.bulk.storage import Storage
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.engine import faults
from test.bulk.conftest import SENDER, numbers
from test.bulk.test_send import fail

needs_permissions = pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of folders like these")


class FullDisk(Storage):
    """A file that cannot grow from the first transaction of a name on."""

    full_at = ""

    @contextmanager
    def transaction(self, name: str, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        with super().transaction(name, durable=durable) as connection:
            if name == self.full_at:
                connection.execute("PRAGMA max_page_count = 1")
            yield connection


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """No user can write into the folder during the block, not even root."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user can reach."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield Path(path)


@pytest.mark.parametrize("full_at", ["plan batch", "record"])
def test_a_full_disk_stops_the_job_which_continues_later(
    client: Client, sandbox: Sandbox, journal: Path, full_at: str
) -> None:
    storage = FullDisk(journal)
    storage.full_at = full_at
    job = {"name": "full", "batch_size": 100, "workers": 1, **SENDER}
    with pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be written \(database or disk is full\)"):
        bulk.send_sms(client, numbers(1500), journal=storage, **job)
    assert bool(sandbox.messages()) == (full_at == "record")
    result = bulk.send_sms(client, numbers(1500), journal=journal, **job)
    assert result.counts == {"accepted": 1500}
    assert Counter(message["recipient"] for message in sandbox.messages()) == Counter(numbers(1500))


@needs_permissions
def test_a_journal_in_a_read_only_folder_can_be_read(client: Client, folder: Path) -> None:
    journal = folder / "jobs.db"
    bulk.send_sms(client, numbers(3), name="old", journal=journal, **SENDER)
    for path in folder.iterdir():
        path.chmod(0o644)
    with read_only(folder):
        assert bulk.status(journal).counts == {"accepted": 3}
        assert len(list(bulk.status(journal).rows())) == 3
        with pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be written \(attempt"):
            bulk.resume(client, journal)


@needs_permissions
def test_a_journal_whose_last_part_cannot_be_read_is_an_error(client: Client, folder: Path, journal: Path) -> None:
    """The log beside it has what was not written into the journal yet."""
    bulk.send_sms(client, numbers(3), name="old", journal=journal, **SENDER)
    storage = Storage(journal)
    storage.open()
    try:
        with storage.transaction("test") as connection:
            connection.execute("DELETE FROM jobs")
        for name in ("jobs.db", "jobs.db-wal"):
            (folder / name).write_bytes(journal.with_name(name).read_bytes())
            (folder / name).chmod(0o644)
    finally:
        storage.close()
    with read_only(folder), pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be read \("):
        bulk.status(folder / "jobs.db")
    with pytest.raises(bulk.JournalError, match="give the name of the job; its jobs: none"):
        bulk.status(folder / "jobs.db")


@needs_permissions
def test_a_journal_of_another_user_is_named(client: Client, folder: Path) -> None:
    journal = folder / "jobs.db"
    bulk.send_sms(client, numbers(3), name="private", journal=journal, **SENDER)
    for path in folder.iterdir():
        path.chmod(0o000)
    with read_only(folder):
        with pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be read"):
            bulk.status(journal)
        with pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be (read|written)"):
            bulk.send_sms(client, numbers(3), name="private", journal=journal, **SENDER)


def test_a_journal_in_a_missing_folder_is_named(client: Client, folder: Path) -> None:
    with pytest.raises(bulk.JournalError, match=r"none/jobs.db: the journal cannot be created \(No such file or dir"):
        bulk.send_sms(client, numbers(3), name="x", journal=folder / "none" / "jobs.db", **SENDER)


@pytest.mark.parametrize("is_empty", [True, False])
def test_the_database_of_another_program_is_refused_and_stays_as_it_is(
    client: Client, journal: Path, is_empty: bool
) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("PRAGMA application_id = 7" if is_empty else "CREATE TABLE photos (name)")
        connection.commit()
    before = journal.read_bytes()
    with pytest.raises(bulk.JournalError, match="no journal of bulk jobs"):
        bulk.send_sms(client, numbers(3), name="x", journal=journal, **SENDER)
    assert journal.read_bytes() == before


def test_a_copy_is_refused_while_its_original_is_there(client: Client, sandbox: Sandbox, journal: Path) -> None:
    copy, moved = journal.with_name("copy.db"), journal.with_name("moved.db")
    fail(sandbox, "lookup_numbers", code=1113)
    with pytest.raises(bulk.JobStopped):
        bulk.lookup_numbers(client, numbers(3), name="x", journal=journal)
    faults.clear(sandbox.context)
    shutil.copy(journal, copy)
    assert bulk.resume(client, journal).counts == {"accepted": 3}
    with pytest.raises(bulk.JournalError, match=r"copy.db: it is a copy of .*jobs.db. Continue with that one"):
        bulk.resume(client, copy)
    assert bulk.status(copy).pending == 3
    journal.rename(moved)
    assert bulk.resume(client, moved).counts == {"accepted": 3}
    moved.unlink()
    assert bulk.status(copy).pending == 3  # it can be used, now that it is the only one
    assert bulk.resume(client, copy).is_complete


def test_an_invalid_lock_file_is_named(client: Client, journal: Path) -> None:
    journal.with_name("jobs.db-lock").write_text("This is no lock file, as everybody can see." * 9)
    with pytest.raises(bulk.JournalError, match=r"jobs.db: the journal cannot be locked \(file is not a database\)"):
        bulk.send_sms(client, numbers(3), name="x", journal=journal, **SENDER)


def test_a_link_to_a_journal_has_the_same_lock(client: Client, journal: Path) -> None:
    link = journal.with_name("link.db")
    try:
        link.symlink_to(journal.name)
    except OSError:
        pytest.skip("this user may not make links")
    storage = Storage(journal)
    storage.open()
    try:
        with pytest.raises(bulk.JournalError, match="another process works on this journal"):
            bulk.send_sms(client, numbers(3), name="x", journal=link, **SENDER)
    finally:
        storage.close()


def test_no_batch_is_sent_by_two_runs_where_the_lock_fails(client: Client, sandbox: Sandbox, journal: Path) -> None:
    """A lookup can act twice: it has no idempotency id."""
    runs = [client]

    def run_again(progress: bulk.Progress) -> None:
        if progress.done and runs:
            journal.with_name("jobs.db-lock").unlink()
            bulk.resume(runs.pop(), journal, workers=1)

    with pytest.raises(bulk.JournalError, match="another process works on this journal"):
        bulk.lookup_numbers(client, numbers(4), name="x", journal=journal, batch_size=1, workers=1, progress=run_again)
    (row,) = sandbox.context.store.all("SELECT count(*) AS made FROM lookups")
    assert row["made"] == 4
    assert bulk.status(journal).counts == {"accepted": 4}


def damage(journal: Path, statement: str) -> None:
    """Change the data in a journal that is not in use."""
    with closing(sqlite3.connect(journal)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE jobs SET options = '{'", r"damaged \(JSONDecodeError\)"),
        ("UPDATE jobs SET options = '{\"batch_size\": 5}'", "job `x` is damaged, or a newer version"),
        ("UPDATE jobs SET body = '[]'", "job `x` is damaged, or a newer version"),
        ("UPDATE jobs SET operation = 'send_letter'", "job `x` is damaged, or a newer version"),
        ("UPDATE batches SET cost = 'x'", r"damaged \(InvalidOperation\)"),
        ("UPDATE batches SET counts = '5'", r"damaged \(TypeError\)"),
        ("UPDATE recipients SET lines = CAST(x'2b33313630ff' AS TEXT)", r"damaged \(OperationalError\)"),
        ("UPDATE results SET details = '[]'", r"damaged \(IndexError\)"),
        ("DROP TABLE recipients", r"damaged \(no such table: recipients\)"),
    ],
)
def test_a_damaged_journal_is_an_error_without_its_numbers(
    client: Client, journal: Path, statement: str, problem: str
) -> None:
    bulk.send_sms(client, numbers(3), name="x", journal=journal, **SENDER)
    damage(journal, statement)
    with pytest.raises(bulk.JournalError, match=problem) as error:
        list(bulk.status(journal).rows())
    assert "+3160" not in "".join(traceback.format_exception(error.type, error.value, error.tb))


def test_a_batch_whose_results_are_lost_does_not_stop_the_reports_of_the_others(client: Client, journal: Path) -> None:
    bulk.send_sms(client, numbers(4), name="x", journal=journal, batch_size=2, **SENDER)
    damage(journal, "DELETE FROM results WHERE batch = (SELECT min(batch) FROM results)")
    rows = list(bulk.status(journal).refresh(client).rows())
    assert [row.delivery is None for row in rows] == [True, True, False, False]


@pytest.mark.parametrize("page", range(3))
def test_a_page_that_is_lost_is_an_error(client: Client, journal: Path, page: int) -> None:
    bulk.send_sms(client, numbers(3), name="x", journal=journal, **SENDER)
    with journal.open("r+b") as file:
        file.seek(4096 * page)
        file.write(b"\xff" * 4096)
    for read in (bulk.status, lambda path: bulk.resume(client, path)):
        with pytest.raises(bulk.JournalError, match=r"damaged|no journal"):
            list(read(journal).rows())


def test_a_batch_with_other_recipients_than_planned_is_not_sent(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    fail(sandbox, "send_sms", status=500)
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms(client, numbers(3), name="x", journal=journal, attempts=1, **SENDER)
    faults.clear(sandbox.context)
    damage(journal, "UPDATE recipients SET lines = replace(lines, '+3162', '+3163')")
    with pytest.raises(bulk.JournalError, match="a batch of job `x` is damaged and was not sent"):
        bulk.resume(client, journal)
    assert sandbox.messages() == []


def test_a_transaction_is_synced_if_it_must_survive_a_loss_of_power(journal: Path) -> None:
    storage = Storage(journal)
    connection = storage.open()
    for durable, level in ((True, 2), (False, 1), (True, 2)):
        with storage.transaction("test", durable=durable):
            assert connection.execute("PRAGMA synchronous").fetchone() == (level,)
    with storage.transaction("test"):
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    storage.close()


def test_a_failed_transaction_writes_nothing_and_is_not_visible_before_its_end(journal: Path) -> None:
    storage = Storage(journal)
    connection = storage.open()
    with pytest.raises(KeyboardInterrupt), storage.transaction("test"):
        connection.execute("CREATE TABLE things (name)")
        raise KeyboardInterrupt
    with storage.transaction("test"):
        connection.execute("CREATE TABLE things (name)")
        with storage.reading() as reader:
            assert reader.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with storage.reading() as reader:
        assert reader.execute("SELECT count(*) FROM things").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DROP TABLE things")
    storage.close()


def test_rows_can_be_read_on_in_another_thread(client: Client, journal: Path) -> None:
    rows = bulk.send_sms(client, numbers(3), name="job", journal=journal, **SENDER).rows()
    next(rows)
    with ThreadPoolExecutor(1) as executor:
        assert len(executor.submit(list, rows).result()) == 2
