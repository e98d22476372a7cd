"""A disk that loses what was not synced, and the storage of a journal on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from smscx_client.bulk.storage import Storage
from test.bulk.simulation.dice import Dice

__all__ = ["Disk", "SimulatedStorage"]


class Disk:
    """The states of the journal's file since the last sync: the first of them is safe."""

    def __init__(self) -> None:
        self._images = [_empty()]

    def write(self, connection: sqlite3.Connection, *, synced: bool) -> None:
        """Keep the state after a commit."""
        image = _empty()
        connection.backup(image)
        if synced:
            self.close()
            self._images = []
        self._images.append(image)

    def crash(self, dice: Dice) -> None:
        """Lose power or only the process: keep the state that survives."""
        kept = dice.choose(self._images[:-1] or self._images) if dice.chance(0.5) else self._images[-1]
        dice.note(f"disk: {len(self._images) - 1 - self._images.index(kept)} commits lost")
        for image in self._images:
            if image is not kept:
                image.close()
        self._images = [kept]

    def read(self) -> sqlite3.Connection:
        """Return a connection to a copy of the current state."""
        copy = sqlite3.connect(":memory:", isolation_level=None)
        self._images[-1].backup(copy)
        return copy

    def close(self) -> None:
        """Forget everything."""
        for image in self._images:
            image.close()


class SimulatedStorage(Storage):
    """The storage of a journal on a simulated disk.

    :param started: gets the first line of each batch that is marked as started.
    :param written: is called when an outcome must have reached the disk.
    :param unsynced: names of transactions that are not synced although they should be, to break the journal.
    :param late: names of transactions that reach the file only together with the next one, to break the journal.
    """

    def __init__(
        self,
        disk: Disk,
        dice: Dice,
        started: set[str],
        written: Callable[[], None],
        *,
        unsynced: Collection[str] = (),
        late: Collection[str] = (),
    ):
        super().__init__("simulated.db")
        self._disk = disk
        self._dice = dice
        self._started = started
        self._written = written
        self._unsynced = unsynced
        self._late = late

    def open(self) -> sqlite3.Connection:
        self._connection = connection = self._disk.read()
        return connection

    @contextmanager
    def transaction(self, name: str, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        assert connection is not None
        self._dice.point(f"journal, before {name}")
        connection.execute("BEGIN")
        try:
            yield connection
            self._dice.point(f"journal, in {name}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        if name == "start":
            self._started.update(line.partition("\n")[0] for (line,) in connection.execute(_SENDING))
        if name not in self._late:
            self._disk.write(connection, synced=durable and name not in self._unsynced)
        if name in _OUTCOMES:
            self._written()
        self._dice.point(f"journal, after {name}")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        connection = self._disk.read()
        try:
            yield connection
        finally:
            connection.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    @property
    def path(self) -> Path:  # type: ignore[override]
        return Path("simulated.db")

    @path.setter
    def path(self, value: Path) -> None:
        pass


_OUTCOMES = ("record", "put back", "give up", "divide")
"""The transactions that write the outcome of a batch."""
_SENDING = "SELECT lines FROM recipients JOIN batches ON batches.id = batch WHERE state = 'sending'"


def _empty() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)
