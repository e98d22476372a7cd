"""The file of a journal: connections, transactions, and the lock that keeps a second process out.

The crash simulation in the tests replaces :class:`Storage` by one that loses what was not written to the disk.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from smscx_client.bulk.errors import JournalError, JournalInUse
from smscx_client.exceptions import ApiTypeError, ApiValueError

__all__ = ["APPLICATION", "NO_JOURNAL", "Storage"]

#: What marks a SQLite file as a journal.
APPLICATION = 0x534D5358
NO_JOURNAL = "it is no journal of bulk jobs"


class Storage:
    """A SQLite file in WAL mode. One process at a time writes it, any number of processes read it.

    :param path: the file; it is created with permissions for its owner only, since it has phone numbers.
    """

    def __init__(self, path: str | os.PathLike[str]):
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None
        self._lock: sqlite3.Connection | None = None
        self.is_new = False
        """Whether this object has created the file."""

    @classmethod
    def of(cls, journal: str | os.PathLike[str] | Storage) -> Storage:
        """Return the storage of a journal, which is a path or is given.

        :raises ApiTypeError, ApiValueError: it is neither.
        """
        if isinstance(journal, Storage):
            return journal
        if not isinstance(journal, (str, os.PathLike)):
            raise ApiTypeError(f"must be the path of a file, not {type(journal).__name__}", ["journal"])
        try:
            name = os.fsencode(os.path.basename(os.fspath(journal)))  # noqa: PTH119 - Path turns "" into "."
        except UnicodeError:
            name = b""
        if name in (b"", b".", b"..") or b"\0" in os.fsencode(os.fspath(journal)):
            raise ApiValueError(f"must be the path of a file, not {os.fspath(journal)!r}", ["journal"])
        return cls(journal)

    def open(self) -> sqlite3.Connection:
        """Lock the file, and return the connection for all writes.

        :raises JournalError: another process has locked it, it is no database, or it cannot be written.
        """
        try:
            self.is_new = _create(self.path)
        except OSError as error:
            raise self._not("created", error.strerror) from error
        self._lock = self._locked()
        try:
            file = self.path.absolute()  # a relative name can mean something else to SQLite, such as `:memory:`
            self._connection = connection = sqlite3.connect(file, isolation_level=None)
            if not _may_be_journal(connection):
                raise sqlite3.DatabaseError("it is the database of another program")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA cache_size = -2000")
        except sqlite3.OperationalError as error:
            self.close()
            raise self._not("written", error) from error
        except (sqlite3.DatabaseError, UnicodeError) as error:  # it cannot even decode its own message
            self.close()
            raise JournalError(f"{self.path}: {NO_JOURNAL} ({error})") from None
        return connection

    def _locked(self) -> sqlite3.Connection:
        """A connection that holds the lock file exclusively; the system frees it even when the process is killed."""
        path = self._beside("-lock")
        _create(path)
        lock = None
        try:
            lock = sqlite3.connect(path, isolation_level=None, timeout=0)
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if lock is not None:
                lock.close()
            if "is locked" in str(error):
                raise JournalInUse(self.path) from None
            raise self._not("locked" if type(error) is sqlite3.DatabaseError else "written", error) from error
        return lock

    @property
    def real_path(self) -> str:
        """The absolute path without links."""
        return os.path.realpath(self.path)

    def is_copy(self, path: str, number: str) -> bool:
        """Whether another file is a journal with the same number."""
        try:
            if Path(path).samefile(self.path):
                return False
            with Storage(path).reading() as connection:
                return bool(connection.execute("SELECT 1 FROM origin WHERE id = ?", (number,)).fetchone())
        except (OSError, sqlite3.Error, JournalError, ValueError):
            return False  # there is no such file any more, or it cannot be read

    def _beside(self, ending: str) -> Path:
        """A file beside the journal. A link to the journal has the same one, as in SQLite."""
        real = Path(self.real_path)
        return real.with_name(f"{real.name}{ending}")

    def _not(self, done: str, error: object) -> JournalError:
        """The error of a file that SQLite cannot use."""
        return JournalError(
            f"{self.path}: the journal cannot be {done} ({error}). Correct the cause, then make the same call again"
        )

    @contextmanager
    def transaction(self, name: str, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Run the block in one transaction.

        :param name: what the transaction does, for the trace of a simulation.
        :param durable: whether it must survive a loss of power as soon as the block ends. It survives the end of the
            process in any case.
        :raises JournalError: the file cannot be written, such as on a full disk.
        """
        connection = self._connection
        assert connection is not None
        try:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:  # after some errors SQLite has rolled it back
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError):
                raise self._not("written", error) from error
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that only reads, also while another process writes.

        :raises JournalError: there is no such file, or it cannot be read.
        """
        if not self.path.exists():
            raise JournalError(f"{self.path}: there is no such journal")
        with closing(self._connected_for_reading()) as connection:
            connection.execute("PRAGMA query_only = ON")
            yield connection

    def _connected_for_reading(self) -> sqlite3.Connection:
        """A connection for reading. Where SQLite cannot write its files beside the journal, it reads the file alone."""
        try:
            return _opened(str(self.path.absolute()))
        except sqlite3.OperationalError as error:
            log = self._beside("-wal")
            if log.exists() and log.stat().st_size:  # a part of the journal is in it
                raise self._not("read", error) from error
        try:
            return _opened(f"{self.path.absolute().as_uri()}?immutable=1", uri=True)
        except sqlite3.OperationalError as error:
            raise self._not("read", error) from error

    def close(self) -> None:
        """Close the connection and free the lock."""
        for connection in (self._connection, self._lock):
            if connection is not None:
                connection.close()
        self._connection = self._lock = None

    def discard(self) -> None:
        """Delete the file, which nobody needs, and free the lock."""
        if self._connection is not None:
            self._connection.close()
        self.path.unlink(missing_ok=True)
        self.close()


def _may_be_journal(connection: sqlite3.Connection) -> bool:
    """Whether a database is a journal, or empty and can become one."""
    is_empty = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return application == APPLICATION or (is_empty and not application)


def _opened(name: str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection that can read the file, or whose file is no database."""
    connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False, uri=uri)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        raise
    except (sqlite3.DatabaseError, UnicodeError):
        pass  # the reader of the journal says so
    return connection


def _create(path: Path) -> bool:
    """Create a file that only its owner can read, unless there is one; return whether there was none.

    SQLite gives its other files the same permissions.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return True
    return False
