"""All state, in one SQLite database: in memory, or in a file that survives a restart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

__all__ = ["Row", "Store", "StoreError"]

VERSION = 1
"""Raised with every change of SCHEMA: a file of another version is refused, not guessed at."""

SCHEMA = """
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE account (
    balance INTEGER NOT NULL,              -- millionths of the currency
    currency TEXT NOT NULL,
    billing TEXT NOT NULL,
    credit_line INTEGER NOT NULL
);

CREATE TABLE applications (
    application_id TEXT PRIMARY KEY,
    application_secret TEXT NOT NULL,
    application_name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    token_lifetime INTEGER NOT NULL,       -- seconds
    created_at TEXT NOT NULL
);

CREATE TABLE tokens (
    digest TEXT PRIMARY KEY,               -- SHA-256: the token itself is not kept
    application_id TEXT NOT NULL,
    scopes TEXT NOT NULL,
    expires_at REAL NOT NULL
);

CREATE TABLE answers (                     -- of calls with an idempotency id
    operation TEXT NOT NULL,
    idempotency_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,                    -- deflated
    PRIMARY KEY (operation, idempotency_id)
);

CREATE TABLE events (                      -- what is to happen later
    id INTEGER PRIMARY KEY,
    due REAL NOT NULL,
    by_tick INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL
);
CREATE INDEX events_due ON events (by_tick, due, id);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    msg_id TEXT NOT NULL UNIQUE,
    campaign_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    error_code INTEGER,
    life TEXT NOT NULL,                    -- a name in lifecycle.LIVES
    created_at TEXT NOT NULL,
    updated_at TEXT,
    scheduled_at TEXT,
    in_quiet_hours INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    country_iso TEXT NOT NULL,
    originator TEXT NOT NULL,
    text TEXT NOT NULL,
    encoding TEXT NOT NULL,
    parts INTEGER NOT NULL,
    cost INTEGER NOT NULL,                 -- millionths of the currency
    track_data TEXT,
    dlr_callback_url TEXT
);
CREATE INDEX messages_campaign ON messages (campaign_id);
CREATE INDEX messages_recipient ON messages (recipient);

CREATE TABLE outcomes (phone_number TEXT PRIMARY KEY, life TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE optouts (phone_number TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE originators (originator TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE shortlinks (short_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE attachments (attachment_id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


Row = dict[str, Any]
"""A row by column."""


class StoreError(Exception):
    """The database cannot be used; the text says why and what to do."""


class Store:
    """The tables above, and a few words of SQL that every operation needs."""

    def __init__(self, database: str = ":memory:") -> None:
        try:
            self._sql = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
            self._sql.row_factory = _as_dict
            self._prepare(database)
        except sqlite3.Error as error:
            raise StoreError(f"cannot use {database} as the sandbox's database: {error}") from error

    def _prepare(self, database: str) -> None:
        """Set up the tables of an empty database; leave one of anything else alone."""
        version = self.all("PRAGMA user_version")[0]["user_version"]
        tables = self._tables()
        if tables and version != VERSION:
            raise StoreError(f"{database} is not a database of this version of the sandbox; choose another file")
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            self._sql.executescript(f"BEGIN; {SCHEMA}; PRAGMA user_version = {VERSION}; COMMIT;")

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

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that all have the columns of the first one."""
        if rows:
            columns = list(rows[0])
            marks = ", ".join(f":{column}" for column in columns)
            self._sql.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def among(self, table: str, column: str, values: Sequence[str]) -> set[str]:
        """Which of `values` stand in a column of a table, however many they are."""
        query = f"SELECT {column} FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
        return {row[column] for row in self.all(query, json.dumps(values))}

    def get(self, key: str, default: Any = None) -> Any:
        """A value kept under a name of its own."""
        row = self.one("SELECT value FROM state WHERE key = ?", key)
        return default if row is None else json.loads(row["value"])

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value under a name of its own."""
        self.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", key, json.dumps(value))


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row)}
