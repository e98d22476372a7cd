"""Stores that remember which events were handled, so that a handler runs once although deliveries are repeated.

A key passes through two states. `claim` reserves it for one delivery, so that the same event in another delivery waits.
`confirm` marks it as handled; `release` gives it back after a failure. A claim ends by itself after `lease` seconds, so
that a process that dies while it handles an event does not lose the event: the next delivery of it claims it again.
"""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Callable, Protocol, Union, runtime_checkable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

__all__ = ["CacheSeen", "CallableSeen", "Claim", "MemorySeen", "RedisSeen", "Seen", "SeenLike", "SqliteSeen", "seen_of"]

LEASE = 300.0
"""Seconds after which a claim that was neither confirmed nor released ends."""
KEEP = 7 * 86_400.0
"""Seconds for which a handled key is remembered. The API does not state for how long it repeats a delivery."""
_DONE = "done"


class Claim(Enum):
    """What a store says about a key."""

    NEW = "new"
    """The key is claimed now: handle the event, then confirm or release the key."""
    BUSY = "busy"
    """Another delivery has claimed the key."""
    HANDLED = "handled"
    """The event was handled before."""


@runtime_checkable
class Seen(Protocol):
    """What a :class:`Receiver` needs of a store. Implement it to keep the keys in a database of your own.

    Each method is atomic, also between processes if the receiver runs in more than one.
    """

    def claim(self, key: str, owner: str) -> Claim:
        """Reserve the key for the owner, unless it is handled or claimed.

        :param key: the key of an event.
        :param owner: the name of the delivery.
        :return: whether the key is claimed now, or why not.
        """
        ...

    def confirm(self, key: str, owner: str) -> None:
        """Mark the key as handled.

        :param key: the key of an event.
        :param owner: the name of the delivery.
        """
        ...

    def release(self, key: str, owner: str) -> None:
        """End the owner's claim, if it still has it.

        :param key: the key of an event.
        :param owner: the name of the delivery.
        """
        ...


class MemorySeen:
    """Keys in memory, for a receiver in one process. The oldest handled keys are dropped beyond `size`.

    :param size: number of handled keys to remember.
    :param lease: seconds after which a claim ends.
    :param clock: returns the time in seconds.
    :raises TypeError: `size` is not an int.
    :raises ValueError: `size` is less than 1.
    """

    def __init__(self, size: int = 100_000, *, lease: float = LEASE, clock: Callable[[], float] = time.monotonic):
        if not isinstance(size, int) or isinstance(size, bool):
            raise TypeError(f"size: must be an int, not {type(size).__name__}")
        if size < 1:
            raise ValueError(f"size must be at least 1, not {size!r}")
        self._size, self._lease, self._clock = size, lease, clock
        self._claims: dict[str, tuple[str, float]] = {}
        self._handled: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def claim(self, key: str, owner: str) -> Claim:
        """Reserve the key for the owner, unless it is handled or claimed."""
        with self._lock:
            if key in self._handled:
                return Claim.HANDLED
            now = self._clock()
            if key in self._claims and self._claims[key][1] > now:
                return Claim.BUSY
            self._claims[key] = (owner, now + self._lease)
            return Claim.NEW

    def confirm(self, key: str, owner: str) -> None:
        """Mark the key as handled."""
        with self._lock:
            self._claims.pop(key, None)
            self._handled[key] = None
            if len(self._handled) > self._size:
                self._handled.popitem(last=False)

    def release(self, key: str, owner: str) -> None:
        """End the owner's claim, if it still has it."""
        with self._lock:
            claim = self._claims.get(key)
            if claim is not None and claim[0] == owner:
                del self._claims[key]

    def __contains__(self, key: object) -> bool:
        return key in self._handled

    def __len__(self) -> int:
        return len(self._handled)


class CallableSeen:
    """A function of your own that says whether an event was handled: `seen(event.key)` returns True if it was.

    It is called before the handler of an event. Use it when the handler itself stores the event's key, in the same
    transaction as its work: then not even a crash can repeat or lose anything. A function that stores the key at once
    works too, but then a crash of the process during the handler loses the event.

    If an event has several handlers, the function is called for each: the key of the first is that of the event, the
    others have the key, a slash and the name of the handler.

    :param seen: the function.
    :param size: number of handled keys to remember in this process.
    :param lease: seconds after which a claim ends.
    """

    def __init__(self, seen: Callable[[str], object], size: int = 100_000, *, lease: float = LEASE):
        from inspect import iscoroutinefunction

        if iscoroutinefunction(seen):
            raise TypeError("seen= takes a normal function; an async function cannot be used here")
        self._seen = seen
        self._here = MemorySeen(size, lease=lease)
        self._failed = MemorySeen(size)
        """Keys whose handler failed in this process: the function may have stored them all the same."""

    def claim(self, key: str, owner: str) -> Claim:
        """Reserve the key for the owner within this process, unless the function says that it was handled."""
        claim = self._here.claim(key, owner)
        if claim is not Claim.NEW or key in self._failed:
            return claim
        try:
            was_handled = self._seen(key)
        except BaseException:
            self._here.release(key, owner)
            raise
        if was_handled:
            self._here.confirm(key, owner)
            return Claim.HANDLED
        return Claim.NEW

    def confirm(self, key: str, owner: str) -> None:
        """Mark the key as handled within this process."""
        self._here.confirm(key, owner)

    def release(self, key: str, owner: str) -> None:
        """End the owner's claim, if it still has it."""
        self._failed.confirm(key, owner)
        self._here.release(key, owner)


class SqliteSeen:
    """Keys in a SQLite file, shared by all processes of a machine.

    :param path: the file; it is created when it does not exist.
    :param lease: seconds after which a claim ends.
    :param keep: seconds for which a handled key is remembered.
    :param clock: returns the time in seconds; all processes must agree on it.
    :raises TypeError: `path` is not a path.
    :raises sqlite3.Error: the file cannot be opened, or is no database.

    Example::

        receiver = webhooks.Receiver(token=os.environ["WEBHOOK_TOKEN"], seen=webhooks.SqliteSeen("seen.db"))
    """

    _PURGE_EVERY = 1000

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        lease: float = LEASE,
        keep: float = KEEP,
        clock: Callable[[], float] = time.time,
    ):
        if not isinstance(path, (str, os.PathLike)):
            raise TypeError(f"path: must be the path of a file, not {type(path).__name__}")
        self._path, self._lease, self._keep, self._clock = os.fspath(path), lease, keep, clock
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inherited: sqlite3.Connection | None = None
        self._process = os.getpid()
        self._confirmed = 0
        with self._lock:
            self._open()
        self.close()  # so that a server can fork before the first event

    def claim(self, key: str, owner: str) -> Claim:
        """Reserve the key for the owner, unless it is handled or claimed."""
        now = self._clock()
        with self._lock:
            connection = self._open()
            claimed = connection.execute(
                "INSERT INTO seen (key, owner, expires) VALUES (?, ?, ?) ON CONFLICT (key) "
                "DO UPDATE SET owner = excluded.owner, expires = excluded.expires WHERE seen.expires <= ?",
                (key, owner, now + self._lease, now),
            )
            if claimed.rowcount:
                return Claim.NEW
            row = connection.execute("SELECT owner FROM seen WHERE key = ?", (key,)).fetchone()
        return Claim.HANDLED if row == (_DONE,) else Claim.BUSY

    def confirm(self, key: str, owner: str) -> None:
        """Mark the key as handled."""
        with self._lock:
            self._open().execute(
                "INSERT OR REPLACE INTO seen (key, owner, expires) VALUES (?, ?, ?)",
                (key, _DONE, self._clock() + self._keep),
            )
            self._confirmed += 1
            if self._confirmed % self._PURGE_EVERY == 0:
                self._open().execute("DELETE FROM seen WHERE expires <= ?", (self._clock(),))

    def release(self, key: str, owner: str) -> None:
        """End the owner's claim, if it still has it."""
        with self._lock:
            self._open().execute("DELETE FROM seen WHERE key = ? AND owner = ?", (key, owner))

    def close(self) -> None:
        """Close the file. The next use opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
                self._connection = None

    def __del__(self) -> None:
        with suppress(Exception):  # the interpreter may be ending
            self.close()

    def _open(self) -> sqlite3.Connection:
        """The connection of this process. One that came across a fork is neither used nor closed, as SQLite demands."""
        if self._process != os.getpid():
            self._inherited, self._connection, self._process = self._connection, None, os.getpid()
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        connection = None
        try:
            connection = sqlite3.connect(self._path, timeout=30, isolation_level=None, check_same_thread=False)
            with suppress(sqlite3.OperationalError):  # another process is changing the mode of the same file
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, owner TEXT NOT NULL, expires REAL NOT NULL)"
            )
            connection.execute("CREATE INDEX IF NOT EXISTS seen_expires ON seen (expires)")
        except sqlite3.DatabaseError as error:
            if connection is not None:
                connection.close()
            raise type(error)(f"{self._path}: {error}") from error
        return connection


class _SharedSeen:
    """Keys in a store that many machines share, whose entries expire by themselves."""

    def __init__(self, prefix: str, lease: float, keep: float):
        self._prefix, self._lease, self._keep = prefix, lease, keep

    def claim(self, key: str, owner: str) -> Claim:
        """Reserve the key for the owner, unless it is handled or claimed."""
        name = self._name(key)
        if self._add(name, owner, self._lease):
            return Claim.NEW
        return Claim.HANDLED if self._get(name) == _DONE else Claim.BUSY

    def confirm(self, key: str, owner: str) -> None:
        """Mark the key as handled."""
        self._set(self._name(key), _DONE, self._keep)

    def release(self, key: str, owner: str) -> None:
        """End the owner's claim, if it still has it."""
        self._delete(self._name(key), owner)

    def _name(self, key: str) -> str:
        """The key in a form that every store takes: memcached allows 250 characters and no spaces."""
        return self._prefix + sha256(key.encode()).hexdigest()

    def _add(self, name: str, value: str, seconds: float) -> bool:
        raise NotImplementedError

    def _get(self, name: str) -> str | None:
        raise NotImplementedError

    def _set(self, name: str, value: str, seconds: float) -> None:
        raise NotImplementedError

    def _delete(self, name: str, value: str) -> None:
        raise NotImplementedError


class RedisSeen(_SharedSeen):
    """Keys in Redis, shared by all machines.

    :param client: a `redis.Redis`.
    :param prefix: what the names of the entries start with.
    :param lease: seconds after which a claim ends.
    :param keep: seconds for which a handled key is remembered.
    """

    _DELETE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"

    def __init__(self, client: Any, *, prefix: str = "smscx:seen:", lease: float = LEASE, keep: float = KEEP):
        super().__init__(prefix, lease, keep)
        if type(client).__module__.startswith("redis.asyncio"):
            raise TypeError("RedisSeen takes a redis.Redis, not a client of redis.asyncio")
        if not callable(getattr(client, "set", None)):
            raise TypeError(f"RedisSeen takes a redis.Redis, not {type(client).__name__}")
        self._client = client

    def _add(self, name: str, value: str, seconds: float) -> bool:
        return bool(self._client.set(name, value, nx=True, px=int(seconds * 1000)))

    def _get(self, name: str) -> str | None:
        value = self._client.get(name)
        return value.decode() if isinstance(value, bytes) else value

    def _set(self, name: str, value: str, seconds: float) -> None:
        self._client.set(name, value, px=int(seconds * 1000))

    def _delete(self, name: str, value: str) -> None:
        self._client.eval(self._DELETE, 1, name, value)


class CacheSeen(_SharedSeen):
    """Keys in a Django cache: `CacheSeen(django.core.cache.cache)`.

    Use a cache that all processes share and that does not drop entries early: Redis, the database or Memcached.

    :param cache: the cache.
    :param prefix: what the names of the entries start with.
    :param lease: seconds after which a claim ends.
    :param keep: seconds for which a handled key is remembered.
    """

    def __init__(self, cache: Any, *, prefix: str = "smscx:seen:", lease: float = LEASE, keep: float = KEEP):
        super().__init__(prefix, lease, keep)
        if not callable(getattr(cache, "add", None)):
            raise TypeError(f"CacheSeen takes a Django cache, not {type(cache).__name__}")
        self._cache = cache

    def _add(self, name: str, value: str, seconds: float) -> bool:
        return bool(self._cache.add(name, value, timeout=seconds))

    def _get(self, name: str) -> str | None:
        value: str | None = self._cache.get(name)
        return value

    def _set(self, name: str, value: str, seconds: float) -> None:
        self._cache.set(name, value, timeout=seconds)

    def _delete(self, name: str, value: str) -> None:
        if self._cache.get(name) == value:
            self._cache.delete(name)


SeenLike = Union[Seen, Callable[[str], object], Any]
"""A store, a function, a Redis client or a Django cache."""


def seen_of(given: SeenLike | None) -> Seen:
    """The store that `seen=` stands for."""
    if given is None:
        return MemorySeen()
    for methods, make in _kinds():
        if not isinstance(given, type) and all(callable(getattr(given, name, None)) for name in methods):
            return make(given)
    raise TypeError(
        f"seen= takes a store such as MemorySeen() or SqliteSeen(path), a redis.Redis, a Django cache, or a function "
        f"of an event's key, not {type(given).__name__}"
    )


def _kinds() -> Iterator[tuple[tuple[str, ...], Callable[[Any], Seen]]]:
    """The methods by which a kind of store is recognised, and what makes a :class:`Seen` of it."""
    yield ("claim", "confirm", "release"), lambda store: store
    yield ("set", "get", "eval"), RedisSeen
    yield ("add", "get", "set", "delete"), CacheSeen
    yield ("__call__",), CallableSeen
