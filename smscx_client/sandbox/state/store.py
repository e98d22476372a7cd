"""All state, in one SQLite database: in memory, or in a file that survives a restart."""

from __future__ import annotations

import ctypes
import json
import math
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["IN_MEMORY", "Row", "Store", "StoreError", "is_timeout", "trim_memory"]

IN_MEMORY = ":memory:"
"""The name of a database without a file."""

TABLES = Path(__file__).parents[1]
"""The folder that is searched for `tables.sql` files, which are read in the order of their paths."""

_STEPS_BETWEEN_CHECKS = 100_000
"""How many instructions of SQLite run between two checks of the time limit: about a millisecond."""

_MANY_FREE_PAGES = 250
"""A megabyte: less is used again soon."""

_PATIENCE = 1
"""Seconds to wait for a process that is closing the same file."""

_MOST_VALUES = 900
"""The most bound values of one statement; some builds of SQLite accept no more than 999."""

Row = dict[str, Any]
"""A row by column."""


class StoreError(Exception):
    """The database cannot be used; the message says why and what to do."""


class Store:
    """The SQLite database, and the queries that every operation needs."""

    def __init__(self, database: str = IN_MEMORY) -> None:
        self.is_kept = database != IN_MEMORY
        """Whether the state survives the process."""
        try:
            self._sql = sqlite3.connect(database, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._sql.row_factory = _as_dict
            self._sql.create_function("casefold", 1, str.casefold, deterministic=True)
            self._deadline = math.inf
            self._sql.set_progress_handler(self._is_late, _STEPS_BETWEEN_CHECKS)
            try:
                self._claim(database)
                self._prepare(database)
            except BaseException:
                self._sql.close()
                raise
        except sqlite3.Error as error:
            raise StoreError(f"cannot use {database} as the sandbox's database: {error}") from error

    def _claim(self, database: str) -> None:
        """Lock the file until the store is closed, however the process ends; raises StoreError if it is in use."""
        try:
            self._sql.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._sql.execute("BEGIN EXCLUSIVE")
            self._sql.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise StoreError(
                f"another process uses {database}, probably another sandbox. Stop it, or choose another file"
            ) from error

    def _prepare(self, database: str) -> None:
        """Create the tables in an empty database; raises StoreError for a database with other tables."""
        schema = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TABLES.rglob("tables.sql")))
        version = zlib.crc32(schema.encode()) >> 1  # user_version has 31 bits without the sign
        tables = self._tables()
        if tables and version != self.all("PRAGMA user_version")[0]["user_version"]:
            raise StoreError(
                f"{database} is not a database of this version of the sandbox. Choose another file, or delete this "
                "one if it is a database of another version: its state cannot be converted"
            )
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            self._sql.executescript(f"BEGIN; {schema} PRAGMA user_version = {version}; COMMIT;")

    def close(self) -> None:
        """Close the database."""
        self._sql.close()

    def clear(self) -> None:
        """Empty every table."""
        for table in self._tables():
            self.execute(f"DELETE FROM {table}")

    def shrink(self) -> None:
        """Return the memory, or the space in the file, of deleted rows to the system, if it is much."""
        if self.all("PRAGMA freelist_count")[0]["freelist_count"] >= _MANY_FREE_PAGES:
            self._sql.execute("VACUUM")
            self._sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._sql.execute("PRAGMA shrink_memory")
            trim_memory()

    def _tables(self) -> list[str]:
        return [row["name"] for row in self.all("SELECT name FROM sqlite_master WHERE type = 'table'")]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block in a transaction; rolls it back if the block raises."""
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._sql.in_transaction:  # SQLite itself rolls back some statements that it interrupts
                self._sql.execute("ROLLBACK")
            raise
        self._sql.execute("COMMIT")

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Interrupt each statement of the block that is still running after so many seconds; see `is_timeout`."""
        self._deadline = time.monotonic() + seconds
        try:
            yield
        finally:
            self._deadline = math.inf

    def _is_late(self) -> bool:
        return time.monotonic() >= self._deadline

    @property
    def changes(self) -> int:
        """The number of rows changed so far; the same number means that nothing has changed."""
        return self._sql.total_changes

    def copy(self, database: str = IN_MEMORY) -> Store:
        """Return a copy of the store."""
        copied = Store(database)
        self._sql.backup(copied._sql)
        return copied

    def restore(self, copied: Store) -> None:
        """Replace the whole content by that of a copy."""
        copied._sql.backup(self._sql)

    def execute(self, statement: str, *values: Any) -> int:
        """Run one statement; returns the number of affected rows."""
        return self._sql.execute(statement, values).rowcount

    def one(self, query: str, *values: Any) -> Row | None:
        """Return the first row, or None."""
        row: Row | None = self._sql.execute(query, values).fetchone()
        return row

    def all(self, query: str, *values: Any) -> list[Row]:
        """Return all rows."""
        return self._sql.execute(query, values).fetchall()

    def named(self, query: str, values: Mapping[str, Any]) -> list[Row]:
        """Return all rows of a query with named parameters, such as `:name`."""
        return self._sql.execute(query, values).fetchall()

    def execute_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement with each of several rows of values."""
        self._sql.executemany(statement, rows)

    def insert_row(self, statement: str, *values: Any) -> int:
        """Run a statement that inserts one row; returns its id."""
        row_id = self._sql.execute(statement, values).lastrowid
        assert row_id is not None
        return row_id

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, all with the columns of the first one."""
        if rows:
            columns = list(rows[0])
            marks = ", ".join("?" * len(columns))
            values = ([row[column] for column in columns] for row in rows)
            self._sql.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)

    def among(self, table: str, column: str, values: Sequence[str]) -> set[str]:
        """Return those of `values` that exist in a column of a table; any number of values."""
        found: set[str] = set()
        for start in range(0, len(values), _MOST_VALUES):
            batch = values[start : start + _MOST_VALUES]
            query = f"SELECT {column} FROM {table} WHERE {column} IN ({', '.join('?' * len(batch))})"
            found.update(row[column] for row in self.all(query, *batch))
        return found

    def count(self, name: str) -> int:
        """Return the number of rows of a list, from the table `row_counts`."""
        row = self.one("SELECT rows FROM row_counts WHERE name = ?", name)
        return row["rows"] if row else 0

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value stored under a key."""
        row = self.one("SELECT value FROM state WHERE key = ?", key)
        return default if row is None else json.loads(row["value"])

    def put(self, key: str, value: Any) -> None:
        """Store a JSON value under a key."""
        self.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", key, json.dumps(value))


def trim_memory() -> None:
    """Return free memory of this process to the system, where the C library does not do so by itself (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def is_timeout(error: BaseException) -> bool:
    """Whether a statement ran into the limit of `Store.time_limit`."""
    return isinstance(error, sqlite3.OperationalError) and str(error) == "interrupted"


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row)}
