"""Snapshots of the whole state, and named snapshots: in memory, or in files that survive a restart.

A snapshot is a copy of the database, with the clock, the random source and the rate limit stored in it. A named
snapshot is a file in a folder next to the sandbox's database: `sandbox.db.snapshots` for `sandbox.db`.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from .context import Context
from .rate_limit import RateLimiter
from .rng import Rng
from .store import IN_MEMORY, Store

__all__ = ["Snapshot", "SnapshotFolder", "named_snapshots"]

_EXTRA = "snapshot"
_NAME = "snapshot name"


class Snapshot:
    """The store, the clock, the random source and the rate limit, in a store of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def of(cls, context: Context, limiter: RateLimiter) -> Snapshot:
        """Return a snapshot of the current state."""
        store = context.store.copy()
        extra = {
            "seed": context.settings.seed,
            "demo": context.settings.demo,
            "draws": context.rng.draws,
            "time": context.clock.seconds(),
            "rate": context.clock.rate,
            "limits": limiter.state,
        }
        store.put(_EXTRA, extra)
        return cls(store)

    def restore(self, context: Context, limiter: RateLimiter) -> Context:
        """Return to this state; the clock continues from its time and rate."""
        extra = self.store.get(_EXTRA)
        context.store.restore(self.store)
        context.clock.set_rate(extra["rate"], extra["time"])
        limiter.restore(extra["limits"])
        settings = replace(context.settings, seed=extra["seed"], demo=extra["demo"])
        return replace(context, settings=settings, rng=Rng(settings.seed, extra["draws"]))


class SnapshotFolder(MutableMapping[str, Snapshot]):
    """Snapshots by name, one file each. Raises StoreError for a file of another version."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = {_name_in(file): file for file in path.glob("*.db")}

    def __getitem__(self, name: str) -> Snapshot:
        with closing(Store(str(self._files[name]))) as stored:
            return Snapshot(stored.copy())

    def __setitem__(self, name: str, snapshot: Snapshot) -> None:
        self._path.mkdir(exist_ok=True)
        file = self._path / f"{blake2b(name.encode(), digest_size=16).hexdigest()}.db"
        unfinished = file.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(snapshot.store.copy(str(unfinished))) as stored:
            stored.put(_NAME, name)
        unfinished.replace(file)  # atomic: a crash leaves the old file or the new one
        self._files[name] = file

    def __delitem__(self, name: str) -> None:
        self._files.pop(name).unlink(missing_ok=True)

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def named_snapshots(database: str) -> MutableMapping[str, Snapshot]:
    """Return the named snapshots of a sandbox with this database."""
    return {} if database == IN_MEMORY else SnapshotFolder(Path(f"{database}.snapshots"))


def _name_in(file: Path) -> str:
    with closing(Store(str(file))) as stored:
        return str(stored.get(_NAME))
