"""A point in time to go back to, and those that have a name: in memory, or in files that survive a restart.

A snapshot is a copy of the database that also holds what else there is to go back to: time, chance and the rate limit.
The file of a named one stands in a folder beside the sandbox's own, `sandbox.db.snapshots` for `sandbox.db`.
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

__all__ = ["Snapshot", "SnapshotFolder", "beside"]

_REST = "snapshot"
_NAME = "snapshot name"


class Snapshot:
    """The whole store, the clock, how far chance has got, and the rate limit, in a store of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def of(cls, context: Context, limiter: RateLimiter) -> Snapshot:
        """Everything as it is now."""
        store = context.store.copy()
        rest = {
            "seed": context.settings.seed,
            "demo": context.settings.demo,
            "drawn": context.rng.drawn,
            "time": context.clock.seconds(),
            "rate": context.clock.rate,
            "limits": [limiter.limit, limiter.window],
        }
        store.put(_REST, rest)
        return cls(store)

    def restore(self, context: Context, limiter: RateLimiter) -> Context:
        """Everything as it was. Time goes on from then, at the rate it had; the rate limit's window is a new one."""
        rest = self.store.get(_REST)
        context.store.take_back(self.store)
        context.clock.go_on(rest["rate"], rest["time"])
        limiter.change(*rest["limits"])
        settings = replace(context.settings, seed=rest["seed"], demo=rest["demo"])
        return replace(context, settings=settings, rng=Rng(settings.seed, rest["drawn"]))


class SnapshotFolder(MutableMapping[str, Snapshot]):
    """Snapshots by name, each in a file of its own. A StoreError tells of a file that is none of this version."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = {_name_in(file): file for file in path.glob("*.db")}

    def __getitem__(self, name: str) -> Snapshot:
        with closing(Store(str(self._files[name]))) as kept:
            return Snapshot(kept.copy())

    def __setitem__(self, name: str, snapshot: Snapshot) -> None:
        self._path.mkdir(exist_ok=True)
        file = self._path / f"{blake2b(name.encode(), digest_size=16).hexdigest()}.db"
        unfinished = file.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(snapshot.store.copy(str(unfinished))) as kept:
            kept.put(_NAME, name)
        unfinished.replace(file)  # at once: a crash leaves the old one or the new one
        self._files[name] = file

    def __delitem__(self, name: str) -> None:
        self._files.pop(name).unlink(missing_ok=True)

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def beside(database: str) -> MutableMapping[str, Snapshot]:
    """Where the named snapshots of a sandbox with this database are kept."""
    return {} if database == IN_MEMORY else SnapshotFolder(Path(f"{database}.snapshots"))


def _name_in(file: Path) -> str:
    with closing(Store(str(file))) as kept:
        return str(kept.get(_NAME))
