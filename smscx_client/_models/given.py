"""Lists and dicts that a program gives to a model and changes afterwards.

A list of dicts becomes a list of models, so the model has a list of its own. A call still checks and sends what the
list of the program contains at that time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smscx_client._models.checks import NO_CHECKS
from smscx_client.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from smscx_client._models.checks import Checks
    from smscx_client._models.kinds import Kind, Path

__all__ = ["Given"]


class Given:
    """A value that was made of a list or dict of the program, and follows the changes of that list or dict.

    :param source: the list or dict of the program.
    :param value: the value that was made of it.
    """

    __slots__ = ("_seen", "_source", "_value")

    def __init__(self, source: Any, value: Any):
        self._source = source
        self._seen = _snapshot(source)
        self._value = value

    def checked(self, kind: Kind, path: Path, checks: Checks) -> Any:
        """Return the value, made again if the list or dict has changed.

        :raises ApiTypeError: a new item is of the wrong type.
        :raises ApiValueError: a new item is outside its limits.
        """
        if self._source != self._seen:
            self._update(kind.take(self._source, path, checks))
        return self._value

    def current(self, kind: Kind, checks: Checks) -> Any:
        """Return the value, made again if the list or dict has changed. What is wrong in it stays as it is."""
        try:
            return self.checked(kind, (), checks)
        except (ApiTypeError, ApiValueError):
            return kind.take(self._source, (), NO_CHECKS)

    def _update(self, taken: Any) -> None:
        """Become ``taken``. Items and entries that have not changed stay, with what the program has set in them."""
        value, seen = self._value, self._seen
        entries, new = _entries_of(value), _entries_of(taken)
        if isinstance(value, list) and len(value) >= len(seen):
            same = [i for i, (old, new) in enumerate(zip(seen, self._source)) if old == new]
            for i in same:
                taken[i] = value[i]
            value[:] = [*taken, *value[len(seen) :]]
        elif entries is not None and new is not None and new.keys() == self._source.keys():
            for key in seen.keys() - new.keys():
                entries.pop(key, None)
            changed = (key for key in new if key not in seen or seen[key] != self._source[key])
            entries.update({key: new[key] for key in changed})
        else:
            self._value = taken
        self._seen = _snapshot(self._source)


def _entries_of(value: Any) -> dict[str, Any] | None:
    """The entries of a dict or a map, which can be changed; None for other values."""
    if isinstance(value, dict):
        return value
    entries: dict[str, Any] | None = value._entries() if hasattr(type(value), "_entries") else None
    return entries


def _snapshot(value: Any) -> Any:
    """A copy of the lists and dicts in ``value``, to find out later whether it has changed."""
    if isinstance(value, dict):
        return {key: _snapshot(item) for key, item in value.items()}
    if isinstance(value, list):
        return list(map(_snapshot, value))
    return value
