"""All state, in one SQLite database: in memory, or in a file that survives a restart."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["IN_MEMORY", "Row", "Store", "StoreError"]

IN_MEMORY = ":memory:"
"""The database that is in no file."""

TABLES = Path(__file__).parents[1]
"""The tables, one file for each part of the API; read in the order of their names."""

_MOST_VALUES = 900
"""Bound values of one statement; some builds of SQLite take no more than 999."""

Row = dict[str, Any]
"""A row by column."""


class StoreError(Exception):
    """The database cannot be used; the text says why and what to do."""


class Store:
    """The tables above, and a few words of SQL that every operation needs."""

    def __init__(self, database: str = IN_MEMORY) -> None:
        try:
            self._sql = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
            self._sql.row_factory = _as_dict
            self._prepare(database)
        except sqlite3.Error as error:
            raise StoreError(f"cannot use {database} as the sandbox's database: {error}") from error

    def _prepare(self, database: str) -> None:
        """Set up the tables of an empty database; leave alone one with other tables, which is not guessed at."""
        schema = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TABLES.rglob("tables.sql")))
        version = zlib.crc32(schema.encode()) >> 1  # SQLite has room for 31 bits above zero
        tables = self._tables()
        if tables and version != self.all("PRAGMA user_version")[0]["user_version"]:
            raise StoreError(
                f"{database} is not a database of this version of the sandbox. Choose another file; if it is one of "
                "another version, delete it to begin anew, as its state cannot be taken over"
            )
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            self._sql.executescript(f"BEGIN; {schema} PRAGMA user_version = {version}; COMMIT;")

    def close(self) -> None:
        """Let go of the database."""
        self._sql.close()

    def clear(self) -> None:
        """Empty every table."""
        for table in self._tables():
            self.execute(f"DELETE FROM {table}")

    def _tables(self) -> list[str]:
        return [row["name"] for row in self.all("SELECT name FROM sqlite_master WHERE type = 'table'")]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block, or, when it raises, nothing of it."""
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._sql.execute("ROLLBACK")
            raise
        self._sql.execute("COMMIT")

    @property
    def changes(self) -> int:
        """How many rows have been touched since the beginning: as long as it stays, nothing has changed."""
        return self._sql.total_changes

    def copy(self, database: str = IN_MEMORY) -> Store:
        """All that is in the store, in another one."""
        copied = Store(database)
        self._sql.backup(copied._sql)
        return copied

    def take_back(self, copied: Store) -> None:
        """Hold again what was copied, and nothing else."""
        copied._sql.backup(self._sql)

    def execute(self, statement: str, *values: Any) -> int:
        """Run one statement; returns how many rows it touched."""
        return self._sql.execute(statement, values).rowcount

    def one(self, query: str, *values: Any) -> Row | None:
        """The first row, or None."""
        row: Row | None = self._sql.execute(query, values).fetchone()
        return row

    def all(self, query: str, *values: Any) -> list[Row]:
        """Every row."""
        return self._sql.execute(query, values).fetchall()

    def named(self, query: str, values: Mapping[str, Any]) -> list[Row]:
        """Every row of a query with `:name` for its values."""
        return self._sql.execute(query, values).fetchall()

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that all have the columns of the first one."""
        if rows:
            columns = list(rows[0])
            marks = ", ".join(f":{column}" for column in columns)
            self._sql.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def among(self, table: str, column: str, values: Sequence[str]) -> set[str]:
        """Which of `values` stand in a column of a table, however many they are."""
        found: set[str] = set()
        for start in range(0, len(values), _MOST_VALUES):
            some = values[start : start + _MOST_VALUES]
            query = f"SELECT {column} FROM {table} WHERE {column} IN ({', '.join('?' * len(some))})"
            found.update(row[column] for row in self.all(query, *some))
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """A value kept under a name of its own."""
        row = self.one("SELECT value FROM state WHERE key = ?", key)
        return default if row is None else json.loads(row["value"])

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value under a name of its own."""
        self.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", key, json.dumps(value))


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row)}
